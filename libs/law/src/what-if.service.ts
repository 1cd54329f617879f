import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { notFound, officeToday } from '@app/platform';
import {
  clemencyCalendar,
  pardonEffect,
  pardonJurisdictionByCode,
  screenClient,
  SCREENING_AS_OF,
  SCREENING_NOTE,
  whatWouldChange,
} from '@app/rules';
import type { AskClemencyCalendar } from './clemency-calendar.dto';
import { ClemencyCalendarView, type JurisdictionPage } from './clemency-calendar.view';
import { JurisdictionView } from './jurisdiction.view';
import { LawBasis } from './law-basis';
import { PardonEffectView, WhatWouldChangeView, type PardonEffectAnswer } from './pardon-effect.view';
import { pardonCaseOf } from './pardon-question';
import type { AskPardonEffect } from './pardon-question.dto';
import { askRules, refuseUncountable } from './rule-problem';
import type { AskScreening } from './screening.dto';
import { recordedOf, standingCheckOf, subjectOf } from './verification.queries';
import { ScreeningResultView, type ScreeningAnswer } from './screening.view';

/** Asks the rules about pardons and clemency on facts that nobody stores. */
@Injectable()
export class WhatIfService {
  constructor(private readonly basis: LawBasis) {}

  /** @throws Problem 422 naming the fact that cannot be read */
  pardonEffect(asked: AskPardonEffect): PardonEffectAnswer {
    const input = pardonCaseOf(asked);
    return askRules(() => ({
      ...PardonEffectView.of(pardonEffect(input)),
      whatIf: WhatWouldChangeView.of(whatWouldChange(input)),
    }));
  }

  /** @throws Problem 422 naming the date that cannot be read */
  async screening({ includeBills, aggravatedFelony, ...facts }: AskScreening): Promise<ScreeningAnswer> {
    const today = await officeToday();
    const aggravatedFelonyOn = aggravatedFelony === false ? false : (facts.aggravatedFelonyOn ?? null);
    const items = askRules(() => screenClient({ ...facts, aggravatedFelonyOn }, { today, includeBills }));
    return {
      asOf: SCREENING_AS_OF,
      note: SCREENING_NOTE,
      items: items.map((result) => ScreeningResultView.of(result)),
    };
  }

  /** What is dated about an application. @throws Problem 404 for an unknown authority, 422 for a date out of range */
  async clemencyCalendar(code: string, asked: AskClemencyCalendar): Promise<ClemencyCalendarView> {
    const jurisdiction = pardonJurisdictionByCode(code)?.code;
    if (!jurisdiction) throw notFound();
    refuseUncountable(asked);
    const { closures, stateHolidays } = await this.basis.context({ state: jurisdiction });
    const supplied = { closures, ...(stateHolidays.length > 0 ? { stateHolidays } : {}) };
    const verification = await standingCheckOf(jurisdiction);
    const today = await officeToday();
    return ClemencyCalendarView.of(
      askRules(() => clemencyCalendar({ ...asked, ...supplied, verification, jurisdiction, today })),
    );
  }

  /** An authority with its clocks as they are today. @throws Problem 404 */
  async jurisdiction(code: string): Promise<JurisdictionPage> {
    const record = pardonJurisdictionByCode(code);
    if (!record) throw notFound();
    const recorded = await recordedOf(subjectOf(record.code));
    return {
      ...JurisdictionView.of(record),
      calendar: await this.clemencyCalendar(code, {}),
      verifications: recorded.map(({ ruleVersion: _none, ...verified }) => verified),
      can: { verify: may('law.verify') },
    };
  }
}
