import type { PardonGround } from '../packs/grounds';
import { chargeByCode } from '../packs/reference';
import { authoritiesOf } from './authorities';
import { readCharge, type ChargeReading } from './charge-ground';
import type { Coverages } from './coverage';
import { allMustBePardoned, countAgain, outcome, tally, type Outcome } from './outcome';
import type { Charge, ChargeEffect, PardonEffectInput } from './types';

const MULTIPLE = '237a2Aii';

/** The effect of the recorded pardons on one charge, charged or lodged. */
export function chargeEffect(charge: Charge, coverages: Coverages, circuit: string | null): ChargeEffect {
  const reading = readCharge(charge);
  const ground = groundOf(reading);
  const found = byStatus(charge, ground) ?? byReading(reading, charge.convictionIds, coverages);
  const { id: chargeId, code, origin, statusInOrder, convictionIds } = charge;
  const ina = charge.ina.trim() || chargeByCode(code)?.ina || '';
  const shown = present(ground, found, convictionIds, coverages, circuit);
  const note = 'formerNote' in reading ? reading.formerNote : null;
  const effect = { ...shown, chargeId, code, ina, origin, statusInOrder };
  if (note === null) return effect;
  return {
    ...effect,
    reason: `${effect.reason} ${note}`,
    authorities: [...effect.authorities, ...authoritiesOf(['formerWaiver'], circuit)],
  };
}

/** An outcome with what the pack says of its ground, as a report shows it. */
export function present(
  ground: PardonGround | null,
  found: Outcome,
  convictionIds: readonly string[],
  coverages: Coverages,
  circuit: string | null,
): Omit<ChargeEffect, 'chargeId' | 'code' | 'ina' | 'origin' | 'statusInOrder'> {
  return {
    groundId: ground?.id ?? null,
    groundName: ground?.name ?? null,
    convictionIds: [...convictionIds],
    pardonIds: [...new Set(convictionIds.flatMap((id) => coverages.of(id).pardonIds))],
    effect: found.effect,
    reasonCode: found.reasonCode,
    reason: found.reason,
    authorities: authoritiesOf([...found.authorities, ...(ground?.authorities ?? [])], circuit),
    missingFacts: found.missingFacts,
    counterArguments: found.counterArguments,
    otherRoutes: found.effect === 'not_applicable' ? [] : (ground?.otherRoutes ?? []).map(unverified),
    ifGranted: null,
  };
}

/** The routes of the pack are general knowledge, and a report must not show them as settled. */
function unverified(route: string): string {
  return `${route} (general knowledge, not verified)`;
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
      return inadmissible(ground);
  }
}

/** The proceedings in which a charge counts: one that was withdrawn or not sustained holds up no order. */
export function isActive(effect: ChargeEffect): boolean {
  return effect.origin !== 'latent' && !['withdrawn', 'not_sustained'].includes(effect.statusInOrder);
}

/** Convictions of the input by id. With a repeated id the first one counts. */
export function convictionsById(
  input: PardonEffectInput,
): Map<string, PardonEffectInput['convictions'][number]> {
  const map = new Map<string, PardonEffectInput['convictions'][number]>();
  for (const conviction of input.convictions) if (!map.has(conviction.id)) map.set(conviction.id, conviction);
  return map;
}

function groundOf(reading: ChargeReading): PardonGround | null {
  if (reading.kind === 'inadmissibility') return reading.ground;
  return reading.kind === 'grounds' ? reading.grounds[reading.grounds.length - 1] : null;
}

function byStatus(charge: Charge, ground: PardonGround | null): Outcome | null {
  const again = 'DHS may lodge it again after reopening (Form I-261, general knowledge).';
  if (ground?.waived === 'not_a_ground') return null;
  if (charge.statusInOrder === 'withdrawn') {
    return outcome(
      'not_applicable',
      'charge_withdrawn',
      'The charge was withdrawn, so the order does not rest on it.',
      { counterArguments: [again] },
    );
  }
  if (charge.statusInOrder === 'not_sustained') {
    return outcome(
      'not_applicable',
      'charge_not_sustained',
      'The charge was not sustained, so the order does not rest on it.',
      { counterArguments: [again] },
    );
  }
  return null;
}

function byReading(reading: ChargeReading, convictionIds: readonly string[], coverages: Coverages): Outcome {
  switch (reading.kind) {
    case 'not_known':
      return outcome('needs_facts', reading.reasonCode, reading.reason, { missingFacts: [reading.question] });
    case 'inadmissibility':
      return inadmissible(reading.ground);
    case 'unlisted':
      return outcome(
        'not_lifted',
        'ground_not_listed',
        'The paragraph is not one of the clauses the waiver lists.',
        { authorities: ['waiver', 'suh'] },
      );
    default:
      return reading.grounds.length > 1
        ? moralTurpitudeBefore1991(convictionIds, coverages)
        : groundOutcome(reading.grounds[0], convictionIds, coverages);
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
  if (ground.id.startsWith('212')) return inadmissible(ground);
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

/** Rule 3 of the design: a 212 charge in removal proceedings stays, unless counsel overrides it with reasons. */
function inadmissible(ground: PardonGround | null): Outcome {
  const visa =
    ground?.waived === 'no_in_removal_yes_at_consulate' ? ' At a consulate the pardon may be accepted.' : '';
  return outcome(
    'not_lifted',
    'inadmissibility_charge',
    `The waiver works against deportability; this is a charge of inadmissibility, and in proceedings the pardon does not lift it.${visa}`,
    {
      authorities: ['balogun', 'aguilera', 'dhs', 'matterOfH'],
      counterArguments: [
        'The history is contested: an older Board decision (Matter of H-, 1954) went the other way. Counsel may override this with reasons.',
      ],
    },
  );
}

/** INA 237(a)(1)(A), inadmissible at entry: argued, and never where drugs are behind it (Aristy-Rosa). */
function entryOutcome(convictionIds: readonly string[], coverages: Coverages): Outcome {
  const drugs = convictionIds.map((id) => coverages.convictions.get(id)?.flags.drug);
  if (drugs.includes('yes')) {
    return outcome(
      'not_lifted',
      'underlying_drug_ground',
      'Drugs are behind this charge, and a pardon does not lift it then.',
      { authorities: ['aristy'] },
    );
  }
  const pardoned = allMustBePardoned(tally(convictionIds, coverages));
  if (pardoned.effect !== 'lifted') return pardoned;
  if (drugs.includes('not_known')) {
    return outcome(
      'needs_facts',
      'underlying_ground_not_known',
      'Whether drugs are behind this charge is not known.',
      {
        missingFacts: [
          'Was the offence that made the client inadmissible at entry about drugs?',
          ENTRY_DATES,
        ],
      },
    );
  }
  return outcome(
    'contested',
    'entry_ground_contested',
    'Older decisions extended the waiver to this ground; modern courts read it narrowly.',
    {
      authorities: ['entryTreatise'],
      missingFacts: [ENTRY_DATES],
      counterArguments: ['The clause is not one the waiver lists.'],
    },
  );
}

const ENTRY_DATES = 'Was the conviction before or after the admission this charge is about?';
