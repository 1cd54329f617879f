import type { Api } from '../client';

/** A pardon application as a test or the demo data wants it. */
export interface ApplicationWishes {
  jurisdiction?: string;
  convictionIds?: string[];
  onBehalf?: boolean;
  /** Where it stood when it came to the office. */
  stage?: string;
  on?: string;
}

/** What was granted. Dates that are left out are not known. */
export interface GrantWishes {
  signedOn?: string | null;
  effectiveOn?: string | null;
  receivedOn?: string | null;
  announcedOn?: string | null;
  instrumentKind?: string;
  grantor?: string;
  wording?: string | null;
  individual?: boolean | null;
  convictionIds?: string[];
  note?: string;
}

export interface GrantRecord {
  id: string;
  version: number;
  signedOn: string | null;
  effectiveOn: string | null;
  receivedOn: string | null;
  announcedOn: string | null;
}

/** What callers of these functions need of an application. */
export interface ApplicationRecord {
  id: string;
  version: number;
  clientId: string;
  stage: string;
  nextStages: string[];
  grant: GrantRecord | null;
}

/** Opens an application: to New York, for all recorded convictions, unless wished otherwise. */
export async function openApplication(
  api: Api,
  clientId: string,
  wishes: ApplicationWishes = {},
): Promise<ApplicationRecord> {
  const convictionIds = wishes.convictionIds ?? (await convictionsOf(api, clientId));
  return api.created(`/clients/${clientId}/pardon-applications`, {
    jurisdiction: 'NY',
    ...wishes,
    convictionIds,
  });
}

/** Moves an application through stages, each on its day, and returns it as it is then. */
export async function moveApplication(
  api: Api,
  application: ApplicationRecord,
  ...steps: { stage: string; on: string; note?: string }[]
): Promise<ApplicationRecord> {
  let now = application;
  for (const step of steps)
    now = await api.ok('POST', `/pardon-applications/${now.id}/stage`, step, { ifMatch: now.version });
  return now;
}

/** Records a grant: a governor's full and unconditional pardon, unless wished otherwise. */
export function recordGrant(
  api: Api,
  application: Pick<ApplicationRecord, 'id' | 'version'>,
  wishes: GrantWishes = {},
): Promise<ApplicationRecord> {
  return api.created(
    `/pardon-applications/${application.id}/grant`,
    {
      instrumentKind: 'full_and_unconditional',
      grantor: 'governor',
      individual: true,
      wording: 'I grant a full and unconditional pardon, including relief from removal.',
      ...wishes,
    },
    { ifMatch: application.version },
  );
}

async function convictionsOf(api: Api, clientId: string): Promise<string[]> {
  const removal = await api.read<{ convictions: { id: string }[] }>(`/clients/${clientId}/removal`);
  return removal.convictions.map((conviction) => conviction.id);
}
