import { pardonJurisdictionByCode } from '../packs/jurisdictions';
import { afterVerdict } from './after-conviction';
import type { PartialDays } from './days';
import { fail, grantorVerdict, openFact, openLaw, pass, type Verdict } from './grantor';
import type { Conviction, InstrumentKind, InstrumentTest, Pardon } from './types';
import { carveOutsIn, classWordsIn, saysFullAndUnconditional } from './wording';

/** Tests answered by the instrument alone. */
export type WholeTest = 'grantor' | 'type' | 'full_and_unconditional' | 'individual' | 'collateral_attack';
/** Tests answered for each conviction the instrument names. */
export type PerConvictionTest = Exclude<InstrumentTest, WholeTest>;

const NOT_PARDONS: Partial<Record<InstrumentKind, string>> = {
  commutation: 'A commutation shortens the sentence and is not a pardon.',
  restoration_of_rights: 'A restoration of rights is not a pardon.',
  expungement:
    'An expungement, sealing or set-aside is not a pardon, and does not erase the conviction for immigration law.',
};

/** The tests of an instrument that do not depend on the conviction. */
export function wholeVerdicts(pardon: Pardon): Record<WholeTest, Verdict> {
  return {
    grantor: grantorVerdict(pardon),
    type: typeVerdict(pardon),
    full_and_unconditional: unconditionalVerdict(pardon),
    individual: individualVerdict(pardon),
    collateral_attack: collateralVerdict(pardon),
  };
}

/** The tests of an instrument for one conviction. `asked`: the pardon is only imagined, so it will be dated later. */
export function convictionVerdicts(
  pardon: Pardon,
  conviction: Conviction,
  { asked, days }: { asked: boolean; days: PartialDays },
): Record<PerConvictionTest, Verdict> {
  return {
    same_conviction: pass('The instrument names the conviction.', { authorities: ['perConviction'] }),
    sovereign: sovereignVerdict(pardon, conviction),
    after_conviction: asked
      ? pass('A pardon still to come is later.')
      : afterVerdict(pardon, conviction, days),
  };
}

function typeVerdict(pardon: Pardon): Verdict {
  const not = NOT_PARDONS[pardon.instrumentKind];
  if (not !== undefined)
    return fail('instrument_not_a_pardon', not, { authorities: ['pardonOnly', 'roldan'] });
  if (pardon.instrumentKind === 'other') {
    return openFact(
      'instrument_kind_not_known',
      'The kind of the instrument is not known.',
      'What does the instrument call itself: pardon, commutation, restoration, certificate?',
      { authorities: ['pardonOnly'] },
    );
  }
  return pass('The instrument is a pardon.');
}

function unconditionalVerdict(pardon: Pardon): Verdict {
  const authorities: Verdict['authorities'] = ['unconditional', 'balogun'];
  const wording = pardon.wording?.trim() ?? '';
  const quotes = wording === '' ? [] : carveOutsIn(wording);
  switch (pardon.instrumentKind) {
    case 'full_and_unconditional':
      return readWording(pardon, wording, quotes);
    case 'full_with_conditions':
    case 'conditional':
      if (pardon.conditionsMet === 'yes') {
        return openLaw(
          'condition_met',
          'The pardon had conditions and all are recorded as met: a met condition probably leaves an absolute pardon.',
          { quotes, authorities },
        );
      }
      return fail(
        'instrument_conditional',
        'The pardon has conditions, and any condition defeats the waiver.',
        { quotes, authorities },
      );
    case 'other':
      return openFact(
        'instrument_kind_not_known',
        'Whether this is a full and unconditional pardon is not known.',
        'Do the words say full and unconditional, with nothing carved out?',
        { quotes, authorities },
      );
    default:
      return fail('instrument_not_a_pardon', 'Not a pardon, so not a full and unconditional one.', {
        quotes,
        authorities,
      });
  }
}

