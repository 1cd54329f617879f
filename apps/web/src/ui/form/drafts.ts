/**
 * What people typed and did not send, kept while the tab lives. Memory only: client data never reaches the
 * browser's storage.
 */
interface Draft {
  edits: Record<string, unknown>;
  key: string;
  /** The record as it was when the first of it was typed. */
  base?: unknown;
}
const drafts = new Map<string, Draft>();

export function draftOf(name: string): Draft {
  return drafts.get(name) ?? { edits: {}, key: crypto.randomUUID() };
}

export function keepDraft(name: string, draft: Draft): void {
  // A form without a name holds a secret: it is never kept.
  if (name === '' || Object.keys(draft.edits).length === 0) drafts.delete(name);
  else drafts.set(name, draft);
}

export function dropDraft(name: string): void {
  drafts.delete(name);
}

/** Signing out leaves nothing behind. */
export function dropAllDrafts(): void {
  drafts.clear();
}
