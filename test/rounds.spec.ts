import { Log } from '@app/platform';
import { Rounds } from '../apps/worker/src/rounds';

it('repeats a round that failed soon, and not only when the duty is due again', async () => {
  let calls = 0;
  let done = (): void => undefined;
  const second = new Promise<void>((resolve) => (done = resolve));
  const round = async (): Promise<number> => {
    calls += 1;
    if (calls === 1) throw new Error('the database was away');
    done();
    return 0;
  };
  const rounds = new Rounds([{ name: 'daily', everyMs: 3_600_000, round }], new Log('silent'), 10);
  rounds.start();
  try {
    await second;
  } finally {
    await rounds.stop();
  }
  expect(calls).toBe(2);
});
