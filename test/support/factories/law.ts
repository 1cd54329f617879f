import type { Api } from '../client';

/** What callers of these functions need of a verification. */
export interface VerificationRecord {
  id: string;
  on: string;
  sourceSeen: string;
  withdrawn: object | null;
}

/** A closed day entered by hand. */
export interface NoticeRecord {
  id: string;
  version: number;
  layer: string;
  on: string;
  name: string;
}

/** Records that version 1 (or another) agrees with its official text, as an attorney does. The newest verification. */
export async function verifyRule(
  api: Api,
  rule: string,
  wishes: { version?: number; on?: string; sourceSeen?: string; note?: string } = {},
): Promise<VerificationRecord> {
  const body = { version: 1, on: '2026-11-20', sourceSeen: 'eCFR, title 8, as of 2026-11-18', ...wishes };
  const { versions } = await api.created<{
    versions: { version: number; verifications: VerificationRecord[] }[];
  }>(`/law/rules/${rule}/verifications`, body);
  return versions.find(({ version }) => version === body.version)!.verifications[0];
}

/** Records that an authority's record agrees with its live page, as an attorney does. The newest verification. */
export async function verifyJurisdiction(
  api: Api,
  code: string,
  wishes: { on?: string; sourceSeen?: string; note?: string } = {},
): Promise<VerificationRecord> {
  const body = { on: '2026-11-20', sourceSeen: 'The page of the authority', ...wishes };
  const { verifications } = await api.created<{ verifications: VerificationRecord[] }>(
    `/law/jurisdictions/${code}/verifications`,
    body,
  );
  return verifications[0];
}

/** Enters a closed day. */
export function enterNotice(
  api: Api,
  wishes: Partial<{
    layer: string;
    on: string;
    name: string;
    forum: string;
    state: string;
    sourceLink: string;
  }> = {},
): Promise<NoticeRecord> {
  return api.created('/calendar-notices', {
    layer: 'executive_closure',
    on: '2026-12-24',
    name: 'Christmas Eve, by executive order',
    ...wishes,
  });
}
