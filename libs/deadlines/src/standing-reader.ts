import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import { ClientsService } from '@app/clients';
import { LawBasis } from '@app/law';
import { currentActor, db, Keyring } from '@app/platform';
import { diligence, RuleInputError } from '@app/rules';
import { factsOf } from './chronology.queries';
import { diligenceOf, type DiligenceRow } from './diligence-steps.queries';
import type { DiligenceReportView } from './standing-answer.view';
import { PlanProgress } from './plan-progress';
import { departureBars, motionBarsView, type Period } from './standing-bars';
import { checkInPlanView } from './standing-check-in';
import { circumstancesOf, STANDING_KINDS, type Circumstances } from './standing-circumstances';
import { CircuitOfMatter } from './standing-circuit';
import { mutable } from './standing-copy';
import { custodyPlanView } from './standing-custody';
import { diligenceRecord } from './standing-diligence';
import { staysView } from './standing-stays';
import type { StandingView } from './standing-whole.view';

const REOPEN = ['motion.reopen.90d', 'motion.reopen.legacy_1996'];

/** Where a case stands, from what is recorded. The rules answer; nothing is stored. */
@Injectable()
export class StandingReader {
  constructor(
    private readonly clients: ClientsService,
    private readonly keyring: Keyring,
    private readonly circuit: CircuitOfMatter,
    private readonly law: LawBasis,
    private readonly progress: PlanProgress,
  ) {}

  /** @throws Problem 404 */
  async of(clientId: string): Promise<StandingView> {
    await this.clients.require(clientId);
    const about = await this.circumstances(clientId);
    const periods = await periodsToReopen(clientId);
    const warnings: string[] = [];
    /** A date outside of what can be counted must not hide everything else. */
    const part = <T>(name: string, work: () => T): T | null => {
      try {
        return work();
      } catch (error) {
        if (!(error instanceof RuleInputError)) throw error;
        warnings.push(`${name} could not be counted: ${error.message} Check the recorded dates.`);
        return null;
      }
    };
    return {
      asOf: about.today,
      circuit: about.circuit,
      stays: part('Stays', () => staysView(about)) ?? [],
      motionBars: part('The limits of number', () => motionBarsView(about)),
      departure: part('The departure bar', () => departureBars(about, periods)) ?? [],
      diligence: part('Diligence', () => diligenceView(about)),
      checkInPlan: part('The preparation of the check-in', () => checkInPlanView(about)),
      custody: part('What follows from the detention', () => custodyPlanView(about)),
      warnings,
    };
  }

  private async circumstances(clientId: string): Promise<Circumstances> {
    const key = await this.keyring.clientKey(currentActor().orgId, clientId);
    const opened = !key.erased && may('client.names');
    const noteOf = (row: DiligenceRow): string | null =>
      opened ? key.box('diligence_step', row.id).open('note', row.note) : null;
    const clock = await officeClock();
    return circumstancesOf({
      ...clock,
      law: await this.law.context(),
      circuit: await this.circuit.of(clientId),
      diligence: await diligenceOf(clientId),
      progress: await this.progress.of(clientId),
      noteOf,
      rows: (await factsOf([clientId], STANDING_KINDS)).get(clientId) ?? [],
    });
  }
}

function diligenceView(about: Circumstances): DiligenceReportView {
  return mutable(diligence(diligenceRecord(about.diligence, about.noteOf), { today: about.today }));
}

/** Between which days the time to reopen each order ends, by order, as its deadline was counted. */
async function periodsToReopen(clientId: string): Promise<Map<string, Period>> {
  const rows = await db().query<{ key: string; first: string; last: string }>(
    `SELECT key, least(due_on, conservative_on) AS first, greatest(due_on, outer_on) AS last FROM deadline
      WHERE org_id = $1 AND client_id = $2 AND rule_id = ANY($3::text[]) AND status <> 'superseded' AND due_on IS NOT NULL`,
    [currentActor().orgId, clientId, REOPEN],
  );
  return new Map(rows.map(({ key, first, last }) => [key.slice(key.indexOf(':') + 1), { first, last }]));
}

/** Today and now where the office is. The database's clock, so that all processes agree. */
async function officeClock(): Promise<Pick<Circumstances, 'today' | 'now' | 'timeZone'>> {
  const row = await db().one<{ today: string; now: Date; time_zone: string }>(
    'SELECT (now() AT TIME ZONE time_zone)::date AS today, now() AS now, time_zone FROM organisation WHERE org_id = $1',
    [currentActor().orgId],
  );
  if (!row) throw new Error('This organisation has no time zone.');
  return { today: row.today, now: row.now.toISOString(), timeZone: row.time_zone };
}
