import { NUMBERING_OF_1991, type FormerGround, type PardonGround } from '../packs/grounds';
import { chargeByCode } from '../packs/reference';
import { authoritiesOf } from './authorities';
import { groundOf, readCharge, type ChargeReading } from './charge-ground';
import type { Coverages } from './coverage';
import { byReading } from './ground-outcome';
import { issuesOf, questionsOf, routesBesides } from './issues';
import { anyOf, latentRuleOf } from './latent-rules';
import { outcome, type Outcome } from './outcome';
import { withOverride } from './override';
import type { Charge, ChargeEffect, Conviction, IssueSpot, PardonEffectInput } from './types';

/** The effect of the recorded pardons on one charge: charged, lodged, or named by staff as fitting. */
export function chargeEffect(charge: Charge, coverages: Coverages): ChargeEffect {
  const reading = readCharge(charge);
  const ground = groundOf(reading);
  const [standing, vacated] = standingOf(charge.convictionIds, coverages);
  const found =
    byStatus(charge, ground) ??
    clearedByFacts(charge, ground, coverages) ??
    byVacatur(ground, standing, vacated) ??
    besideVacated(byReading(reading, charge.convictionIds, coverages), standing, vacated, coverages);
  const { id: chargeId, code, origin, convictionIds } = charge;
  const ina = charge.ina.trim() || chargeByCode(code)?.ina || ground?.ina || '';
  const statusInOrder = origin === 'latent' ? ('none' as const) : charge.statusInOrder;
  const effect = {
    ...present(ground, found, convictionIds, coverages),
    ...{ chargeId, code, ina, origin, statusInOrder },
  };
  return withOverride(
    withFormer(withDoubtOfAge(effect, reading, charge, coverages), reading, coverages),
    charge,
    coverages,
  );
}

/** An outcome with what the pack says of its ground, as a report shows it. */
export function present(
  ground: PardonGround | null,
  found: Outcome,
  convictionIds: readonly string[],
  coverages: Coverages,
): Omit<ChargeEffect, 'chargeId' | 'code' | 'ina' | 'origin' | 'statusInOrder'> {
  const beside = besides(ground, found, convictionIds, coverages);
  return {
    groundId: ground?.id ?? null,
    groundName: ground?.name ?? null,
    convictionIds: [...convictionIds],
    pardonIds: [...new Set(convictionIds.flatMap((id) => coverages.of(id).pardonIds))],
    effect: found.effect,
    reasonCode: found.reasonCode,
    reason: found.reason,
    authorities: authoritiesOf([...found.authorities, ...(ground?.authorities ?? [])], coverages.circuit),
    missingFacts: [...found.missingFacts, ...beside.questions],
    counterArguments: found.counterArguments,
    otherRoutes: beside.otherRoutes,
    ifGranted: null,
    formerGroundId: null,
    issues: beside.issues,
    override: null,
  };
}

interface Besides {
  issues: IssueSpot[];
  questions: string[];
  otherRoutes: string[];
}

/** Whether the ground ever applied, and the ways beside the waiver. For a charge that holds nothing up there are none. */
function besides(
  ground: PardonGround | null,
  { effect }: Outcome,
  convictionIds: readonly string[],
  coverages: Coverages,
): Besides {
  if (effect === 'not_applicable' || !ground) return { issues: [], questions: [], otherRoutes: [] };
  const issues = issuesOf(ground, convictionIds, coverages);
  const dated = issues.filter(({ finding }) => finding !== 'date_not_known').map(({ text }) => text);
  return {
    issues,
    // Whether a lifted ground ever applied is beside the point, so its dates are no missing facts.
    questions: effect === 'lifted' ? [] : questionsOf(issues),
    otherRoutes: [...dated, ...routesBesides(ground).map(unverified)],
  };
}

/** The routes of the pack are general knowledge, and a report must not show them as settled. */
function unverified(route: string): string {
  return `${route} (general knowledge, not verified)`;
}

/** The proceedings in which a charge counts: one that was withdrawn or not sustained holds up no order. */
export function isActive(effect: ChargeEffect): boolean {
  return effect.origin !== 'latent' && !['withdrawn', 'not_sustained'].includes(effect.statusInOrder);
}

/** Convictions of the input by id. With a repeated id the first one counts. */
export function convictionsById(input: PardonEffectInput): Map<string, Conviction> {
  const map = new Map<string, Conviction>();
  for (const conviction of input.convictions) if (!map.has(conviction.id)) map.set(conviction.id, conviction);
  return map;
}

