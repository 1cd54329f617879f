import type { PardonGround } from '../packs/grounds';
import { coversBothClauses, type ChargeReading } from './charge-ground';
import type { Coverages } from './coverage';
import { allMustBePardoned, countAgain, outcome, tally, type Outcome } from './outcome';

const MULTIPLE = '237a2Aii';

export function byReading(
  reading: ChargeReading,
  convictionIds: readonly string[],
  coverages: Coverages,
): Outcome {
  switch (reading.kind) {
    case 'not_known':
      return outcome('needs_facts', reading.reasonCode, reading.reason, { missingFacts: [reading.question] });
    case 'inadmissibility':
      return inadmissible(reading.ground, coverages);
    case 'unlisted':
      return outcome(
        'not_lifted',
        'ground_not_listed',
        'The paragraph is not one of the clauses the waiver lists.',
        { authorities: ['waiver', 'suh'] },
      );
    default:
      return coversBothClauses(reading.grounds)
        ? moralTurpitudeBefore1991(convictionIds, coverages)
        : groundOutcome(reading.grounds[0], convictionIds, coverages);
  }
}

/** The effect on a ground of the pack, for the convictions it rests on. Only a listed clause can come out lifted. */
export function groundOutcome(
  ground: PardonGround,
  convictionIds: readonly string[],
  coverages: Coverages,
): Outcome {
  switch (ground.waived) {
    case 'yes':
      return ground.id === MULTIPLE
        ? countAgain(tally(convictionIds, coverages))
        : allMustBePardoned(tally(convictionIds, coverages));
    case 'contested':
      return entryOutcome(convictionIds, coverages);
    case 'not_a_ground':
      return outcome('not_applicable', 'not_a_ground', ground.note);
    case 'no':
      return notListed(ground, convictionIds, coverages);
    default:
      return inadmissible(ground, coverages);
  }
}

/** Former 241(a)(4) covered one crime and several: what is left decides which of the two clauses it could still be. */
function moralTurpitudeBefore1991(convictionIds: readonly string[], coverages: Coverages): Outcome {
  const count = tally(convictionIds, coverages);
  const all = allMustBePardoned(count);
  if (all.effect !== 'not_lifted' || count.states.failed + count.states.none > 1) return all;
  if (count.total === 1) return all;
  return outcome(
    'needs_facts',
    'one_conviction_left',
    'One conviction is left without a pardon, and the old paragraph covered a single crime too.',
    {
      authorities: ['countingRule', ...all.authorities],
      missingFacts: [
        'Was the remaining offence within five years of entry, with a sentence of a year?',
        ...all.missingFacts,
      ],
    },
  );
}

function notListed(ground: PardonGround, convictionIds: readonly string[], coverages: Coverages): Outcome {
  if (ground.id.startsWith('212')) return inadmissible(ground, coverages);
  if (ground.basis !== 'conviction') return outcome('not_lifted', 'not_conviction_based', ground.note);
  const presidential = convictionIds.some((id) => coverages.of(id).presidential);
  const extra: Partial<Outcome> = presidential
    ? {
        authorities: ['olc'],
        counterArguments: [
          'For a presidential pardon: the offence may not be used at all, under any ground. No court was found to have decided it.',
        ],
      }
    : {};
  return outcome(
    'not_lifted',
    'ground_not_listed',
    `A pardon does not reach this ground. ${ground.note}`,
    extra,
  );
}

/** Circuits of the pack's decisions on inadmissibility. */
const DECIDED = ['9', '11'];

/** Rule 3 of the design: a 212 charge in removal proceedings stays, unless counsel overrides it with reasons. */
function inadmissible(ground: PardonGround | null, { circuit }: Coverages): Outcome {
  const visa =
    ground?.waived === 'no_in_removal_yes_at_consulate' ? ' At a consulate the pardon may be accepted.' : '';
  const elsewhere = circuit !== null && !DECIDED.includes(circuit);
  return outcome(
    'not_lifted',
    'inadmissibility_charge',
    `The waiver works against deportability; this is a charge of inadmissibility, and in proceedings the pardon does not lift it.${visa}`,
    {
      authorities: ['balogun', 'aguilera', 'dhs', 'matterOfH'],
      counterArguments: [
        'The history is contested: an older Board decision (Matter of H-, 1954) went the other way. Counsel may override this with reasons.',
        ...(elsewhere
          ? [`No decision of this circuit (${circuit}) on it is in the pack: the point may be open there.`]
          : []),
      ],
    },
  );
}

/** INA 237(a)(1)(A), inadmissible at entry: argued, and never where drugs are behind it (Aristy-Rosa). */
function entryOutcome(convictionIds: readonly string[], coverages: Coverages): Outcome {
  // A charge that names no conviction rests on what is on file.
  const behind = convictionIds.length > 0 ? convictionIds : [...coverages.convictions.keys()];
  const drugs = behind.map((id) => coverages.convictions.get(id)?.flags.drug);
  const allDrugs = drugs.length > 0 && drugs.every((drug) => drug === 'yes');
  if (convictionIds.length > 0 ? drugs.includes('yes') : allDrugs) {
    return outcome(
      'not_lifted',
      'underlying_drug_ground',
      'Drugs are behind this charge, and a pardon does not lift it then.',
      { authorities: ['aristy'] },
    );
  }
  const pardoned = allMustBePardoned(tally(convictionIds, coverages));
  if (pardoned.effect !== 'lifted' && pardoned.effect !== 'contested') return pardoned;
  if (drugs.includes('not_known')) {
    return outcome(
      'needs_facts',
      'underlying_ground_not_known',
      'Whether drugs are behind this charge is not known.',
      {
        missingFacts: [
          'Was the offence that made the client inadmissible at entry about drugs?',
          ...entryDates(convictionIds, coverages),
        ],
        counterArguments: pardoned.counterArguments,
      },
    );
  }
  return outcome(
    'contested',
    'entry_ground_contested',
    'Older decisions extended the waiver to this ground; modern courts read it narrowly.',
    {
      authorities: ['entryTreatise'],
      missingFacts: entryDates(convictionIds, coverages),
      counterArguments: ['The clause is not one the waiver lists.', ...pardoned.counterArguments],
    },
  );
}

/** The dates this charge turns on, asked for only while they are missing. */
function entryDates(ids: readonly string[], { admission, days, convictions }: Coverages): string[] {
  const admitted = days.of(admission?.adjustedOn) ?? days.of(admission?.admittedOn);
  const known = ids.every((id) => {
    const conviction = convictions.get(id);
    const convicted = conviction ? days.convicted(conviction) : null;
    return admitted && convicted && (convicted.first > admitted.last || convicted.last < admitted.first);
  });
  return known ? [] : ['Was the conviction before or after the admission this charge is about?'];
}
