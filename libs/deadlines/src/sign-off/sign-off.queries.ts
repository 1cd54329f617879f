import type { PersonRef } from '@app/cases';
import type { ClientKey } from '@app/platform';
import type { ProofView } from './sign-off.view';

/** A proof as a list reads it: sealed texts in base64. */
export interface ProofRow {
  id: string;
  state: string;
  way: string;
  filedOn: string;
  receipt: string | null;
  note: string | null;
  reason: string | null;
  document: { id: string; title: string; withdrawn: boolean } | null;
  recordedBy: PersonRef;
  recordedAt: string;
  decidedBy: PersonRef | null;
  decidedAt: string | null;
}

/** The last proof of a deadline `d` that was not replaced, and that no reopening took back. */
export const LAST_PROOF = `
  (SELECT json_build_object('id', p.id, 'state', p.state, 'way', p.way, 'filedOn', p.filed_on,
            'receipt', encode(p.receipt, 'base64'), 'note', encode(p.note, 'base64'), 'reason', encode(p.reason, 'base64'),
            'document', CASE WHEN f.id IS NOT NULL THEN json_build_object('id', f.id,
              'title', encode(f.title, 'base64'), 'withdrawn', f.withdrawn_at IS NOT NULL) END,
            'recordedBy', json_build_object('id', r.id, 'name', r.name), 'recordedAt', p.recorded_at,
            'decidedBy', CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'name', s.name) END,
            'decidedAt', p.decided_at)
     FROM deadline_proof p
     JOIN staff_user r ON r.org_id = p.org_id AND r.id = p.recorded_by
     LEFT JOIN document f ON f.org_id = p.org_id AND f.client_id = p.client_id AND f.id = p.document_id
     LEFT JOIN staff_user s ON s.org_id = p.org_id AND s.id = p.decided_by
    WHERE p.org_id = $1 AND p.deadline_id = d.id AND p.state NOT IN ('replaced', 'reopened')
    ORDER BY p.recorded_at DESC, p.id DESC LIMIT 1)`;

/** Deadlines `d` whose proof waits for a second person. */
export const WAITING = `EXISTS (SELECT 1 FROM deadline_proof w
   WHERE w.org_id = d.org_id AND w.deadline_id = d.id AND w.state = 'recorded')`;

/** The proof as a view shows it; without the client's key its texts stay closed. */
export function proofOf(row: ProofRow | null, key: ClientKey | null): ProofView | null {
  if (!row) return null;
  const box = key?.box('deadline_proof', row.id);
  const open = (column: string, text: string | null): string | null =>
    text && box ? box.open(column, Buffer.from(text, 'base64')) : null;
  const { state, way, filedOn, recordedBy, decidedBy } = row;
  return {
    ...{ state, way, filedOn, recordedBy, decidedBy },
    receipt: open('receipt', row.receipt),
    note: open('note', row.note),
    reason: open('reason', row.reason),
    document: documentOf(row.document, key),
    recordedAt: new Date(row.recordedAt).toISOString(),
    decidedAt: row.decidedAt ? new Date(row.decidedAt).toISOString() : null,
  };
}

function documentOf(row: ProofRow['document'], key: ClientKey | null): ProofView['document'] {
  if (!row) return null;
  const title = key?.box('document', row.id).open('title', Buffer.from(row.title, 'base64')) ?? null;
  return { id: row.id, title, withdrawn: row.withdrawn };
}
