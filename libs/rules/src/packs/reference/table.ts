/** A reference table as it is kept in this folder: one line of text per row, cells separated by '|'. */
export interface PackFile {
  asOf: string;
  source: string;
  note: string;
  columns: string[];
  rows: string[];
}

/** Where a table comes from and how far it can be trusted; shown wherever the table is shown. */
export interface PackInfo {
  /** Partial date: the day (or only the year) the facts were true at their source. */
  asOf: string;
  source: string;
  note: string;
}

export interface Pack<Row> extends PackInfo {
  items: readonly Row[];
}

/** Reads a table once, on first use: an importer that needs none of it pays nothing for it. */
export function lazyPack<Row>(
  file: PackFile,
  read: (cell: (column: string) => string) => Row,
): () => Pack<Row> {
  let pack: Pack<Row> | undefined;
  return () => {
    pack ??= {
      asOf: file.asOf,
      source: file.source,
      note: file.note,
      items: Object.freeze(file.rows.map((line) => Object.freeze(read(cellsOf(file.columns, line))))),
    };
    return pack;
  };
}

/** An index by one key, built on first use. With a repeated key the first row wins. */
export function lazyIndex<Row>(
  pack: () => Pack<Row>,
  key: (row: Row) => string | null,
): (code: string) => Row | undefined {
  let index: Map<string, Row> | undefined;
  return (code) => {
    if (!index) {
      index = new Map();
      for (const row of pack().items) {
        const k = key(row);
        if (k !== null && !index.has(k)) index.set(k, row);
      }
    }
    return index.get(code);
  };
}

function cellsOf(columns: string[], line: string): (column: string) => string {
  const cells = line.split('|');
  return (column) => cells[columns.indexOf(column)] ?? '';
}
