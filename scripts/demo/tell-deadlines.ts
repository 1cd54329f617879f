import type { Json } from '../../test/support/client';
import type { Program } from './program';
import type { Teller } from './teller';

/**
 * Prints the open deadlines of a client with the steps that lead to each day; those in `told` were printed before and
 * are only counted.
 */
export async function tellDeadlines(
  program: Program,
  teller: Teller,
  clientId: string,
  told: Set<string>,
): Promise<void> {
  const { items } = await program.read(`/clients/${clientId}/deadlines`);
  const open = items.filter((item: Json) => item.status === 'open');
  if (open.length === 0) return teller.say('Nothing is open: no date follows from the facts any more.', 2);
  const fresh = open.filter((item: Json) => !told.has(item.id));
  for (const item of fresh) {
    await tellOne(program, teller, item.id);
    told.add(item.id);
  }
  const before = open.length - fresh.length;
  if (before > 0) {
    teller.say();
    teller.say(`The ${before} told above stand as they were.`, 2);
  }
}

async function tellOne(program: Program, teller: Teller, id: string): Promise<void> {
  const deadline = await program.read(`/deadlines/${id}`);
  teller.say();
  teller.say(`${deadline.title}: ${dateOf(deadline)}`, 2);
  teller.say(
    `${deadline.citation}. ${deadline.verified ? 'Verified.' : 'Not yet verified by an attorney.'}`,
    4,
  );
  teller.points(stepsOf(deadline), 4, '·');
  const others = deadline.alternates.map(
    (other: Json) => `${other.on} (${other.label}, ${words(other.status)})`,
  );
  if (others.length > 0) teller.say(`Other readings: ${others.join('; ')}`, 4);
}

/** The steps, each once. That nobody has verified the rule yet is said above them. */
function stepsOf(deadline: Json): string[] {
  const steps: Json[] = deadline.trace.filter((step: Json) => !step.text.startsWith('Not verified:'));
  return [...new Set(steps.map((step) => (step.on ? `${step.text} → ${step.on}` : step.text)))];
}

function dateOf(deadline: Json): string {
  if (!deadline.dueOn) return `no day can be counted (${words(deadline.kind)})`;
  const act = deadline.taskOn && deadline.taskOn !== deadline.dueOn ? `, act by ${deadline.taskOn}` : '';
  const over = deadline.overBeforeRecorded ? ', over before the office recorded the facts' : '';
  return `${deadline.dueOn} (${words(deadline.kind)}${act}${over})`;
}

/** lower_snake_case as people read it. */
export const words = (text: string): string => text.replaceAll('_', ' ').replaceAll('.', ': ');
