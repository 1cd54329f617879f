import type { LawBasis } from '@app/law';
import { officeToday } from '@app/platform';
import { FACT_KINDS, type DeriveContext } from '@app/rules';
import { factsOf } from './chronology.queries';
import type { Matter } from './derivation';
import { printedDatesOf } from './printed-dates.queries';

/** What these clients' deadlines are counted from, each in one query. */
export async function mattersOf(clientIds: readonly string[]): Promise<Map<string, Matter>> {
  const facts = await factsOf(clientIds, FACT_KINDS);
  const printed = await printedDatesOf(clientIds);
  return new Map(clientIds.map((id) => [id, { facts: facts.get(id)!, printed: printed.get(id) ?? [] }]));
}

/** The law and the day that the organisation of this transaction counts under. */
export async function contextOf(law: LawBasis): Promise<DeriveContext> {
  return { today: await officeToday(), ...(await law.context()) };
}
