const LONGEST = 200;

/**
 * A file's own name without folders, control characters and marks that turn the direction of writing. It is shown to
 * people and never becomes the name of anything on the disk.
 */
export function fileNameOf(sent: string): string {
  const last = sent.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/^[\s.]+/, '')
    .trimEnd();
  return [...plain].slice(0, LONGEST).join('') || 'document';
}
