import { recounts } from './recount';

const SIZE = 100_000;
const say = (text: string): boolean => process.stdout.write(`${text}\n`);

/** What the engine costs: one derivation, one count beside others', the recomputation of a whole office. */
export async function main(): Promise<void> {
  const wanted = Number(process.argv[2] ?? SIZE);
  for (const { name, deadlines, moved, seconds } of await recounts(wanted, say)) {
    const million = (seconds * 1e6) / deadlines;
    say(
      `  ${name.padEnd(34)}${deadlines.toLocaleString('en').padStart(10)} open${String(moved).padStart(9)} moved` +
        `${seconds.toFixed(1).padStart(8)} s   a million in ${million.toFixed(0)} s`,
    );
  }
}

void main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
