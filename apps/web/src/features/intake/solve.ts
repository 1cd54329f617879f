import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

/** Does the work that a public form costs, in this browser. About a second. @throws Error when it takes too long */
export async function solve(challenge: string): Promise<string> {
  const solution = await solveChallenge({
    challenge: JSON.parse(challenge) as Challenge,
    deriveKey,
    timeout: 120_000,
  });
  if (!solution) throw new Error('The work was not done in time.');
  return JSON.stringify(solution);
}
