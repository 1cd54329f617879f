import { writeSync } from 'node:fs';
import { checkDeadlines, checkPardonEffects, Temporal, type DeriveContext } from '@app/rules';

const USAGE = `Usage: npm run -s law -- deadlines < in.json > out.json
       npm run -s law -- pardon-effect < in.json > out.json
The input is an array of entries; the answer has one element for each, in order. See docs/law.md.
`;

/** Unreadable input, or a question nobody asks. */
const UNREADABLE = 2;

type Answer = (entries: readonly unknown[], context: DeriveContext) => readonly unknown[];

const ANSWERS: Readonly<Record<string, Answer>> = {
  deadlines: checkDeadlines,
  'pardon-effect': (entries) => checkPardonEffects(entries),
};

async function readAll(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}

function refuse(words: string): void {
  process.stderr.write(`${words}\n`);
  process.exitCode = UNREADABLE;
}

/** A pipe takes what it has room for; what is left is written again, so that no answer is cut off. */
function writeWhole(text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function main(): Promise<void> {
  const [question = ''] = process.argv.slice(2);
  const answer = Object.hasOwn(ANSWERS, question) ? ANSWERS[question] : undefined;
  if (!answer) return refuse(USAGE);
  const entries = parsed(await readAll());
  if (entries === undefined) return refuse('The input is not JSON.');
  if (!Array.isArray(entries)) return refuse('The input is not an array of entries.');
  const today = Temporal.Now.plainDateISO('UTC').toString();
  writeWhole(`${JSON.stringify(answer(entries, { today }), null, 1)}\n`);
}

void main();
