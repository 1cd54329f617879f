import type * as t from './types';
import type * as l from './types.law';
import type * as v from './values';

/**
 * The contract in the shape openapi-typescript writes, so that the generated `schema.d.ts` takes this
 * file's place by changing one import in `client.ts`.
 */
interface Json<T> {
  content: { 'application/json': T };
}
interface Op<Answer, Body = undefined, Query = Record<string, never>> {
  parameters: { query?: Query; header?: Record<string, string>; cookie?: never };
  requestBody?: Body extends undefined ? undefined : Json<Body>;
  responses: { 200: { headers: Record<string, unknown> } & Json<Answer> };
}
interface Path<Keys extends string> {
  parameters: { path: Record<Keys, string> };
}
type Loose = Record<string, unknown>;
type Verb<Body = Loose, Answer = unknown> = { post: Op<Answer, Body> };
type Patch = { patch: Op<unknown, Loose> };
type Remove = { delete: Op<undefined> };
type Read<Answer, Query = Record<string, never>> = { get: Op<Answer, undefined, Query> };
type Text = string | number | boolean | undefined;

interface Doors {
  '/sign-in': Verb<{ email: string; password: string; organisation?: string }, t.Me>;
  '/sign-out': Verb<undefined, undefined>;
  '/password-reset/request': Verb<{ email: string }>;
  '/password-reset': Verb<{ token: string; password: string }>;
  '/invitations/token/{token}': Path<'token'> &
    Read<{ organisation: string | { name: string }; email: string; name: string; role: v.Role }>;
  '/invitations/accept': Verb<{ token: string; name: string; password: string }, t.Me>;
  '/me': Read<t.Me>;
  '/me/sessions': Read<t.List<t.Session>>;
  '/me/sessions/{id}': Path<'id'> & Remove;
  '/me/password': Verb<{ current: string; next: string }>;
  '/me/tokens': Read<t.List<t.ApiToken>> &
    Verb<{ name: string; scopes: string[]; expiresInDays: number }, { token: string }>;
  '/me/tokens/{id}': Path<'id'> & Remove;
}

interface Office {
  '/staff': Read<t.List<t.StaffMember>>;
  '/staff/invitations': Read<t.List<t.Invitation>> & Verb<{ email: string; name: string; role: v.Role }>;
  '/staff/invitations/{id}': Path<'id'> & Remove;
  '/staff/{id}/role': Path<'id'> & Verb<{ role: v.Role }>;
  '/staff/{id}/suspend': Path<'id'> & Verb<Loose>;
  '/staff/{id}/reinstate': Path<'id'> & Verb<Loose>;
  '/staff/{id}/sessions': Path<'id'> & Remove;
  '/organisations': Read<t.List<t.Organisation>> & Verb;
  '/reference/courts': Read<t.Reference<t.Court>>;
  '/reference/ice-offices': Read<t.Reference<t.IceOffice>>;
  '/reference/charges': Read<t.Reference<t.ChargeCode>>;
  '/reference/nationalities': Read<t.Reference<t.Named>>;
  '/reference/languages': Read<t.Reference<t.Named>>;
  '/reference/jurisdictions': Read<t.Reference<t.Jurisdiction>>;
  '/reports/my-day': Read<l.MyDay>;
  '/reports/director': Read<l.DirectorReport>;
  '/search': Read<t.List<t.SearchHit>, { q: string }>;
}

interface Clients {
  '/clients': Verb<Loose, t.Client>;
  '/clients/{clientId}': Path<'clientId'> & Read<t.Client> & Patch;
  '/clients/{clientId}/a-number/reveal': Path<'clientId'> & Verb<Loose, { aNumber: string }>;
  '/clients/{clientId}/contacts': Path<'clientId'> & Verb;
  '/clients/{clientId}/contacts/{contactId}': Path<'clientId' | 'contactId'> & Patch & Remove;
  '/clients/{clientId}/custody': Path<'clientId'> & Read<t.List<t.Custody>> & Verb;
  '/clients/{clientId}/timeline': Path<'clientId'> & Read<t.Page<t.TimelineItem>>;
  '/clients/{clientId}/cases': Path<'clientId'> & Verb<Loose, t.CaseFile>;
  '/cases': Read<t.Page<t.CaseRow>, Record<string, Text>>;
  '/cases/{caseId}': Path<'caseId'> & Read<t.CaseFile> & Patch;
  '/cases/{caseId}/stage': Path<'caseId'> & Verb;
  '/cases/{caseId}/close': Path<'caseId'> & Verb;
  '/cases/{caseId}/reopen': Path<'caseId'> & Verb;
  '/cases/{caseId}/team/{userId}': Path<'caseId' | 'userId'> & { put: Op<undefined> } & Remove;
  '/cases/{caseId}/notes': Path<'caseId'> & Read<t.Page<t.Note>> & Verb;
  '/cases/{caseId}/access': Path<'caseId'> & Read<t.AccessView, Record<string, Text>>;
}

interface Law {
  '/clients/{clientId}/removal': Path<'clientId'> & Read<l.Removal>;
  '/clients/{clientId}/proceedings': Path<'clientId'> & Verb;
  '/clients/{clientId}/convictions': Path<'clientId'> & Verb;
  '/proceedings/{id}': Path<'id'> & Patch;
  '/proceedings/{id}/documents': Path<'id'> & Verb;
  '/proceedings/{id}/charges': Path<'id'> & Verb;
  '/proceedings/{id}/orders': Path<'id'> & Verb;
  '/charges/{id}': Path<'id'> & Patch;
  '/orders/{id}': Path<'id'> & Patch;
  '/orders/{id}/status': Path<'id'> & Verb;
  '/convictions/{id}': Path<'id'> & Patch;
  '/clients/{clientId}/check-ins': Path<'clientId'> & Read<t.Page<l.CheckIn>> & Verb;
  '/check-ins': Read<t.List<l.CheckIn>, { from: string; to: string; officeCode?: string }>;
  '/check-ins/{id}/move': Path<'id'> & Verb;
  '/check-ins/{id}/outcome': Path<'id'> & Verb;
  '/check-ins/{id}/cancel': Path<'id'> & Verb;
  '/clients/{clientId}/clemency': Path<'clientId'> & Read<{ applications: l.Application[]; can?: t.Can }>;
  '/clients/{clientId}/pardon-applications': Path<'clientId'> & Verb;
  '/clients/{clientId}/pardon-effect': Path<'clientId'> & Read<l.PardonEffect>;
  '/pardon-applications/{id}/stage': Path<'id'> & Verb;
  '/pardon-applications/{id}/grant': Path<'id'> & Verb;
  '/pardon-grants/{id}': Path<'id'> & Patch;
  '/clients/{clientId}/deadlines': Path<'clientId'> & Read<t.Page<l.Deadline>>;
  '/deadlines': Read<t.Page<l.Deadline>, Record<string, Text>>;
  '/deadlines/{id}': Path<'id'> & Read<l.Deadline>;
  '/deadlines/{id}/confirm': Path<'id'> & Verb;
  '/deadlines/{id}/complete': Path<'id'> & Verb;
  '/deadlines/{id}/reopen': Path<'id'> & Verb;
  '/clients/{clientId}/filings': Path<'clientId'> & Read<t.Page<l.Filing>> & Verb<Loose, l.Filing>;
  '/clients/{clientId}/filings/{kind}/blanks': Path<'clientId' | 'kind'> & Read<l.FilingReadiness>;
  '/filings/{id}/sign-off': Path<'id'> & Verb;
}

export interface paths extends Doors, Office, Clients, Law {}
