import { amongErrors, currentActor, db } from '@app/platform';
import { HOLDING_FACTS, type HoldingFact } from './demand.dto';
import type { Demand } from './demand.entity';

type Period = Pick<Demand, 'id' | 'periodFrom' | 'periodTo'>;

/** A note in the scope, and what was decided about releasing it. */
export interface ScopeNote {
  id: string;
  client_id: string;
  kind: string;
  on: string;
  text: Buffer;
  release_id: string | null;
  released: boolean | null;
  release_reason: Buffer | null;
}

/** A client whom 8 U.S.C. 1367 protects or may protect with the family, and what was decided about releasing them for a demand. */
export interface ScopeProtection {
  client_id: string;
  because: HoldingFact[];
  release_id: string | null;
  released: boolean | null;
  release_reason: Buffer | null;
}

/** A file in the scope. */
export interface ScopeFile {
  id: string;
  client_id: string;
  kind: string;
  storage_name: string;
  file_key: Buffer;
  bytes: string;
}

/** A dated fact in or out of the span; dates may be known to the year only. */
export interface ScopeFact {
  client_id: string;
  kind: string;
  on: string | null;
  attributes: Record<string, unknown>;
}

const LOCAL = (instant: string): string => `(${instant} AT TIME ZONE o.time_zone)::date`;
const WITHIN = (day: string): string =>
  `($3::date IS NULL OR ${day} >= $3::date) AND ($4::date IS NULL OR ${day} <= $4::date)`;

const span = (demand: Period, clientIds: readonly string[]): unknown[] => [
  currentActor().orgId,
  clientIds,
  demand.periodFrom,
  demand.periodTo,
];

/** Notes by the day they were written on, with what was decided about releasing privileged ones. */
export function notesOf(demand: Period, clientIds: readonly string[]): Promise<ScopeNote[]> {
  const day = LOCAL('n.at');
  return db().query<ScopeNote>(
    `SELECT n.id, n.client_id, n.kind, ${day}::text AS on, n.text, r.id AS release_id, r.released, r.reason AS release_reason
       FROM case_note n JOIN organisation o ON o.org_id = n.org_id
       LEFT JOIN LATERAL (SELECT x.id, x.released, x.reason FROM demand_release x
              WHERE x.org_id = n.org_id AND x.demand_id = $5 AND x.note_id = n.id
              ORDER BY x.released_at DESC, x.id DESC LIMIT 1) r ON true
      WHERE n.org_id = $1 AND n.client_id = ANY ($2::uuid[]) AND ${WITHIN(day)}
      ORDER BY n.client_id, n.at, n.id`,
    [...span(demand, clientIds), demand.id],
  );
}

/**
 * Which of these clients are protected. Whatever became of the application: the protection ends only when it was denied
 * and no appeal is left (8 U.S.C. 1367(a)), which a person must find and say by releasing the client. Whose family or
 * household has a protected client in it may be a beneficiary of the same petition, and is held back the same way. The
 * database says so also of relatives whom this person does not see, and does not say who they are. That the record of a
 * protection was entered in error is for the same person to judge.
 */
export function protectionsOf(demandId: string, clientIds: readonly string[]): Promise<ScopeProtection[]> {
  return amongErrors(() =>
    db().query<ScopeProtection>(
      `SELECT f.client_id, f.because, r.id AS release_id, r.released, r.reason AS release_reason
       FROM (SELECT client_id, array_agg(DISTINCT kind ORDER BY kind) AS because
               FROM (SELECT client_id, kind FROM relief_application WHERE org_id = $1 AND client_id = ANY ($2::uuid[])
                     UNION ALL
                     SELECT client_id, kind FROM motion WHERE org_id = $1 AND client_id = ANY ($2::uuid[])
                     UNION ALL
                     SELECT client_id, 'family' FROM sec.family_of_protected($2::uuid[]) AS client_id) facts
              WHERE kind = ANY ($4::text[]) GROUP BY client_id) f
       LEFT JOIN LATERAL (SELECT x.id, x.released, x.reason FROM demand_release x
              WHERE x.org_id = $1 AND x.demand_id = $3 AND x.client_id = f.client_id
                AND x.note_id IS NULL AND x.document_id IS NULL
              ORDER BY x.released_at DESC, x.id DESC LIMIT 1) r ON true
      ORDER BY f.client_id`,
      [currentActor().orgId, clientIds, demandId, HOLDING_FACTS],
    ),
  );
}

/** A document in the scope that needs a release of its own. */
export interface HeldRow {
  id: string;
  client_id: string;
  on: string;
  title: Buffer;
  withdrawn: boolean;
  release_id: string | null;
  released: boolean | null;
  release_reason: Buffer | null;
}

/** Work product stays here, and a withdrawn paper may be somebody else's. */
const HELD = '(d.privileged OR d.withdrawn_at IS NOT NULL)';
const RELEASE = `LEFT JOIN LATERAL (SELECT x.id, x.released, x.reason FROM demand_release x
         WHERE x.org_id = d.org_id AND x.demand_id = $5 AND x.document_id = d.id
         ORDER BY x.released_at DESC, x.id DESC LIMIT 1) r ON true`;
const RECEIVED = (uploaded: string): string => `coalesce(d.received_on, ${LOCAL(uploaded)})`;

/** Documents that stay in the office unless they are released, if any version of theirs is in the span. */
export function heldDocumentsOf(demand: Period, clientIds: readonly string[]): Promise<HeldRow[]> {
  const day = RECEIVED('v.uploaded_at');
  return db().query<HeldRow>(
    `SELECT d.id, d.client_id, min(${day})::text AS on, d.title, d.withdrawn_at IS NOT NULL AS withdrawn,
            r.id AS release_id, r.released, r.reason AS release_reason
       FROM document d JOIN organisation o ON o.org_id = d.org_id
       JOIN document_version v ON v.org_id = d.org_id AND v.document_id = d.id ${RELEASE}
      WHERE d.org_id = $1 AND d.client_id = ANY ($2::uuid[]) AND ${WITHIN(day)} AND ${HELD}
      GROUP BY d.org_id, d.id, r.id, r.released, r.reason ORDER BY d.client_id, 3, d.id`,
    [...span(demand, clientIds), demand.id],
  );
}

/** Files by the day the paper was received, or else uploaded; every version, but of documents held back only released ones. */
export function filesOf(demand: Period, clientIds: readonly string[]): Promise<ScopeFile[]> {
  const day = RECEIVED('v.uploaded_at');
  return db().query<ScopeFile>(
    `SELECT v.id, v.client_id, v.kind, v.storage_name, v.file_key, v.bytes
       FROM document_version v JOIN document d ON d.org_id = v.org_id AND d.id = v.document_id
       JOIN organisation o ON o.org_id = v.org_id ${RELEASE}
      WHERE v.org_id = $1 AND v.client_id = ANY ($2::uuid[]) AND ${WITHIN(day)} AND (NOT ${HELD} OR r.released)
      ORDER BY v.client_id, d.created_at, v.number, v.id`,
    [...span(demand, clientIds), demand.id],
  );
}

/** All dated facts of these clients; the span is for the caller to apply. */
export function datedFacts(clientIds: readonly string[]): Promise<ScopeFact[]> {
  return db().query<ScopeFact>(
    `SELECT client_id, kind, coalesce(on_date::text, on_text) AS on, attributes FROM chronology
      WHERE org_id = $1 AND client_id = ANY ($2::uuid[])
      ORDER BY client_id, coalesce(on_date::text, on_text), source_id, kind`,
    [currentActor().orgId, clientIds],
  );
}
