import { currentActor, db } from '@app/platform';

export interface VersionRow {
  id: string;
  client_id: string;
  document_id: string;
  number: number;
  kind: string;
  file_name: Buffer;
  bytes: number;
  pages: number | null;
  text_state: string;
  active: boolean;
  uploaded_by: string;
  uploaded_name: string;
  uploaded_at: Date;
}

export interface DocumentRow {
  id: string;
  client_id: string;
  version: number;
  title: Buffer;
  category: string;
  received_on: string | null;
  source: Buffer | null;
  language: string | null;
  translation_of: string | null;
  privileged: boolean;
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
  withdrawn_name: string | null;
  withdrawn_reason: Buffer | null;
  created_by: string;
  created_name: string;
  created_at: Date;
  facts: number;
}

export interface FactSourceRow {
  id: string;
  client_id: string;
  document_id: string;
  title: Buffer;
  source_kind: string;
  source_id: string;
  field: string;
  page: number | null;
  quote: Buffer | null;
  added_by: string;
  added_name: string;
  added_at: Date;
}

const DOCUMENTS = `
  SELECT d.id, d.client_id, d.version, d.title, d.category, d.received_on, d.source, d.language, d.translation_of,
         d.privileged, d.withdrawn_at, d.withdrawn_by, w.name AS withdrawn_name, d.withdrawn_reason, d.created_by,
         c.name AS created_name, d.created_at,
         (SELECT count(*)::int FROM fact_source f WHERE f.org_id = d.org_id AND f.document_id = d.id) AS facts
    FROM document d
    JOIN staff_user c ON c.org_id = d.org_id AND c.id = d.created_by
    LEFT JOIN staff_user w ON w.org_id = d.org_id AND w.id = d.withdrawn_by`;

/** All documents of a client, newest first, at most 2,000. */
export function documentsOf(clientId: string): Promise<DocumentRow[]> {
  return db().query(
    `${DOCUMENTS} WHERE d.org_id = $1 AND d.client_id = $2 ORDER BY d.created_at DESC, d.id DESC LIMIT 2000`,
    [currentActor().orgId, clientId],
  );
}

export function documentRow(documentId: string): Promise<DocumentRow | null> {
  return db().one(`${DOCUMENTS} WHERE d.org_id = $1 AND d.id = $2`, [currentActor().orgId, documentId]);
}

/** The versions of these documents, newest first. */
export function versionsOf(documentIds: string[]): Promise<VersionRow[]> {
  return db().query(
    `SELECT v.id, v.client_id, v.document_id, v.number, v.kind, v.file_name, v.bytes, v.pages, v.text_state, v.active,
            v.uploaded_by, u.name AS uploaded_name, v.uploaded_at
       FROM document_version v JOIN staff_user u ON u.org_id = v.org_id AND u.id = v.uploaded_by
      WHERE v.org_id = $1 AND v.document_id = ANY($2::uuid[]) ORDER BY v.number DESC`,
    [currentActor().orgId, documentIds],
  );
}

/** Which facts of a client rest on which documents; of one document only when it is named. */
export function factSourcesOf(clientId: string, documentId?: string): Promise<FactSourceRow[]> {
  return db().query(
    `SELECT f.id, f.client_id, f.document_id, d.title, f.source_kind, f.source_id, f.field, f.page, f.quote, f.added_by,
            u.name AS added_name, f.added_at
       FROM fact_source f
       JOIN document d ON d.org_id = f.org_id AND d.id = f.document_id
       JOIN staff_user u ON u.org_id = f.org_id AND u.id = f.added_by
      WHERE f.org_id = $1 AND f.client_id = $2 AND ($3::uuid IS NULL OR f.document_id = $3)
      ORDER BY f.added_at, f.id LIMIT 5000`,
    [currentActor().orgId, clientId, documentId ?? null],
  );
}

/** The sealed pages of a version, in order. */
export function pagesOf(versionId: string): Promise<{ id: string; page: number; text: Buffer }[]> {
  return db().query(
    'SELECT id, page, text FROM document_page WHERE org_id = $1 AND version_id = $2 ORDER BY page',
    [currentActor().orgId, versionId],
  );
}
