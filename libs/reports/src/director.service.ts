import { Injectable } from '@nestjs/common';
import { OUTCOMES } from '@app/cases';
import { officeToday } from '@app/platform';
import { addDays, CLEMENCY_STAGES, Temporal } from '@app/rules';
import {
  readCaseloads,
  readOutcomes,
  readPipeline,
  readRisk,
  readTotals,
  readWeek,
  type CountRow,
} from './director.queries';
import type { CaseloadView, CheckInDayView, DirectorView, TotalsView } from './director.view';

/** The office's figures. They count the same rows that the lists show. */
@Injectable()
export class DirectorService {
  async read(): Promise<DirectorView> {
    const today = await officeToday();
    const monday = addDays(today, 1 - Temporal.PlainDate.from(today).dayOfWeek);
    return {
      today,
      caseloads: await this.caseloads(today, monday),
      checkInsThisWeek: await this.week(monday),
      deadlinesAtRisk: await readRisk(today),
      pipeline: inOrder(CLEMENCY_STAGES, await readPipeline()).map(([stage, count]) => ({ stage, count })),
      outcomes: inOrder(OUTCOMES, await readOutcomes()).map(([outcome, count]) => ({ outcome, count })),
      totals: await this.totals(),
    };
  }

  private async caseloads(today: string, monday: string): Promise<CaseloadView[]> {
    return (await readCaseloads(today, monday)).map((row) => ({
      user: { id: row.id, name: row.name, role: row.role },
      open: row.open,
      checkInsThisWeek: row.check_ins,
      deadlinesAtRisk: row.at_risk,
    }));
  }

  private async week(monday: string): Promise<CheckInDayView[]> {
    return (await readWeek(monday)).map((row) => ({
      day: row.day,
      count: row.count,
      cameOut: row.came_out,
      detained: row.detained,
      notKnown: row.not_known,
    }));
  }

  private async totals(): Promise<TotalsView> {
    const { clients, open_cases, unassigned, detained, pardons } = await readTotals();
    return { clients, openCases: open_cases, unassigned, detained, pardonsGranted: pardons };
  }
}

/** Every name with its count, in the order of the list: a chart with a missing bar would mislead. */
function inOrder(names: readonly string[], rows: CountRow[]): [name: string, count: number][] {
  const counts = new Map(rows.map((row) => [row.name, row.count]));
  return names.map((name) => [name, counts.get(name) ?? 0]);
}