function readWording(pardon: Pardon, wording: string, quotes: string[]): Verdict {
  const authorities: Verdict['authorities'] = ['unconditional', 'balogun'];
  if (pardon.attorneyReading === 'condition') {
    return fail('instrument_conditional', 'An attorney read the words and found a condition or carve-out.', {
      quotes,
      authorities,
    });
  }
  if (pardon.attorneyReading === 'no_condition') {
    return pass('An attorney read the words and found no condition or carve-out.', { quotes, authorities });
  }
  if (wording === '') {
    return pass(
      'Recorded as full and unconditional. The words have not been entered, so nothing was searched for carve-outs.',
      { authorities },
    );
  }
  if (quotes.length > 0) {
    return openFact(
      'instrument_wording_unclear',
      'Words were found that may be a condition or a carve-out. The attorney decides.',
      'Is any of the quoted wording a condition or a carve-out?',
      { quotes, authorities },
    );
  }
  if (!saysFullAndUnconditional(wording)) {
    return openFact(
      'instrument_wording_unclear',
      'The entered words do not say “full and unconditional”. The attorney decides.',
      'Does the instrument say full and unconditional, or absolute?',
      { quotes: [], authorities },
    );
  }
  return pass('The words say full and unconditional, and no carve-out was found in them.', { authorities });
}

function individualVerdict(pardon: Pardon): Verdict {
  const authorities: Verdict['authorities'] = ['dhsIndividual'];
  const quotes = classWordsIn(pardon.wording ?? '');
  const settlement = pardonJurisdictionByCode(pardon.jurisdiction)?.fit.text === 'likely_by_settlement';
  if (pardon.individual === true)
    return pass('Granted on the person’s own request.', { quotes, authorities });
  if (pardon.individual === false) {
    return settlement
      ? fail(
          'instrument_for_a_class',
          'Granted to a class; the recognition of this board is worded for individual requests only.',
          { quotes, authorities },
        )
      : openLaw(
          'instrument_for_a_class',
          'Granted to a class of people: whether that is enough was not found decided.',
          { quotes, authorities },
        );
  }
  if (settlement || quotes.length > 0) {
    return openFact(
      'individual_not_known',
      'Whether the person asked for this pardon is not recorded.',
      'Was the pardon granted on the person’s own request, or by a proclamation for a class?',
      { quotes, authorities },
    );
  }
  return pass('Recorded as a grant to this person; nothing points to a class.', { authorities });
}

function collateralVerdict(pardon: Pardon): Verdict {
  const authorities: Verdict['authorities'] = ['unconditional'];
  return pardon.fraudAlleged === 'yes'
    ? openLaw(
        'fraud_alleged',
        'The government says the pardon was got by fraud. Only the sovereign that granted it can undo it.',
        { authorities },
      )
    : pass('No attack on the pardon is recorded.', { authorities });
}

function sovereignVerdict(pardon: Pardon, conviction: Conviction): Verdict {
  const authorities: Verdict['authorities'] = ['sovereign', 'balogun'];
  const convictedBy = sovereignOf(conviction);
  if (convictedBy === null) {
    return openFact(
      'sovereign_not_known',
      'Which sovereign convicted is not known.',
      'In which state was the conviction, or was it a federal one?',
      { authorities },
    );
  }
  if (pardon.grantor === 'president') {
    return convictedBy === 'FED' || convictedBy === 'DC'
      ? pass('The President pardons federal and D.C. Code convictions.', { authorities })
      : fail('wrong_sovereign', 'The President cannot pardon a state conviction.', { authorities });
  }
  const granted = pardon.jurisdiction.trim().toUpperCase();
  if (granted === '') {
    return openFact(
      'jurisdiction_not_known',
      'The jurisdiction of the pardon is not known.',
      'Which state granted the pardon?',
      { authorities },
    );
  }
  if (granted === convictedBy) return pass('Granted by the state that convicted.', { authorities });
  const whose = convictedBy === 'FED' ? 'a federal conviction' : 'a conviction of another jurisdiction';
  return fail('wrong_sovereign', `A state cannot pardon ${whose}.`, { authorities });
}

/** 'FED', a USPS code, or null when not known. */
export function sovereignOf(conviction: Conviction): string | null {
  if (conviction.level === 'federal_felony' || conviction.level === 'federal_misdemeanor') return 'FED';
  const state = conviction.state.trim().toUpperCase();
  return state === '' ? null : state === 'US' ? 'FED' : state;
}
