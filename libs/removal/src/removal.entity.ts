import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConvictionFlags } from './conviction.dto';

/** What every record about a client's removal has. */
abstract class RemovalRow {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ type: 'integer' }) version: number;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}

/** A proceeding before an immigration court. Court and judge are sealed: with a hearing's day they would say where
 * somebody appears. `noJudge` and `noHearing` are known facts; null is not known. */
@Entity('proceeding')
export class Proceeding extends RemovalRow {
  @Column({ name: 'court_code', type: 'bytea', nullable: true }) courtCode: Buffer | null;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'bytea', nullable: true }) judge: Buffer | null;
  @Column({ name: 'no_judge', type: 'boolean' }) noJudge: boolean;
  @Column({ name: 'no_hearing', type: 'boolean' }) noHearing: boolean;
  @Column({ name: 'started_on', type: 'text', nullable: true }) startedOn: string | null;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
}

/** A paper that opened the proceeding or added charges to it. */
@Entity('charging_document')
export class ChargingDocument extends RemovalRow {
  @Column({ name: 'proceeding_id', type: 'uuid' }) proceedingId: string;
  @Column({ type: 'text' }) form: string;
  @Column({ type: 'text', nullable: true }) dated: string | null;
  @Column({ name: 'served_on', type: 'text', nullable: true }) servedOn: string | null;
}

/** A conviction. What a court wrote about the person is sealed; dates, level and state are not. */
@Entity('conviction')
export class ConvictionRecord extends RemovalRow {
  @Column({ type: 'text', nullable: true }) state: string | null;
  @Column({ type: 'text' }) level: string;
  @Column({ type: 'bytea', nullable: true }) court: Buffer | null;
  @Column({ type: 'bytea', nullable: true }) county: Buffer | null;
  @Column({ type: 'bytea', nullable: true }) docket: Buffer | null;
  @Column({ type: 'bytea', nullable: true }) statute: Buffer | null;
  @Column({ type: 'bytea', nullable: true }) offence: Buffer | null;
  @Column({ type: 'bytea', nullable: true }) sentence: Buffer | null;
  @Column({ name: 'maximum_sentence', type: 'bytea', nullable: true }) maximumSentence: Buffer | null;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
  @Column({ name: 'offence_on', type: 'text', nullable: true }) offenceOn: string | null;
  @Column({ name: 'plea_on', type: 'text', nullable: true }) pleaOn: string | null;
  @Column({ name: 'sentenced_on', type: 'text', nullable: true }) sentencedOn: string | null;
  @Column({ name: 'verdict_on', type: 'text', nullable: true }) verdictOn: string | null;
  @Column({ name: 'count_number', type: 'bytea', nullable: true }) countNumber: Buffer | null;
  @Column({ type: 'bytea', nullable: true }) scheme: Buffer | null;
  @Column({ name: 'cleared_by', type: 'text', nullable: true }) clearedBy: string | null;
  @Column({ name: 'cleared_on', type: 'text', nullable: true }) clearedOn: string | null;
  @Column({ name: 'age_at_offence', type: 'smallint', nullable: true }) ageAtOffence: number | null;
  @Column({ type: 'jsonb' }) flags: ConvictionFlags;
}

/** A charge in a charging document, by its EOIR code. */
@Entity('charge')
export class ChargeRecord extends RemovalRow {
  @Column({ name: 'proceeding_id', type: 'uuid' }) proceedingId: string;
  @Column({ type: 'text' }) code: string;
  @Column({ type: 'text' }) status: string;
  @Column({ type: 'text' }) origin: string;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
}

/** Which conviction a charge rests on. */
@Entity('charge_conviction')
export class ChargeConviction {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'charge_id', type: 'uuid' }) chargeId: string;
  @Column({ name: 'conviction_id', type: 'uuid' }) convictionId: string;
}

/** An order of removal. Dates may be known to the year or month only; `decidedAbout` says even that is approximate. */
@Entity('removal_order')
export class RemovalOrder extends RemovalRow {
  @Column({ name: 'proceeding_id', type: 'uuid' }) proceedingId: string;
  @Column({ type: 'text' }) kind: string;
  @Column({ name: 'decided_on', type: 'text', nullable: true }) decidedOn: string | null;
  @Column({ name: 'decided_about', type: 'boolean' }) decidedAbout: boolean;
  @Column({ name: 'decision_form', type: 'text', nullable: true }) decisionForm: string | null;
  @Column({ name: 'mailed_on', type: 'text', nullable: true }) mailedOn: string | null;
  @Column({ name: 'in_absentia', type: 'boolean', nullable: true }) inAbsentia: boolean | null;
  @Column({ type: 'text' }) appeal: string;
  @Column({ name: 'appeal_filed_on', type: 'text', nullable: true }) appealFiledOn: string | null;
  @Column({ name: 'appeal_decided_on', type: 'text', nullable: true }) appealDecidedOn: string | null;
  @Column({ name: 'appeal_outcome', type: 'text', nullable: true }) appealOutcome: string | null;
  @Column({ name: 'asylum_decided', type: 'boolean', nullable: true }) asylumDecided: boolean | null;
  @Column({ name: 'country_designated', type: 'text', nullable: true }) countryDesignated: string | null;
  @Column({ name: 'voluntary_departure_until', type: 'date', nullable: true }) voluntaryDepartureUntil:
    string | null;
  @Column({ type: 'text' }) status: string;
  /** Who wrote the facts down last, and when; the table notes it. */
  @Column({ name: 'recorded_by', type: 'uuid', nullable: true, insert: false, update: false }) recordedBy:
    string | null;
  @Column({ name: 'recorded_at', type: 'timestamptz', nullable: true, insert: false, update: false })
  recordedAt: Date | null;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
}

/** A standing the order had from a day on. Rows are added, never changed. */
@Entity('order_status')
export class OrderStatus {
  @PrimaryColumn({ name: 'org_id', type: 'uuid' }) orgId: string;
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId: string;
  @Column({ name: 'order_id', type: 'uuid' }) orderId: string;
  @Column({ type: 'text' }) status: string;
  @Column({ name: 'on_date', type: 'text', nullable: true }) onDate: string | null;
  @Column({ type: 'bytea', nullable: true }) note: Buffer | null;
  @Column({ name: 'by_user', type: 'uuid' }) byUser: string;
  @Column({ type: 'timestamptz' }) at: Date;
}
