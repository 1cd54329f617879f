import { INSTRUMENT_TESTS } from '../../packs/grounds';
import type { InstrumentTest } from '../types';
import { malformed, saysNothing, wordOf, type Found } from './fields';

/** The tests by the names the form uses. */
export const TEST_NAMES: Record<InstrumentTest, string> = {
  grantor: 'grantor',
  type: 'type',
  full_and_unconditional: 'fullUnconditional',
  same_conviction: 'sameConviction',
  sovereign: 'sovereign',
  after_conviction: 'afterConviction',
  individual: 'individual',
  collateral_attack: 'collateralAttack',
};

const plain = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');
const byName = new Map<string, InstrumentTest>(
  INSTRUMENT_TESTS.flatMap(({ test }) => [
    [plain(TEST_NAMES[test]), test],
    [plain(test), test],
  ]),
);

/** The test of a name such as 'fullUnconditional' or 'full_and_unconditional'; undefined when there is none. */
export function testName(name: string): InstrumentTest | undefined {
  return byName.get(plain(name));
}

const PASSES =
  /^(?:pass(?:es|ed)?|yes|true|ok|all counts|individual|pardon|president|governor|constitutional board with analysis)$/;
const FAILS = /^(?:fail(?:s|ed)?|no|false|none|class)$/;
const UNCLEAR = /^(?:unclear|unsure|contested|some|some counts|partly)$/;

/** The attack for fraud: that nobody makes one is a pass. */
const ATTACK: Array<[RegExp, Result]> = [
  [/^(?:n\/a|na|no|false|none|not alleged)$/, 'pass'],
  [/^(?:yes|true|alleged)$/, 'unclear'],
];
const ANY: Array<[RegExp, Result]> = [
  [PASSES, 'pass'],
  [FAILS, 'fail'],
  [UNCLEAR, 'unclear'],
];
type Result = 'pass' | 'fail' | 'unclear';

/** Pass, fail or unclear; null when the form says nothing. */
export function testResult({ value, path }: Found, test: InstrumentTest): Result | null {
  if (value === null || value === undefined) return null;
  const word = typeof value === 'boolean' ? String(value) : wordOf(value);
  if (word === null) throw malformed(path, 'A test is answered with PASS, FAIL or UNCLEAR.');
  const table = test === 'collateral_attack' ? [...ATTACK, ...ANY] : ANY;
  const known = table.find(([pattern]) => pattern.test(word));
  if (known) return known[1];
  if (saysNothing(word)) return 'unclear';
  throw malformed(path, 'A test is answered with PASS, FAIL or UNCLEAR.');
}

/** Whether the text is an answer to a test at all, and not, say, a place. */
export function isTestResult(value: unknown): boolean {
  const word = typeof value === 'boolean' ? String(value) : (wordOf(value) ?? '');
  return saysNothing(word) || ANY.some(([pattern]) => pattern.test(word));
}
