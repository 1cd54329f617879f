import type { Authority, ChargeEffect, Effect, InstrumentFinding, PardonEffectReport } from '../types';
import type { ReadCharge } from './read-charges';
import { TEST_NAMES } from './tests';
import type {
  InterchangeAuthority,
  InterchangeCharge,
  InterchangeEffect,
  PardonInterchangeReport,
  WhatToAskFor,
} from './types';

const EFFECTS: Record<Effect, InterchangeEffect> = {
  lifted: 'WAIVED',
  not_lifted: 'NOT_WAIVED',
  contested: 'CONTESTED',
  needs_facts: 'NEEDS_FACTS',
  not_applicable: 'NOT_APPLICABLE',
};
const STATUSES: Record<ChargeEffect['statusInOrder'], InterchangeCharge['statusInOrder']> = {
  charged: 'NONE',
  none: 'NONE',
  sustained: 'SUSTAINED',
  conceded: 'CONCEDED',
  not_sustained: 'NOT_SUSTAINED',
  withdrawn: 'WITHDRAWN',
};
const BINDING: Record<Authority['weight'], InterchangeAuthority['binding']> = {
  scotus: 'SCOTUS',
  this_circuit: 'THIS_CIRCUIT',
  bia: 'BIA',
  attorney_general: 'AG',
  circuit: 'OTHER_CIRCUIT',
  other_circuit: 'OTHER_CIRCUIT',
  agency: 'AGENCY',
  statute: 'SECONDARY',
  treatise: 'SECONDARY',
  secondary: 'SECONDARY',
};

const upper = <Text extends string>(text: Text) => text.toUpperCase() as Uppercase<Text>;

/** A report in the interchange form. */
export function writeReport(
  id: string | number,
  report: PardonEffectReport,
  charges: readonly ReadCharge[],
  preparedBy: string,
): PardonInterchangeReport {
  const written = new Map(charges.map((charge) => [charge.id, charge.writtenGround]));
  const asked = report.mode === 'what_to_ask_for' ? { whatToAskFor: toAskFor(report) } : {};
  return {
    id,
    overall: upper(report.overall),
    charges: report.charges.map((charge) => writeCharge(charge, written.get(charge.chargeId) ?? '')),
    instrumentFindings: report.instrument.map(writeFinding),
    unpardonedConvictionsStillTriggering: report.unpardonedConvictionsStillTriggering,
    travelWarning: report.travelWarning,
    naturalisationNote: report.naturalisationNote,
    ruleSetVersion: report.ruleSetVersion,
    preparedBy,
    attorneyReviewedBy: null,
    ...asked,
  };
}

function writeCharge(charge: ChargeEffect, written: string): InterchangeCharge {
  const issues = charge.issues ?? [];
  const authorities = [...charge.authorities, ...issues.flatMap((issue) => issue.authorities)];
  return {
    chargeId: charge.chargeId,
    groundId: charge.groundId ?? charge.formerGroundId ?? (written || 'UNKNOWN'),
    origin: upper(charge.origin),
    statusInOrder: STATUSES[charge.statusInOrder],
    convictionIds: charge.convictionIds,
    pardonIds: charge.pardonIds,
    effect: EFFECTS[charge.effect],
    reasonCode: upper(charge.reasonCode),
    authorities: [...new Map(authorities.map((authority) => [authority.cite, authority])).values()].map(
      ({ cite, weight }) => ({ cite, binding: BINDING[weight], verifiedOn: null }),
    ),
    missingFacts: charge.missingFacts,
    counterArguments: charge.counterArguments,
    otherRoutes: charge.otherRoutes,
  };
}

function writeFinding({
  pardonId,
  test,
  result,
  quotes,
  fit,
}: InstrumentFinding): PardonInterchangeReport['instrumentFindings'][number] {
  const quote = quotes.length > 0 ? `: “${quotes[0]}”` : '';
  const rating = fit ? ` (fit: ${upper(fit)})` : '';
  return { test: TEST_NAMES[test], result: upper(result), quoteRef: `${pardonId}${rating}${quote}` };
}

function toAskFor({ overallIfGranted, overall, charges, requests }: PardonEffectReport): WhatToAskFor {
  return {
    overallIfGranted: upper(overallIfGranted ?? overall),
    charges: charges.map(({ chargeId, effect, ifGranted }) => ({
      chargeId,
      effectIfGranted: EFFECTS[ifGranted ?? effect],
    })),
    requests: requests.map(({ jurisdiction, whoDecides, fit, counts, wording, cautions }) => ({
      jurisdiction,
      whoDecides,
      fit,
      counts: counts.map(({ convictionId, helps, why }) => ({ convictionId, helps, why })),
      wording,
      cautions,
    })),
  };
}
