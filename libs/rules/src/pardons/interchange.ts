import { eachEntry, type EntryError } from '../calculator/interchange';
import { Fields, malformed, refuseRepeatedIds, type Found } from './interchange-form/fields';
import { circuitOf } from './interchange-form/places';
import {
  readAbroad,
  readAdmission,
  readOrderDates,
  readProceedings,
  readVenue,
} from './interchange-form/read-case';
import { readCharge, refuseUnknown, type ReadCharge } from './interchange-form/read-charges';
import { readConviction } from './interchange-form/read-convictions';
import { isGranted, readPardon } from './interchange-form/read-pardons';
import type { PardonInterchangeReport } from './interchange-form/types';
import { writeReport } from './interchange-form/write-report';
import { pardonEffect } from './report';
import type { Conviction, Pardon, PardonEffectInput } from './types';

export type {
  InterchangeAuthority,
  InterchangeCharge,
  InterchangeEffect,
  PardonInterchangeReport,
  WhatToAskFor,
} from './interchange-form/types';

/**
 * The effect of pardons on one case in the interchange form: takes `{id, convictions, pardons, charges, admission,
 * circuit, venue}` as parsed from JSON and answers with the report under the same id. Names may be in camelCase or
 * snake_case; dates are 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'; a question is answered with true, false, null, 'yes', 'no' or
 * 'unknown', and what is not said is not known. A ground is a key such as '237a2Aii', an EOIR charge code, or a citation
 * to the Act or the Code. Without any pardon, or with one that is only asked for or was refused (`status`), the report
 * says what to ask for.
 * Issue-spotting for an attorney (INA 237(a)(2)(A)(vi)): a missing fact is a question and never counts as waived.
 * @throws RuleInputError `malformed_fact`, `contradictory_facts`, `malformed_day`, `day_out_of_range`, `duplicate_id`, `unknown_ground` or
 * `unknown_conviction`, each with the path of the fact, such as `charges[0].groundId`.
 */
export function pardonEffectReport(entry: unknown): PardonInterchangeReport {
  const fields = new Fields(entry, '');
  const { input, charges } = readEntry(fields);
  const preparedBy = fields.text('preparedBy') ?? 'Vacatur law engine';
  return writeReport(idOf(fields.find('id')), pardonEffect(input), charges, preparedBy);
}

/**
 * Answers a list of entries as `pardonEffectReport` does, one element for each, in order. A malformed entry gives
 * `{id, error: {code, message, path}}` in its place. Never throws for an entry.
 */
export function checkPardonEffects(entries: readonly unknown[]): (PardonInterchangeReport | EntryError)[] {
  return eachEntry(entries, pardonEffectReport);
}

/**
 * The facts of one entry of the interchange form as the rules take them, for `whatIf` and `whatWouldChange`.
 * @throws RuleInputError as `pardonEffectReport` does.
 */
export function readPardonEffectEntry(entry: unknown): PardonEffectInput {
  return readEntry(new Fields(entry, '')).input;
}

function readEntry(fields: Fields): { input: PardonEffectInput; charges: ReadCharge[] } {
  const convictions: Conviction[] = (fields.list('convictions') ?? []).map(readConviction);
  refuseRepeatedIds(convictions, 'convictions');
  const states = new Map(convictions.map(({ id, state }) => [id, state]));
  const known = new Set(states.keys());
  const pardons = readPardons(fields, states, known);
  const charges = (fields.list('charges') ?? []).map((item, at) => readCharge(item, at, known));
  refuseRepeatedIds(charges, 'charges');
  const input: PardonEffectInput = {
    proceedingKind: readProceedings(fields.find('proceedingKind', 'proceedings', 'proceeding')),
    circuit: circuitOf(fields.find('circuit')),
    venue: readVenue(fields.find('venue')),
    admission: readAdmission(fields.find('admission', 'admissionHistory')),
    abroad: readAbroad(fields),
    orderDates: readOrderDates(fields),
    convictions,
    pardons,
    charges,
  };
  return { input, charges };
}

/** Every instrument that is there, read; what was only asked for or refused is read for its faults and left out. */
function readPardons(
  fields: Fields,
  states: ReadonlyMap<string, string>,
  known: ReadonlySet<string>,
): Pardon[] {
  const items = fields.list('pardons', 'instruments') ?? [];
  const pardons: Pardon[] = items.map((item, at) => readPardon(item, at, states));
  refuseRepeatedIds(pardons, 'pardons');
  pardons.forEach(({ convictionIds }, at) =>
    convictionIds.forEach((id, of) => refuseUnknown(id, `pardons[${at}].convictionIds[${of}]`, known)),
  );
  return pardons.filter((_, at) => isGranted(items[at]));
}

function idOf(found: Found | null): string | number {
  if (!found) throw malformed('id', 'An entry needs an id.');
  if (typeof found.value === 'string' || typeof found.value === 'number') return found.value;
  throw malformed('id', 'The id of an entry is text or a number.');
}
