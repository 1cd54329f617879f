import { db } from '../request/scope';

const set = (shown: 'on' | 'off'): Promise<object[]> =>
  db().query(`SELECT set_config('app.errors_shown', $1, true)`, [shown]);

/**
 * Does the work with records in sight that were entered in error. The row rule hides them from everything else, so only
 * what lists, moves or puts back such records asks for this. Ends with the work.
 */
export async function amongErrors<T>(work: () => Promise<T>): Promise<T> {
  await set('on');
  try {
    const done = await work();
    await set('off');
    return done;
  } catch (error) {
    // After a failed statement the transaction takes no more, and what failed is what whoever asked has to hear.
    await set('off').catch(() => undefined);
    throw error;
  }
}
