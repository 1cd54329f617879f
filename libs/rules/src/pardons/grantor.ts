import type { AuthorityKey } from '../packs/grounds';
import { pardonJurisdictionByCode, type FitRating, type PardonJurisdiction } from '../packs/jurisdictions';
import { stateByCode } from '../packs/reference';
import type { Pardon } from './types';

/** The answer of one test of one instrument. 'facts': staff can find out; 'law': lawyers disagree or nobody decided. */
export interface Verdict {
  result: 'pass' | 'fail' | 'unclear';
  doubt: 'facts' | 'law' | null;
  reasonCode: string;
  why: string;
  question: string | null;
  quotes: string[];
  authorities: AuthorityKey[];
}

type Extra = Partial<Pick<Verdict, 'question' | 'quotes' | 'authorities'>>;

export const pass = (why: string, extra: Extra = {}): Verdict => verdict('pass', null, 'passes', why, extra);
export const fail = (reasonCode: string, why: string, extra: Extra = {}): Verdict =>
  verdict('fail', null, reasonCode, why, extra);
export const openFact = (reasonCode: string, why: string, question: string, extra: Extra = {}): Verdict =>
  verdict('unclear', 'facts', reasonCode, why, { ...extra, question });
export const openLaw = (reasonCode: string, why: string, extra: Extra = {}): Verdict =>
  verdict('unclear', 'law', reasonCode, why, extra);

function verdict(
  result: Verdict['result'],
  doubt: Verdict['doubt'],
  reasonCode: string,
  why: string,
  extra: Extra,
): Verdict {
  return { result, doubt, reasonCode, why, question: null, quotes: [], authorities: [], ...extra };
}

/**
 * Who granted: the waiver names the President and the governors. A board counts where its state's constitution makes it
 * the pardoning authority (Matter of D-, Matter of Tajer); by settlement in Connecticut; elsewhere by argument.
 */
export function grantorVerdict(pardon: Pardon): Verdict {
  const where = pardonJurisdictionByCode(pardon.jurisdiction);
  switch (pardon.grantor) {
    case 'president':
      return presidentVerdict(where);
    case 'governor':
      return governorVerdict(pardon.jurisdiction, where);
    case 'board':
      return boardVerdict(where);
    case 'legislature':
      return fail(
        'grantor_not_executive',
        'A pardon by the legislature or by a law itself is not one by the President or a governor.',
        { authorities: ['nolan', 'executive'] },
      );
    case 'court':
      return fail('grantor_not_executive', 'A court is not an executive pardoning authority.', {
        authorities: ['executive'],
      });
    default:
      return openFact(
        'grantor_not_known',
        'The waiver needs the President, a governor or, in some states, a constitutional board.',
        'Who signed the instrument, and under which power?',
        { authorities: ['waiver', 'executive'] },
      );
  }
}

function presidentVerdict(where: PardonJurisdiction | undefined): Verdict {
  if (where && where.decisionModel.text !== 'president') {
    return openFact(
      'grantor_and_jurisdiction_differ',
      `The President is recorded as the grantor, and ${where.name} as the jurisdiction.`,
      'Did the President or the state sign the instrument?',
    );
  }
  return pass('The President is named in the waiver.', { authorities: ['waiver'] });
}

function governorVerdict(code: string, where: PardonJurisdiction | undefined): Verdict {
  if (!where) {
    const territory = stateByCode(code);
    if (!territory)
      return openFact(
        'jurisdiction_not_known',
        'The jurisdiction of the pardon is not known.',
        'Which state granted the pardon?',
      );
    return openLaw(
      'grantor_contested',
      `${territory.name} counts as a state by definition and a territorial governor’s pardon was accepted once; little else was decided.`,
      { authorities: ['stateDefinition', 'executive'] },
    );
  }
  const model = where.decisionModel.text;
  if (model === 'president')
    return fail(
      'grantor_has_no_power',
      `In ${where.name} the President pardons; there is no governor with that power.`,
      { authorities: ['waiver'] },
    );
  if (model === 'independent_board') {
    return openFact(
      'grantor_and_jurisdiction_differ',
      `In ${where.name} a board pardons: ${where.whoDecides.text}.`,
      'Did the governor or the board sign the instrument?',
      { authorities: ['tajer', 'matterOfD'] },
    );
  }
  if (where.code === 'PR') {
    return pass(
      'The governor of Puerto Rico: “State” includes Puerto Rico. Less tested: brief the definition.',
      { authorities: ['waiver', 'stateDefinition', 'executive'] },
    );
  }
  const keep = model === 'governor_with_consent' || model === 'governor_requires_board_recommendation';
  const record = keep ? ' Keep the recommendation or consent as an exhibit.' : '';
  return pass(`A governor is named in the waiver. ${where.name}: ${where.whoDecides.text}.${record}`, {
    authorities: ['waiver'],
  });
}

const BOARD: Record<FitRating, (where: PardonJurisdiction) => Verdict> = {
  likely_board_precedent: (where) =>
    pass(`Fit rating: accepted in published decisions. ${where.why.text}`, {
      authorities: ['matterOfD', 'tajer'],
    }),
  likely_governor_in_majority: (where) =>
    pass(
      `Fit rating: likely, the governor is in the majority. ${where.why.text} Keep the vote sheet as an exhibit.`,
      { authorities: ['waiver'] },
    ),
  likely_by_settlement: (where) =>
    openLaw(
      'grantor_recognised_by_settlement',
      `Fit rating: recognised by settlement, check again. ${where.why.text}`,
      { authorities: ['dhsIndividual', 'ctSettlement', 'thompson'] },
    ),
  arguable_governor_on_board: (where) =>
    openLaw('grantor_contested', `Fit rating: arguable, the governor can be outvoted. ${where.why.text}`, {
      authorities: ['tajer', 'matterOfD'],
    }),
  arguable_board: (where) =>
    openLaw('grantor_contested', `Fit rating: arguable, no published decision found. ${where.why.text}`, {
      authorities: ['tajer', 'matterOfD'],
    }),
  likely: (where) =>
    openFact(
      'grantor_and_jurisdiction_differ',
      `In ${where.name} this is for another to grant: ${where.whoDecides.text}.`,
      'Did the governor sign, or only a board?',
      { authorities: ['waiver'] },
    ),
};

function boardVerdict(where: PardonJurisdiction | undefined): Verdict {
  if (!where)
    return openFact(
      'jurisdiction_not_known',
      'The jurisdiction of the board is not known.',
      'Which state’s board granted the pardon?',
    );
  return BOARD[where.fit.text](where);
}
