import { badField, cannot, currentActor, db, newId, readPastDate, type ClientKey } from '@app/platform';
import { comparePartialDates } from '@app/rules';
import { officeClock } from '../office-clock';
import type { EndStay } from './bond.dto';
import { BondStayStep, type Bond } from './bond.entity';
import type { BondStayView } from './bond.view';

type StayChange = Pick<Bond, 'automaticStay' | 'stayEndedOn' | 'stayEndedHow'>;

/** A stay that stands: of an appeal of the government, not denied, and without an end. */
export const stands = (bond: Bond): boolean =>
  bond.appealBy === 'government' && bond.automaticStay === 'yes' && bond.stayEndedHow === null;

/**
 * What ends a stay, checked. One that was recorded in error is none and has no day.
 * @throws Problem 422 when no stay stands, or its end lies in the future or before the appeal
 */
export async function readEnd(bond: Bond, input: EndStay): Promise<StayChange> {
  if (!stands(bond)) throw cannot('no_stay', 'No automatic stay of this release stands.');
  if (input.how === 'recorded_in_error')
    return { automaticStay: 'no', stayEndedOn: null, stayEndedHow: 'recorded_in_error' };
  const { today } = await officeClock();
  const on = input.on ?? null;
  readPastDate('on', on, today);
  requireAfterAppeal(bond, on);
  return { automaticStay: bond.automaticStay, stayEndedOn: on, stayEndedHow: input.how };
}

function requireAfterAppeal(bond: Bond, on: string | null): void {
  if (on && bond.appealedOn && comparePartialDates(on, bond.appealedOn) === 'before')
    throw badField('on', 'out_of_order', 'This day is before the one of the appeal.');
}

/** Keeps a step of a stay. */
export async function keepStep(
  bond: { id: string; clientId: string },
  step: 'recorded' | 'ended',
  key: ClientKey,
  end: { how: string | null; on: string | null; note: string | null },
): Promise<void> {
  const id = newId();
  await db().insert(BondStayStep, {
    ...{ id, clientId: bond.clientId, bondId: bond.id, step, how: end.how, onDate: end.on },
    note: key.box('bond_stay_step', id).seal('note', end.note?.trim() || null),
    byUser: currentActor().userId,
  });
}

/** A step for people. */
export function stayView(
  step: BondStayStep,
  names: ReadonlyMap<string, string>,
  key: ClientKey | null,
): BondStayView {
  return {
    ...{ step: step.step, how: step.how, on: step.onDate, at: step.at.toISOString() },
    note: key ? key.box('bond_stay_step', step.id).open('note', step.note) : null,
    by: { id: step.byUser, name: names.get(step.byUser) ?? 'Vacatur' },
  };
}
