import type { RemovalView } from '@app/removal';
import type { AdmissionHistory, Pardon } from '@app/rules';

/** What the report about a pardon is made of, as it is recorded. */
export interface Sources {
  removal: RemovalView;
  admission: AdmissionHistory;
  pardons: Pardon[];
}

/** A date that another source gives for a fact of the chronology. */
export interface OtherDate {
  field: string;
  sourceId: string;
  otherOn: string;
}

/** The recorded date, and the sources as they would be under the other one. */
export interface Exchanged {
  recordedOn: string | null;
  sources: Sources;
}

type Exchange = (sources: Sources, other: OtherDate) => Exchanged | null;

/** Puts the other date into the row that the dispute names; null when these rows do not hold it. */
function put<T extends { id?: string | null }>(
  rows: readonly T[],
  field: keyof T,
  { sourceId, otherOn }: OtherDate,
): { recordedOn: string | null; rows: T[] } | null {
  const row = rows.find(({ id }) => id === sourceId);
  if (!row) return null;
  return {
    recordedOn: (row[field] as string | null | undefined) ?? null,
    rows: rows.map((one) => (one === row ? { ...one, [field]: otherOn } : one)),
  };
}

const ofConviction =
  (field: 'offenceOn' | 'pleaOn' | 'sentencedOn'): Exchange =>
  (sources, other) => {
    const found = put(sources.removal.convictions, field, other);
    if (!found) return null;
    const removal = { ...sources.removal, convictions: found.rows };
    return { recordedOn: found.recordedOn, sources: { ...sources, removal } };
  };

const ofPardon =
  (field: 'signedOn' | 'effectiveOn' | 'announcedOn'): Exchange =>
  (sources, other) => {
    const found = put(sources.pardons, field, other);
    return found && { recordedOn: found.recordedOn, sources: { ...sources, pardons: found.rows } };
  };

const ofAdmission =
  (field: 'admittedOn' | 'adjustedOn'): Exchange =>
  (sources, other) => {
    const found = put([sources.admission], field, other);
    return found && { recordedOn: found.recordedOn, sources: { ...sources, admission: found.rows[0] } };
  };

const ofTrip =
  (field: 'departedOn' | 'returnedOn'): Exchange =>
  (sources, other) => {
    const found = put(sources.admission.trips ?? [], field, other);
    if (!found) return null;
    const admission = { ...sources.admission, trips: found.rows };
    return { recordedOn: found.recordedOn, sources: { ...sources, admission } };
  };

/** Rows that hang on a proceeding: its papers and its orders. */
const ofProceeding =
  (list: 'documents' | 'orders', field: string): Exchange =>
  (sources, other) => {
    const { proceedings } = sources.removal;
    for (const proceeding of proceedings) {
      const found = put(proceeding[list] as { id: string }[], field as 'id', other);
      if (!found) continue;
      const changed = proceedings.map((one) =>
        one === proceeding ? { ...proceeding, [list]: found.rows } : one,
      );
      const removal = { ...sources.removal, proceedings: changed };
      return { recordedOn: found.recordedOn, sources: { ...sources, removal } };
    }
    return null;
  };

/** The dates that the report reads, by the kind of fact. A dispute about anything else does not touch it. */
const READ: Readonly<Record<string, Exchange>> = {
  offence_committed: ofConviction('offenceOn'),
  plea_entered: ofConviction('pleaOn'),
  conviction_sentenced: ofConviction('sentencedOn'),
  pardon_signed: ofPardon('signedOn'),
  pardon_effective: ofPardon('effectiveOn'),
  pardon_announced: ofPardon('announcedOn'),
  admitted: ofAdmission('admittedOn'),
  became_resident: ofAdmission('adjustedOn'),
  departed: ofTrip('departedOn'),
  returned: ofTrip('returnedOn'),
  nta_served: ofProceeding('documents', 'servedOn'),
  order_decided: ofProceeding('orders', 'decidedOn'),
};

/** The sources under the other date; null when the report does not use the fact. */
export function exchanged(sources: Sources, other: OtherDate): Exchanged | null {
  return READ[other.field]?.(sources, other) ?? null;
}
