import { Problem } from '../embedded/problem.mjs';

// A closed terminal or pipe ends the reading, not the work.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

/** One calm line for the person at the keyboard. */
export const say = (line = '') => process.stdout.write(`${line}\n`);

/** Ends a script: with the sentence of a Problem, or with everything known about a defect of ours. */
export function fail(error) {
  process.stderr.write(error instanceof Problem ? `\n${error.message}\n` : `\n${error?.stack ?? error}\n`);
  process.exitCode = 1;
}

/** Seconds since a moment of `performance.now()`, with one decimal. */
export const secondsSince = (moment) => `${((performance.now() - moment) / 1000).toFixed(1)} s`;

/** Lines of columns that stand under each other. */
export function columns(rows, indent = '  ') {
  const widths = [];
  for (const row of rows) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)));
  return rows.map(
    (row) =>
      indent +
      row
        .map((cell, i) => cell.padEnd(widths[i] + 3))
        .join('')
        .trimEnd(),
  );
}
