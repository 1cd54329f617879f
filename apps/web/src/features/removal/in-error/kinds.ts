import type { EntryInError } from '../../../api/types';
import type { useWords } from '../../../i18n/words';

export type EntryKind = EntryInError['kind'];
type Family = Parameters<ReturnType<typeof useWords>>[0];

/** The list of words that a field of a record is told with. */
const FAMILIES: Partial<Record<EntryKind, Record<string, Family>>> = {
  charge: { origin: 'chargeOrigin', status: 'chargeStatus' },
  motion: { kind: 'motionKind', forum: 'motionForum', filedBy: 'motionFiler', result: 'motionResult' },
  relief_application: { kind: 'reliefKind', forum: 'reliefForum', status: 'reliefStatus' },
  appeal: { forum: 'appealForum', filedBy: 'motionFiler', result: 'appealResult' },
  reinstatement: { contested: 'flag' },
  country_concern: { kind: 'concernKind' },
  travel_document: { requestedBy: 'requester', result: 'travelResult' },
  supervision_condition: { kind: 'conditionKind', imposedBy: 'imposer', status: 'conditionStatus' },
  arrest: { outcome: 'arrestOutcome' },
  admission: { asRefugee: 'flag' },
  departure: { how: 'departureWay' },
  inquiry: { topic: 'inquiryTopic', answer: 'inquiryAnswer' },
  hearing_look_up: { source: 'lookUpSource', outcome: 'lookUpOutcome' },
  locator_look_up: { lookedIn: 'lookedIn', result: 'lookUpResult' },
};

export const familyOf = (kind: EntryKind, name: string): Family | undefined => FAMILIES[kind]?.[name];
