import { badField, readPastDate } from '@app/platform';
import { countryByCode } from '@app/rules';
import { mustNotPrecede } from './dates';
import type { EditOrder, NewOrder } from './order.dto';
import type { RemovalOrder } from './removal.entity';

const DATES = ['decidedOn', 'mailedOn', 'appealFiledOn', 'appealDecidedOn'] as const;
const DIRECT = [
  'kind',
  'decisionForm',
  'inAbsentia',
  'appeal',
  'appealOutcome',
  'asylumDecided',
  'countryDesignated',
  'voluntaryDepartureUntil',
] as const;

/** The dated facts of an order, as far as one entry names them. */
export type OrderFacts = Partial<RemovalOrder>;

/** Takes over what is given. @throws Problem 422 with the field when a value cannot be */
export function readOrder(input: NewOrder | EditOrder, today: string): OrderFacts {
  const facts: OrderFacts = {};
  for (const field of DATES) {
    const value = readPastDate(field, input[field], today);
    if (value !== undefined) facts[field] = value;
  }
  for (const field of DIRECT) {
    if (input[field] !== undefined) Object.assign(facts, { [field]: input[field] });
  }
  if (input.appeal === null) facts.appeal = 'not_known';
  if (input.decidedAbout !== undefined) facts.decidedAbout = input.decidedAbout ?? false;
  if (input.countryDesignated && !countryByCode(input.countryDesignated))
    throw badField('countryDesignated', 'unknown_country', 'There is no country with this code.');
  return facts;
}

/** Refuses an order whose facts contradict each other. @throws Problem 422 with the field */
export function checkOrder(order: OrderFacts): void {
  if (order.decidedAbout && (!order.decidedOn || order.decidedOn.length === 10))
    throw badField('decidedAbout', 'exact_date', 'Only a year or a month can be approximate.');
  checkOrderOfDates(order);
  checkAppeal(order);
  if (order.voluntaryDepartureUntil && order.kind !== 'voluntary_departure_alternate')
    throw badField(
      'voluntaryDepartureUntil',
      'no_voluntary_departure',
      'Only an order made as the alternative to voluntary departure has a last day to leave.',
    );
}

function checkOrderOfDates(order: OrderFacts): void {
  const decidedOn = order.decidedAbout ? null : order.decidedOn;
  const { mailedOn, appealFiledOn, appealDecidedOn, voluntaryDepartureUntil } = order;
  mustNotPrecede(
    'mailedOn',
    mailedOn,
    decidedOn,
    'before_decision',
    'A decision cannot be mailed before it is made.',
  );
  mustNotPrecede(
    'appealFiledOn',
    appealFiledOn,
    decidedOn,
    'before_decision',
    'An appeal cannot be filed before the decision.',
  );
  mustNotPrecede(
    'appealDecidedOn',
    appealDecidedOn,
    appealFiledOn ?? decidedOn,
    'before_appeal',
    'An appeal cannot be decided before it is filed.',
  );
  mustNotPrecede(
    'voluntaryDepartureUntil',
    voluntaryDepartureUntil,
    decidedOn,
    'before_decision',
    'The last day to leave cannot lie before the decision.',
  );
}

/**
 * An order of removal made in absentia is undone by motion only, INA 240(b)(5)(C). Older deportation and exclusion
 * orders could go to the Board, so there an appeal is believed.
 */
function checkAppeal(order: OrderFacts): void {
  const impossible = order.appeal === 'waived' || (order.appeal === 'taken' && order.kind === 'removal');
  if (order.inAbsentia && impossible)
    throw badField(
      'appeal',
      'in_absentia',
      'An order made in absentia is not appealed, and nobody was there to waive it. Correct one of the two.',
    );
  const named = (['appealFiledOn', 'appealDecidedOn', 'appealOutcome'] as const).find(
    (field) => order[field],
  );
  if (named && order.appeal !== 'taken')
    throw badField(named, 'no_appeal', 'This is only known when an appeal was taken. Say so first.');
}
