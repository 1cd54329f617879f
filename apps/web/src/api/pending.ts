import type * as t from './types';

/**
 * Routes of the agreed contract that the generated one does not list yet, in the shape openapi-typescript writes.
 * A generated route of the same path wins (client.ts), so this file empties itself from below.
 */
interface Json<T> {
  content: { 'application/json': T };
}
interface Op<Answer, Body = undefined> {
  parameters: { query?: Record<string, string>; header?: Record<string, string>; cookie?: never };
  requestBody?: Body extends undefined ? undefined : Json<Body>;
  responses: { 200: { headers: Record<string, unknown> } & Json<Answer> };
}
interface At<Keys extends string> {
  parameters: { path: Record<Keys, string> };
}
type Read<Answer> = { get: Op<Answer> };
type Send<Body> = { post: Op<unknown, Body> };
type Change<Body> = { patch: Op<unknown, Body> };
interface Staged {
  stage: string;
  on: string;
  note?: string;
}
interface GrantBody {
  signedOn?: string | null;
  effectiveOn?: string | null;
  receivedOn?: string | null;
  announcedOn?: string | null;
  instrumentKind?: string;
  grantor?: string;
  wording?: string | null;
  individual?: boolean | null;
  attorneyReading?: string | null;
  conditionsMet?: string | null;
  convictionIds?: string[];
}

export interface Pending {
  '/reference/courts': Read<t.Reference<t.Placed>>;
  '/reference/ice-offices': Read<t.Reference<t.Placed>>;
  '/reference/charges': Read<t.Reference<t.ChargeCode>>;
  '/reference/nationalities': Read<t.Reference<t.Named>>;
  '/reference/languages': Read<t.Reference<t.Named>>;
  '/reference/jurisdictions': Read<t.Reference<t.Named>>;
  '/reports/my-day': Read<t.MyDay>;
  '/reports/director': Read<t.DirectorReport>;
  '/clients/{clientId}/clemency': At<'clientId'> &
    Read<{ applications: t.Application[]; can: { apply: boolean } }>;
  '/clients/{clientId}/pardon-effect': At<'clientId'> & Read<t.PardonEffect>;
  '/clients/{clientId}/pardon-applications': At<'clientId'> &
    Send<{ jurisdiction: string; convictionIds: string[]; onBehalf?: boolean }>;
  '/pardon-applications/{applicationId}/stage': At<'applicationId'> & Send<Staged>;
  '/pardon-applications/{applicationId}/grant': At<'applicationId'> & Send<GrantBody>;
  '/pardon-grants/{grantId}': At<'grantId'> & Change<GrantBody>;
  '/clients/{clientId}/filings': At<'clientId'> &
    Read<{ items: t.Filing[] }> &
    Send<{
      kind: string;
      acceptBlanks: boolean;
      options?: { motionTitle?: string; serviceMethod?: string; servedOn?: string };
    }>;
  '/clients/{clientId}/filings/{kind}/blanks': At<'clientId' | 'kind'> & Read<t.FilingReadiness>;
}
