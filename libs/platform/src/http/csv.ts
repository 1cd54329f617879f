/**
 * What a spreadsheet takes for a formula at the beginning of a cell, full-width forms included, and behind blanks,
 * which some programs cut off before they look.
 */
const ACTIVE = /^[\s\p{C}\p{Z}]*[=+\-@＝＋－﹣﹢﹦＠|%]|^[\t\r\n]/u;

/** One cell: never a formula, quoted by RFC 4180 where it must be. */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  const text = typeof value === 'string' && ACTIVE.test(value) ? `'${value}` : String(value);
  return /[",\r\n;\t]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** Rows as a file that spreadsheets open as text: with a byte order mark, CRLF at the end of each row. */
export function csvOf(rows: (string | number | null)[][]): string {
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
