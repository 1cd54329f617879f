import { pardonJurisdictionByCode } from '../packs/jurisdictions';
import { outOfOrder, type Bounds, type PartialDays } from './days';
import { fail, openFact, pass, type Verdict } from './grantor';
import { nameOf } from './names';
import type { Conviction, Pardon } from './types';

const authorities: Verdict['authorities'] = ['waiverAfterConviction'];

/**
 * The waiver is for a pardon granted after the conviction. The day is that of the instrument: the vote of a board comes
 * before it, and papers that arrive a day after an arrest come too late to be shown.
 */
export function afterVerdict(pardon: Pardon, conviction: Conviction, days: PartialDays): Verdict {
  if (days.contradict(conviction)) {
    return openFact(
      'conviction_dates_contradict',
      'The recorded dates of the conviction cannot all be right.',
      `Which dates are right for the offence, the plea and the sentence (${nameOf(conviction)})?`,
      { authorities },
    );
  }
  const effective = effectiveDay(pardon, days);
  if ('reasonCode' in effective) return effective;
  const convicted = days.convicted(conviction);
  if (convicted === null) {
    return openFact(
      'conviction_day_not_known',
      'The day of the conviction is not recorded.',
      `When was the conviction (${nameOf(conviction)})?`,
      { authorities },
    );
  }
  if (effective.first > convicted.last) return pass('The pardon came after the conviction.', { authorities });
  if (effective.last < convicted.first)
    return fail('pardon_before_conviction', 'The pardon is dated before the conviction.', { authorities });
  return openFact(
    'order_of_days_not_known',
    'What is known of the two dates does not say which came first.',
    `On which days were the conviction (${nameOf(conviction)}) and the pardon?`,
    { authorities },
  );
}

/** Where a second body must consent, the signature alone has no effect yet. */
function consentMissing({ jurisdiction, grantor, effectiveOn, consentedOn }: Pardon): boolean {
  const model = pardonJurisdictionByCode(jurisdiction)?.decisionModel.text;
  return model === 'governor_with_consent' && grantor === 'governor' && !effectiveOn && !consentedOn;
}

function effectiveDay(pardon: Pardon, days: PartialDays): Bounds | Verdict {
  const { votedOn, signedOn, consentedOn } = pardon;
  const effectiveOn = pardon.effectiveOn ?? consentedOn;
  const voted = days.of(votedOn);
  const effective = days.of(effectiveOn ?? signedOn);
  if (effective === null) {
    return voted
      ? openFact(
          'vote_is_not_the_instrument',
          'The day of the vote is recorded, and the day of the instrument is not: the vote is not the pardon.',
          'On which day was the instrument issued, and is it in hand?',
          { authorities },
        )
      : openFact(
          'effective_day_not_known',
          'The day the pardon took effect is not recorded.',
          'On which day did the instrument take effect, and what proves it (signature, seal, consent)?',
          { authorities },
        );
  }
  if (consentMissing(pardon)) {
    return openFact(
      'consent_day_not_known',
      'A second body must consent to a pardon here, and its consent is not recorded.',
      'On which day did the council or senate consent, and what proves it?',
      { authorities },
    );
  }
  if (outOfOrder([voted, effective]) || outOfOrder([voted, days.of(signedOn)])) {
    return openFact(
      'instrument_dates_contradict',
      'The instrument is dated before the vote it rests on.',
      'On which days were the vote and the signature, and when did the pardon take effect?',
      { authorities },
    );
  }
  return effective;
}
