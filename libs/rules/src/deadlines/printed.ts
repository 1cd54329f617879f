import { earliest, inWords, latest, toOrdinal } from '../calendar/day';
import type { TraceStep } from '../calendar/count';
import type { RuleRecord } from '../packs/rule-record';
import type { Weighed } from './readings';
import type { AlternateDate, DeriveContext, PrintedDate } from './types';

/** The last date printed for a deadline, or null. Throws RuleInputError `malformed_day` when it is not a day. */
export function printedFor(key: string, context: DeriveContext): PrintedDate | null {
  const printed = context.printed?.filter((date) => date.key === key).at(-1) ?? null;
  if (printed) toOrdinal(printed.on, 'printed.on');
  return printed;
}

/** What is to be said when document and count do not agree. */
export const differing = (printed: PrintedDate, counted: Weighed | null): string[] =>
  counted === null || counted.dueOn === printed.on
    ? []
    : [
        `The ${printed.document} prints ${inWords(printed.on)}; counted from the rule it is ${inWords(counted.dueOn)}. The printed date governs, the earlier of the two is acted on.`,
      ];

const printedStep = ({ document, on, by }: PrintedDate): TraceStep => ({
  step: 'printed',
  text: `Printed on the ${document}: ${inWords(on)} (recorded by ${by}). It governs instead of the counted date.`,
  on,
});

/**
 * The printed date in the place of the counted one. The counted date and its alternates stay beside it, so that a
 * later printed date never hides an earlier defensible one.
 */
export function withPrinted(printed: PrintedDate, counted: Weighed | null, rule: RuleRecord): Weighed {
  const { on } = printed;
  if (!counted) {
    const all = { dueOn: on, conservativeOn: on, outerOn: on, earliestOn: on };
    return { ...all, alternates: [], inLieu: false, trace: [printedStep(printed)] };
  }
  const computed: AlternateDate = {
    name: 'computed_from_rule',
    on: counted.dueOn,
    label: 'Counted from the rule',
    status: rule.status,
  };
  const alternates = [computed, ...counted.alternates]
    .filter((date) => date.on !== on)
    .sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  return {
    dueOn: on,
    conservativeOn: earliest([on, counted.conservativeOn])!,
    outerOn: latest([on, counted.outerOn])!,
    earliestOn: earliest([on, ...alternates.map((date) => date.on)])!,
    alternates,
    inLieu: counted.inLieu,
    trace: [...counted.trace, printedStep(printed)],
  };
}
