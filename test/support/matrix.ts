import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Role } from '@app/access';
import type { Answer } from './client';
import { ask, type Route } from './routes';
import type { Things } from './things';
import { fill, keyOf, type Kind, type World } from './world';

/** Whether a route did not turn somebody away, whatever else it said. */
export const LET_IN = (status: number): boolean => ![401, 403, 404].includes(status) && status < 500;
/** A version nothing has: a change with it is let in and changes nothing. */
export const NEVER = 999_999_999;

/** What differs between any two requests. */
const PASSING = ['date', 'x-request-id'];

/** All that an answer says: its status, its headers and its bytes, without the request's own id and the clock. */
export function told(answer: Answer): string {
  const id = answer.headers['x-request-id'];
  const body = answer.bytes.toString('utf8');
  const headers = Object.entries(answer.headers)
    .filter(([name]) => !PASSING.includes(name))
    .sort();
  return JSON.stringify({ status: answer.status, headers, body: id ? body.replaceAll(id, '') : body });
}

type Choice = (parameter: string, key: string) => string;

/** Asks again while the answer is that somebody else is changing this, or that the machine was too slow: so says it. */
export async function askPatiently(...question: Parameters<typeof ask>): Promise<Answer> {
  let answer = await ask(...question);
  for (let tries = 0; tries < 5 && (answer.status === 503 || answer.body?.code === 'busy'); tries += 1) {
    await wait(300);
    answer = await ask(...question);
  }
  return answer;
}

/** The ways to point a route outside: all its ids from there, and each id alone from there. */
function outsides(
  world: World,
  route: Route,
  from: Things,
  which: readonly Kind[],
): { label: string; choose: Choice; blind: Choice }[] {
  const variants =
    route.parameters.length > 1
      ? [route.parameters, ...route.parameters.map((p) => [p])]
      : [route.parameters];
  return variants
    .map((moved) => moved.filter((p) => which.includes(world.kinds[keyOf(world, route.path, p)])))
    .filter((moved) => moved.length > 0)
    .map((moved) => {
      const random = randomUUID();
      return {
        label: moved.join('+'),
        choose: (parameter, key) => (moved.includes(parameter) ? from : world.mine)[key],
        blind: (parameter, key) => (moved.includes(parameter) ? random : world.mine[key]),
      };
    });
}

function isReference(world: World, route: Route, label: string): boolean {
  return label.split('+').every((p) => world.kinds[keyOf(world, route.path, p)] === 'reference');
}

/** A place of the world that a role is pointed at, and whether it should see what is there. */
export interface Place {
  where: string;
  from: Things;
  kinds: readonly Kind[];
  visible: boolean;
}

/** What is wrong with the answers of one route to one role at a place: seen or let in where it must not be, or the other way. */
export async function placeFaults(world: World, route: Route, role: Role, place: Place): Promise<string[]> {
  const api = world.apiOf(role);
  const faults: string[] = [];
  for (const { label, choose, blind } of outsides(world, route, place.from, place.kinds)) {
    const answer = await askPatiently(api, route, fill(world, route.path, choose), place.visible ? NEVER : 1);
    const nobodys = await askPatiently(api, route, fill(world, route.path, blind), 1);
    const pair = async (): Promise<string[]> => [
      told(await askPatiently(api, route, fill(world, route.path, choose), 1)),
      told(await askPatiently(api, route, fill(world, route.path, blind), 1)),
    ];
    const fault = (text: string): number =>
      faults.push(`${route.method} ${route.path} ${role} ${place.where} ${label}: ${text}`);
    if (place.visible) {
      if (!LET_IN(answer.status) && label === route.parameters.join('+'))
        fault(`${answer.status}, not let in`);
    } else if (isReference(world, route, label)) {
      // Another request of the batch may have changed what both are asked of, such as a wall that was taken down between
      // the two. What differs by the id differs again.
      const differs =
        told(answer) !== told(nobodys) && (await pair()).some((each, _, [first]) => each !== first);
      if (differs) fault(`differs from a random id: ${told(answer)}`);
    } else if (answer.status !== 404 || told(answer) !== told(nobodys)) {
      fault(`${told(answer)} instead of ${told(nobodys)}`);
    }
  }
  return faults;
}

/** Does the work six at a time. */
export async function inBatches<T>(items: T[], work: (item: T) => Promise<string[]>): Promise<string[]> {
  const found: string[] = [];
  for (let at = 0; at < items.length; at += 6) {
    found.push(...(await Promise.all(items.slice(at, at + 6).map(work))).flat());
  }
  return found;
}
