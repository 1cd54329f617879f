/** `client`: what the client agrees to receive, and by which channel; the others are told about the client. */
export const CONSENT_RECIPIENTS = [
  'client',
  'trusted_contact',
  'relative',
  'organisation',
  'government_office',
  'media',
  'person',
] as const;
export const CONSENT_SCOPES = [
  'case_status',
  'hearing_dates',
  'check_ins',
  'detention',
  'health',
  'immigration_history',
  'criminal_history',
  'money',
  'everything',
] as const;
export const CONSENT_CHANNELS = ['in_person', 'phone', 'text_message', 'email', 'post', 'public'] as const;
export const CONSENT_STATES = ['in_force', 'not_yet', 'ended', 'revoked'] as const;

export type ConsentRecipient = (typeof CONSENT_RECIPIENTS)[number];
export type ConsentScope = (typeof CONSENT_SCOPES)[number];
export type ConsentChannel = (typeof CONSENT_CHANNELS)[number];
export type ConsentState = (typeof CONSENT_STATES)[number];

/** What decides whether a consent holds on a day. Days are YYYY-MM-DD; the last day still counts. */
export interface ConsentDays {
  fromOn: string;
  untilOn: string | null;
  revokedOn: string | null;
}

/** How a consent stands on a day. From the day it is revoked it no longer holds, that day included. */
export function consentState(consent: ConsentDays, on: string): ConsentState {
  if (consent.revokedOn !== null && consent.revokedOn <= on) return 'revoked';
  if (on < consent.fromOn) return 'not_yet';
  return consent.untilOn !== null && consent.untilOn < on ? 'ended' : 'in_force';
}

/** Whether a consent covers telling this by that channel on a day. */
export function consentCovers(
  consent: ConsentDays & { scopes: readonly string[]; channels: readonly string[] },
  scope: ConsentScope,
  channel: ConsentChannel,
  on: string,
): boolean {
  const told = consent.scopes.includes(scope) || consent.scopes.includes('everything');
  return told && consent.channels.includes(channel) && consentState(consent, on) === 'in_force';
}
