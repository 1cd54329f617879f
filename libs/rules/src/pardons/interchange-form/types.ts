/** The report of the interchange form, for checking by others. UPPER_CASE values, dates 'YYYY-MM-DD'. */
export interface PardonInterchangeReport {
  id: string | number;
  overall:
    'TERMINATION_EXPECTED' | 'PARTIAL_OTHER_RELIEF_NEEDED' | 'PARDON_NOT_ENOUGH' | 'INSUFFICIENT_FACTS';
  charges: InterchangeCharge[];
  instrumentFindings: Array<{ test: string; result: 'PASS' | 'FAIL' | 'UNCLEAR'; quoteRef?: string }>;
  unpardonedConvictionsStillTriggering: string[];
  travelWarning: boolean;
  naturalisationNote: string;
  ruleSetVersion: string;
  preparedBy: string;
  /** Always null here: no report leaves an office before an attorney has reviewed it. */
  attorneyReviewedBy: null;
  /** Only while no pardon is recorded: what to ask for, and what it would do. */
  whatToAskFor?: WhatToAskFor;
}

export type InterchangeEffect = 'WAIVED' | 'NOT_WAIVED' | 'CONTESTED' | 'NOT_APPLICABLE' | 'NEEDS_FACTS';

export interface InterchangeCharge {
  chargeId: string;
  groundId: string;
  origin: 'CHARGED' | 'LODGED' | 'LATENT';
  statusInOrder: 'SUSTAINED' | 'CONCEDED' | 'NOT_SUSTAINED' | 'WITHDRAWN' | 'NONE';
  convictionIds: string[];
  pardonIds: string[];
  effect: InterchangeEffect;
  reasonCode: string;
  authorities: InterchangeAuthority[];
  missingFacts: string[];
  counterArguments: string[];
  otherRoutes: string[];
}

export interface InterchangeAuthority {
  cite: string;
  /** A statute has no value of its own in the form: it is SECONDARY while it was read from secondary copies only. */
  binding: 'SCOTUS' | 'THIS_CIRCUIT' | 'BIA' | 'AG' | 'OTHER_CIRCUIT' | 'AGENCY' | 'SECONDARY';
  verifiedOn: string | null;
}

export interface WhatToAskFor {
  overallIfGranted: PardonInterchangeReport['overall'];
  charges: Array<{ chargeId: string; effectIfGranted: InterchangeEffect }>;
  requests: Array<{
    jurisdiction: string;
    whoDecides: string;
    fit: string | null;
    counts: Array<{ convictionId: string; helps: boolean; why: string }>;
    wording: string[];
    cautions: string[];
  }>;
}
