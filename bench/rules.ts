import { countings } from './counting';
import { derivations } from './derivation';
import { recounts } from './recount';

const SIZE = 100_000;
const MILLION = 1_000_000;
const say = (text: string): boolean => process.stdout.write(`${text}\n`);
const whole = (n: number): string => n.toLocaleString('en');

/** What the engine costs: one derivation, one count beside others, the recomputation of a whole office. */
export async function main(): Promise<void> {
  const wanted = Number(process.argv[2] ?? SIZE);
  derivations(say);
  countings(say);
  say('');
  const counts = await recounts(wanted, say);
  say(
    `\nrecomputation through the database (one organisation, ${whole(counts[0].deadlines)} open deadlines)`,
  );
  for (const { name, deadlines, moved, seconds, nodeCpu, postgresCpu } of counts) {
    const cells = [
      name.padEnd(34),
      `${seconds.toFixed(1)} s`.padStart(9),
      `${whole(moved)} moved`.padStart(18),
      `node ${nodeCpu.toFixed(1)} s`.padStart(15),
      `postgres ${postgresCpu.toFixed(1)} s`.padStart(19),
      deadlines === MILLION ? '' : `   a million in ${((seconds * MILLION) / deadlines).toFixed(0)} s`,
    ];
    say(`  ${cells.join('')}`);
  }
}

void main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
