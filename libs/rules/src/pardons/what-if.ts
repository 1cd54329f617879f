import { RuleInputError } from '../errors';
import { coveragesOf, effectsOf } from './assess';
import { changesBetween } from './changes';
import { convictionsById } from './effects';
import { nameOf } from './names';
import { overallOf } from './overall';
import { imaginedPardons } from './requests';
import type {
  ChargeChange,
  ChargeEffect,
  Conviction,
  ConvictionFlags,
  Overall,
  Pardon,
  PardonEffectInput,
} from './types';

const FLAG_WORDS: Readonly<Record<keyof ConvictionFlags, string>> = {
  drug: 'drugs',
  firearm: 'a firearm',
  domestic: 'domestic violence',
  childVictim: 'a child as victim',
  moralTurpitude: 'moral turpitude',
  aggravatedFelony: 'an aggravated felony',
};

/** One change to what is recorded, to see what it would do. */
export type WhatIfChange =
  /** These convictions were also pardoned, fully and unconditionally, by whoever pardons where they were entered. */
  | { kind: 'also_pardoned'; convictionIds: readonly string[] }
  | { kind: 'every_count_pardoned' }
  /** The recorded instruments (or only these) were full and unconditional pardons. Who granted them stays as it is. */
  | { kind: 'unconditional'; pardonIds?: readonly string[] }
  /** A question about a conviction were answered so. */
  | { kind: 'fact'; convictionId: string; flag: keyof ConvictionFlags; value: 'yes' | 'no' };

/** The report before and after an imagined change, and what the change did to each charge. */
export interface WhatIfResult {
  change: WhatIfChange;
  /** The change in words. */
  label: string;
  before: Overall;
  overall: Overall;
  overallReason: string;
  /** The charges it changes, latent ones too. */
  changed: ChargeChange[];
}

/** The rules run over one set of facts; the same as a report without its notes and requests. */
export interface Assessment {
  effects: ChargeEffect[];
  overall: Overall;
  reason: string;
}

/** Runs only the rules; `imagined` pardons are dated later than every conviction. */
export function assess(
  input: PardonEffectInput,
  imagined: readonly Pardon[] = [],
  convictions: ReadonlyMap<string, Conviction> = convictionsById(input),
): Assessment {
  const coverages = coveragesOf(input, [...input.pardons, ...imagined], new Set(imagined), convictions);
  const effects = effectsOf(input, coverages);
  const { overall, reason } = overallOf(effects, ({ effect }) => effect);
  return { effects, overall, reason };
}

/**
 * What one change would do: the overall answer then, and every charge whose effect would be another. Nothing recorded is
 * changed. An imagined pardon is granted by the authority of the jurisdictions pack, so a board whose pardons are arguable
 * stays arguable (INA 237(a)(2)(A)(vi)).
 * @throws RuleInputError `unknown_conviction` when the change names one that is not recorded.
 */
export function whatIf(input: PardonEffectInput, change: WhatIfChange): WhatIfResult {
  return compare(input, change, assess(input));
}

/** The same against an assessment already made. */
export function compare(input: PardonEffectInput, change: WhatIfChange, before: Assessment): WhatIfResult {
  const convictions = convictionsById(input);
  const [changedInput, imagined] = applied(input, change, convictions);
  const known = change.kind === 'fact' ? convictionsById(changedInput) : convictions;
  const after = assess(changedInput, imagined, known);
  return {
    change,
    label: labelOf(change, convictions),
    before: before.overall,
    overall: after.overall,
    overallReason: after.reason,
    changed: changesBetween(
      before.effects,
      after.effects,
      change.kind === 'fact' ? 'not_applicable' : 'lifted',
    ),
  };
}

function applied(
  input: PardonEffectInput,
  change: WhatIfChange,
  convictions: ReadonlyMap<string, Conviction>,
): [PardonEffectInput, Pardon[]] {
  switch (change.kind) {
    case 'also_pardoned':
      return [input, imaginedPardons(change.convictionIds.map((id, at) => known(convictions, id, at)))];
    case 'every_count_pardoned':
      return [input, imaginedPardons([...convictions.values()])];
    case 'unconditional':
      return [{ ...input, pardons: input.pardons.map((pardon) => unconditional(pardon, change)) }, []];
    default:
      known(convictions, change.convictionId, 0);
      return [{ ...input, convictions: input.convictions.map((one) => answered(one, change)) }, []];
  }
}

function known(convictions: ReadonlyMap<string, Conviction>, id: string, at: number): Conviction {
  const conviction = convictions.get(id);
  if (!conviction)
    throw new RuleInputError(
      'unknown_conviction',
      'The change names a conviction that is not recorded.',
      `change.convictionIds[${at}]`,
    );
  return conviction;
}

function unconditional(pardon: Pardon, { pardonIds }: { pardonIds?: readonly string[] }): Pardon {
  if (pardonIds && !pardonIds.includes(pardon.id)) return pardon;
  const { testResults } = pardon;
  return {
    ...pardon,
    instrumentKind: 'full_and_unconditional',
    wording: null,
    attorneyReading: 'no_condition',
    conditionsMet: null,
    testResults: testResults ? { ...testResults, type: 'pass', full_and_unconditional: 'pass' } : null,
  };
}

function answered(conviction: Conviction, change: Extract<WhatIfChange, { kind: 'fact' }>): Conviction {
  if (conviction.id !== change.convictionId) return conviction;
  return { ...conviction, flags: { ...conviction.flags, [change.flag]: change.value } };
}

function labelOf(change: WhatIfChange, convictions: ReadonlyMap<string, Conviction>): string {
  const name = (id: string) => {
    const conviction = convictions.get(id);
    return conviction ? nameOf(conviction) : id;
  };
  switch (change.kind) {
    case 'also_pardoned': {
      const names = change.convictionIds.slice(0, 3).map(name).join('; ');
      const more = change.convictionIds.length - 3;
      return `If this were also pardoned: ${names}${more > 0 ? ` and ${more} more` : ''}.`;
    }
    case 'every_count_pardoned':
      return 'If every count were pardoned, fully and unconditionally.';
    case 'unconditional':
      return 'If the instrument were a full and unconditional pardon.';
    default:
      return `If the answer about ${name(change.convictionId)} (${FLAG_WORDS[change.flag]}) were ${change.value}.`;
  }
}
