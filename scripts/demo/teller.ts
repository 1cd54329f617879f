const WIDTH = 98;

/** Writes the story: one thought a line, wrapped, indented, readable with and without a terminal. */
export class Teller {
  private chapter = 0;

  constructor(
    private readonly write: (line: string) => void,
    private readonly bold = false,
  ) {}

  /** A numbered heading. */
  heading(text: string): void {
    this.chapter += 1;
    const line = `${this.chapter}. ${text}`;
    this.write('');
    this.write(this.bold ? `\u001b[1m${line}\u001b[0m` : line);
    this.write('─'.repeat(Math.min(line.length, WIDTH)));
  }

  /** A paragraph. */
  say(text = '', indent = 0): void {
    for (const line of wrapped(text, WIDTH - indent)) this.write(`${' '.repeat(indent)}${line}`.trimEnd());
  }

  /** Points of a list. */
  points(points: readonly string[], indent = 2, mark = '-'): void {
    for (const point of points) {
      const [first, ...rest] = wrapped(point, WIDTH - indent - 2);
      this.write(`${' '.repeat(indent)}${mark} ${first}`);
      for (const line of rest) this.write(`${' '.repeat(indent + 2)}${line}`);
    }
  }

  /** Two columns: what, and what is known of it. */
  facts(rows: readonly (readonly [what: string, known: string])[], indent = 2): void {
    const left = Math.max(...rows.map(([what]) => what.length)) + 2;
    for (const [what, known] of rows) {
      const [first, ...rest] = wrapped(known, WIDTH - indent - left);
      this.write(`${' '.repeat(indent)}${what.padEnd(left)}${first}`);
      for (const line of rest) this.write(`${' '.repeat(indent + left)}${line}`);
    }
  }
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}
