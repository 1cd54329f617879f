import { INSTRUMENT_TESTS } from '../packs/grounds';
import { pardonJurisdictionByCode } from '../packs/jurisdictions';
import { authoritiesOf } from './authorities';
import type { Coverages } from './coverage';
import { fail, openFact, pass, type Verdict } from './grantor';
import type { PerConvictionTest } from './instrument';
import { nameOf } from './names';
import { asRecorded } from './recorded';
import type { Conviction, InstrumentFinding, InstrumentTest, Pardon } from './types';

/** The eight tests of every instrument, in their order, each with pass, fail or unclear and why. */
export function instrumentFindings(coverages: Coverages, relied: ReadonlySet<string>): InstrumentFinding[] {
  const unnamed = new Set([...relied].filter((id) => coverages.of(id).pardonIds.length === 0));
  return coverages.pardons.flatMap((pardon) => {
    const verdicts = verdictsOf(pardon, coverages, unnamed);
    return INSTRUMENT_TESTS.map(({ test }) => {
      const { result, why, quotes, authorities } = verdicts[test];
      return {
        pardonId: pardon.id,
        test,
        result,
        why,
        quotes,
        authorities: authoritiesOf(authorities, coverages.circuit),
        fit: test === 'grantor' ? (pardonJurisdictionByCode(pardon.jurisdiction)?.fit.text ?? null) : null,
      };
    });
  });
}

function verdictsOf(
  pardon: Pardon,
  coverages: Coverages,
  unnamed: ReadonlySet<string>,
): Record<InstrumentTest, Verdict> {
  const named = [...new Set(pardon.convictionIds)].flatMap((id) => coverages.convictions.get(id) ?? []);
  const worst = worstByTest(pardon, named, coverages);
  return {
    ...coverages.wholeVerdictsOf(pardon),
    ...worst,
    ...asRecorded({ same_conviction: sameConviction(pardon, named, unnamed, coverages) }, pardon),
  };
}

/** For tests that each conviction answers by itself the worst answer stands, with the conviction it is about. */
function worstByTest(
  pardon: Pardon,
  named: Conviction[],
  coverages: Coverages,
): Record<Exclude<PerConvictionTest, 'same_conviction'>, Verdict> {
  const none = openFact(
    'convictions_not_named',
    'The instrument names no recorded conviction.',
    'Which convictions does the instrument name?',
  );
  const worst = { sovereign: none, after_conviction: none };
  named.forEach((conviction, at) => {
    const verdicts = coverages.perConviction(pardon, conviction);
    for (const test of ['sovereign', 'after_conviction'] as const) {
      const verdict = verdicts[test];
      if (at > 0 && badness(verdict) <= badness(worst[test])) continue;
      worst[test] =
        verdict.result === 'pass' ? verdict : { ...verdict, why: `${nameOf(conviction)}: ${verdict.why}` };
    }
  });
  return worst;
}

function badness({ result }: Verdict): number {
  return ['pass', 'unclear', 'fail'].indexOf(result);
}

function sameConviction(
  pardon: Pardon,
  named: Conviction[],
  unnamed: ReadonlySet<string>,
  coverages: Coverages,
): Verdict {
  const authorities: Verdict['authorities'] = ['perConviction'];
  if (named.length === 0) {
    return openFact(
      'convictions_not_named',
      'The instrument names no recorded conviction.',
      'Which convictions does the instrument name?',
      { authorities },
    );
  }
  const ids = new Set(pardon.convictionIds);
  const left = [...ids].reduce((count, id) => (unnamed.has(id) ? count - 1 : count), unnamed.size);
  if (left === 0)
    return pass('Every conviction that a charge rests on is named in this or another instrument.', {
      authorities,
    });
  const first = coverages.convictions.get(firstNotIn(unnamed, ids) ?? '');
  const more = left > 1 ? ` and ${left - 1} more` : '';
  return fail(
    'conviction_left_out',
    `A charge rests on a conviction that no instrument names: ${first ? nameOf(first) : 'not recorded'}${more}.`,
    { authorities },
  );
}

/** Looks no further than it must: there may be thousands of instruments and of convictions. */
function firstNotIn(all: ReadonlySet<string>, some: ReadonlySet<string>): string | undefined {
  for (const id of all) if (!some.has(id)) return id;
  return undefined;
}
