import { fail, openFact, pass, type Verdict } from './grantor';
import type { InstrumentTest, Pardon } from './types';

/**
 * The verdicts with the results a reader of the instrument recorded. A recorded pass answers a question of fact, never a
 * question of law; against a failure the rules found it is a contradiction, which is a question. A recorded failure stands.
 */
export function asRecorded<Test extends InstrumentTest>(
  verdicts: Record<Test, Verdict>,
  { testResults }: Pardon,
): Record<Test, Verdict> {
  if (!testResults) return verdicts;
  const read = { ...verdicts };
  for (const test of Object.keys(verdicts) as Test[]) {
    const result = testResults[test];
    if (result) read[test] = together(verdicts[test], result, test);
  }
  return read;
}

function together(found: Verdict, recorded: 'pass' | 'fail' | 'unclear', test: InstrumentTest): Verdict {
  const { authorities, quotes } = found;
  const name = test.replaceAll('_', ' ');
  if (recorded === 'fail') {
    return found.result === 'fail'
      ? found
      : fail('recorded_as_failing', `Recorded as failing the test: ${name}.`, { authorities, quotes });
  }
  if (recorded === 'unclear') {
    return found.result === 'pass'
      ? openFact('recorded_as_unclear', `Recorded as unclear: ${name}.`, `What settles the test: ${name}?`, {
          authorities,
          quotes,
        })
      : found;
  }
  if (found.doubt === 'facts') {
    return pass('Recorded as passing by whoever read the instrument.', { authorities, quotes });
  }
  if (found.result !== 'fail') return found;
  return openFact(
    'recorded_result_contradicts',
    `Recorded as passing, but what else is recorded says otherwise. ${found.why}`,
    `Which is right about the test: ${name}?`,
    { authorities, quotes },
  );
}
