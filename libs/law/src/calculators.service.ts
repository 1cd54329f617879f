import { Injectable } from '@nestjs/common';
import { officeToday } from '@app/platform';
import {
  clerkStateOf,
  computeDeadline,
  computeFinality,
  deriveDeadlines,
  describeCalendar,
  statesWithHolidays,
  Temporal,
  type CalendarDay,
  type CalendarLayer,
  type DeriveContext,
  type SuppliedDay,
} from '@app/rules';
import type { AskCalendar, AskFinality, ComputeDeadline } from './calculators.dto';
import {
  ComputedView,
  CountedDeadline,
  FinalityView,
  type CalendarAnswer,
  type ClosedDayView,
  type FinalityAnswer,
} from './calculators.view';
import { factsOf } from './finality-facts';
import { forumOf } from './forum';
import { LawBasis, type LawPlace } from './law-basis';
import { askRules, refuseUncountable } from './rule-problem';

/** Asks the rules about facts that nobody stores: the law of the office on what-if facts. */
@Injectable()
export class CalculatorsService {
  constructor(private readonly basis: LawBasis) {}

  /** @throws Problem 422 naming the rule or the fact that cannot be read */
  async deadline({ rule, triggers, jurisdiction = null }: ComputeDeadline): Promise<ComputedView> {
    const state = jurisdiction ? clerkStateOf(jurisdiction) : null;
    const context = await this.context({ state, forum: forumOf(jurisdiction) });
    const computed = askRules(() => computeDeadline({ rule, triggers, jurisdiction }, context));
    return ComputedView.of(computed, this.basis.ruleSet.version);
  }

  /** When the order became final and what runs from it. @throws Problem 422 naming a date out of range */
  async finality(asked: AskFinality): Promise<FinalityAnswer> {
    refuseUncountable(asked);
    const facts = factsOf(asked);
    const context = await this.context();
    return askRules(() => ({
      finality: FinalityView.of(computeFinality(facts, context)!),
      deadlines: deriveDeadlines(facts, context).map((deadline) => CountedDeadline.of(deadline)),
    }));
  }

  /** Every closed day of the stretch, by layer. @throws Problem 422 when it is too long or out of range */
  async calendar({ from, to, state: named, circuit, forum }: AskCalendar): Promise<CalendarAnswer> {
    const state = named ?? (circuit ? clerkStateOf(circuit) : null);
    const stateKnown = state !== null && statesWithHolidays().includes(state);
    const { closures, stateHolidays, forumNotices } = await this.basis.context({ state, forum });
    const shipped = askRules(() =>
      describeCalendar({ from, to, state: stateKnown ? state : null, closures }),
    ).flatMap(closedDays);
    const entered = [
      ...stateHolidays.map((day) => enteredDay(day, 'state_holiday')),
      ...forumNotices.map((day) => enteredDay(day, 'forum_notice')),
    ].filter(({ on }) => from <= on && on <= to);
    const days = [...shipped, ...entered].sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
    return { state, stateKnown, days };
  }

  private async context(place: LawPlace = {}): Promise<DeriveContext> {
    return { ...(await this.basis.context(place)), today: await officeToday() };
  }
}

function closedDays({ on, weekday, reasons }: CalendarDay): ClosedDayView[] {
  return reasons.map(({ layer, name, rolls, authority, doubt }) => ({
    ...{ on, weekday, layer, name, rolls, authority, doubt },
  }));
}

/** A day the office has entered: the rules move no date over it, it only shows the outer bound. */
function enteredDay({ on, name, source }: SuppliedDay, layer: CalendarLayer): ClosedDayView {
  return {
    ...{ on, layer, name, rolls: false },
    weekday: Temporal.PlainDate.from(on).dayOfWeek,
    authority: source ?? 'Entered by hand',
    doubt: 'Whether it moves a deadline is for counsel.',
  };
}
