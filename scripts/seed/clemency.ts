import {
  moveApplication,
  openApplication,
  recordGrant,
  type ApplicationRecord,
  type GrantWishes,
} from '../../test/support/factories/clemency';
import type { Story } from './story';

/** The stage a pending application was at before, as the stage table allows. */
const BEFORE: Record<string, string | null> = {
  intake: null,
  records_ordered: 'intake',
  effect_analysis: 'records_ordered',
  eligibility: 'effect_analysis',
  drafting: 'eligibility',
  service_on_officials: 'drafting',
  filed: 'drafting',
  expedite_requested: 'filed',
  deficiency: 'filed',
  investigation: 'filed',
  hearing: 'investigation',
  recommendation: 'hearing',
  denied: 'recommendation',
  withdrawn: 'drafting',
  lapsed: 'filed',
};

/** Stages an application can be in while nothing is decided. */
export const PENDING_STAGES = [
  'records_ordered',
  'effect_analysis',
  'eligibility',
  'drafting',
  'service_on_officials',
  'filed',
  'expedite_requested',
  'deficiency',
  'investigation',
  'hearing',
  'recommendation',
  'intake',
];

const NOTE: Record<string, string> = {
  expedite_requested: 'Asked to decide before the next check-in; the appointment letter is attached.',
  deficiency: 'The unit wants the certificate of disposition of the second count.',
  hearing: 'Heard by video. Two neighbours and the employer spoke.',
  denied: 'Form letter, no reasons. A new application is possible after a year.',
  withdrawn: 'The client wants to wait for the new administration.',
  lapsed: 'The governor left office without deciding.',
};

/** A pending or refused application that reached its stage on the day `daysAgo`. */
export async function applied(
  story: Story,
  stage: string,
  daysAgo: number,
  wishes: { jurisdiction: string; convictionIds: string[] },
): Promise<ApplicationRecord> {
  const { days, dice, crew, client } = story;
  const before = BEFORE[stage];
  const first = await openApplication(crew.helper, client.id, {
    ...wishes,
    onBehalf: dice.chance(90),
    stage: before ?? stage,
    on: days.weekday(-(before ? daysAgo + dice.between(20, 110) : daysAgo)),
  });
  if (!before) return first;
  return moveApplication(crew.helper, first, { stage, on: days.weekday(-daysAgo), note: NOTE[stage] });
}

const WORDING =
  'By virtue of the authority vested in me I do hereby grant a full and unconditional pardon of this conviction.';

/** Who signs. In Connecticut the board grants; elsewhere in the demo the governor does. */
const grantorOf = (jurisdiction: string): string => (jurisdiction === 'CT' ? 'board' : 'governor');

/** An application that was filed and granted on the day `daysAgo`. */
export async function granted(
  story: Story,
  daysAgo: number,
  wishes: { jurisdiction: string; convictionIds: string[] },
  instrument: GrantWishes = {},
): Promise<ApplicationRecord> {
  const { days, dice, crew, client } = story;
  const filed = await openApplication(crew.helper, client.id, {
    ...wishes,
    stage: dice.pick(['filed', 'investigation', 'hearing']),
    on: days.weekday(-(daysAgo + dice.between(60, 300))),
  });
  const signedOn = days.weekday(-daysAgo);
  const received = dice.chance(85) ? days.on(-Math.max(0, daysAgo - dice.between(1, 6))) : null;
  return recordGrant(crew.lead, filed, {
    signedOn,
    effectiveOn: signedOn,
    receivedOn: received && received < signedOn ? signedOn : received,
    announcedOn: dice.chance(50) && daysAgo > 20 ? days.on(-(daysAgo - 20)) : null,
    grantor: grantorOf(wishes.jurisdiction),
    wording: WORDING,
    ...instrument,
  });
}

/** The instrument was read, and with `handOff` given to those who file the motion. */
export async function checked(story: Story, application: ApplicationRecord, handOff = false): Promise<void> {
  const on = story.days.today;
  const steps = [{ stage: 'instrument_checked', on, note: 'Read against the list: grantor, words, counts.' }];
  await moveApplication(
    story.crew.lead,
    application,
    ...steps,
    ...(handOff ? [{ stage: 'handed_off', on }] : []),
  );
}