/**
 * The text of 1952 was charged until 1 March 1991. Cited for a younger conviction it may be a slip or another paragraph,
 * which EOIR's own code or the day of the charging document settles; without either it is asked.
 */
function withDoubtOfAge(
  effect: ChargeEffect,
  reading: ChargeReading,
  charge: Charge,
  { convictions, days }: Coverages,
): ChargeEffect {
  const old = reading.kind === 'grounds' && reading.former?.numbering === '1952';
  if (!old || charge.chargedOn || chargeByCode(charge.code)) return effect;
  const younger = charge.convictionIds.some((id) => {
    const conviction = convictions.get(id);
    return conviction !== undefined && (days.convicted(conviction)?.first ?? '') >= NUMBERING_OF_1991;
  });
  if (!younger) return effect;
  const question =
    'The paragraph cited was charged until March 1991 and the conviction is younger: which year’s text does the charging document quote?';
  return { ...effect, missingFacts: [...effect.missingFacts, question] };
}

function withFormer(effect: ChargeEffect, reading: ChargeReading, coverages: Coverages): ChargeEffect {
  if (!('formerNote' in reading) || reading.formerNote === null) return effect;
  const keys = waiverOf(reading.former);
  return {
    ...effect,
    formerGroundId: reading.former?.id ?? null,
    groundName: effect.groundName ?? reading.former?.name ?? null,
    reason: `${effect.reason} ${reading.formerNote}`,
    authorities: [...effect.authorities, ...authoritiesOf(keys, coverages.circuit)],
  };
}

function waiverOf(former: FormerGround | null): Parameters<typeof authoritiesOf>[0] {
  if (!former?.waiver) return ['formerNumbering'];
  return former.numbering === '1952'
    ? ['formerWaiver1952', 'formerNumbering']
    : ['formerWaiver1991', 'formerNumbering'];
}

/** The convictions a charge still rests on, and those a court undid for a defect (Matter of Pickering). */
function standingOf(ids: readonly string[], coverages: Coverages): [string[], string[]] {
  const undone = (id: string) => coverages.convictions.get(id)?.clearedBy === 'vacated_for_defect';
  return [ids.filter((id) => !undone(id)), ids.filter(undone)];
}

function byVacatur(ground: PardonGround | null, standing: string[], vacated: string[]): Outcome | null {
  if (vacated.length === 0 || standing.length > 0 || ground?.basis !== 'conviction') return null;
  return withoutTheVacated(
    'Every conviction the charge rests on was vacated for a legal or procedural defect',
  );
}

/** A charge that falls only because a conviction was vacated is not lifted by the waiver, which nothing called on. */
function besideVacated(found: Outcome, standing: string[], vacated: string[], coverages: Coverages): Outcome {
  if (vacated.length === 0) return found;
  if (found.effect === 'lifted' && !standing.some((id) => coverages.of(id).state === 'covered'))
    return withoutTheVacated(
      'What is left after a vacatur for a legal or procedural defect does not carry the charge',
    );
  const note =
    'A conviction of this charge was vacated for a defect and no longer counts (Matter of Pickering).';
  return { ...found, counterArguments: [...found.counterArguments, note] };
}

function withoutTheVacated(why: string): Outcome {
  return outcome(
    'not_applicable',
    'conviction_vacated',
    `${why}, so the way is reopening on the vacatur and not the waiver.`,
    {
      authorities: ['roldan'],
      counterArguments: ['DHS may say that the vacatur was for rehabilitation or to avoid removal.'],
    },
  );
}

function byStatus(charge: Charge, ground: PardonGround | null): Outcome | null {
  const again = 'DHS may lodge it again after reopening (Form I-261, general knowledge).';
  if (ground?.waived === 'not_a_ground' || charge.origin === 'latent') return null;
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

/** A ground nobody charged is cleared when the recorded features of its convictions all say that it does not fit. */
function clearedByFacts(charge: Charge, ground: PardonGround | null, coverages: Coverages): Outcome | null {
  const rule = ground && latentRuleOf(ground.id);
  if (charge.origin !== 'latent' || !rule) return null;
  const convictions = charge.convictionIds.map((id) => coverages.convictions.get(id));
  if (convictions.length === 0 || !convictions.every((one) => one && anyOf(one.flags, rule.flags) === 'no'))
    return null;
  return outcome(
    'not_applicable',
    'facts_clear_it',
    'What is recorded about the convictions says that this ground does not fit them.',
    {
      counterArguments: ['DHS may read the record of conviction differently: keep the proof of the feature.'],
    },
  );
}
