import { groundById } from '../packs/grounds';
import { pardonJurisdictionByCode, type PardonJurisdiction, type Stated } from '../packs/jurisdictions';
import { stateByCode } from '../packs/reference';
import { sovereignOf } from './instrument';
import { nameOf } from './names';
import type { ChargeEffect, Conviction, Grantor, Pardon, PardonRequest } from './types';

const WORDING = [
  'Ask for a full and unconditional pardon, in these words.',
  'Ask that every count be named by county, docket or indictment number, statute, count and date.',
  'Ask that nothing be carved out: no reservation about firearms, habitual-offender use, later offences or reporting.',
  'The instrument may say that its purpose is to prevent deportation; that is not a condition.',
  'Ask for an instrument on the client’s own request, signed and dated, with its effective day, and for at least six certified copies.',
];

/** What to ask each pardoning authority for, one request per sovereign that convicted. */
export function requestsFor(
  convictions: readonly Conviction[],
  effects: readonly ChargeEffect[],
): PardonRequest[] {
  const listed = listedConvictions(effects);
  return [...bySovereign(convictions)].map(([code, group]) => request(code, group, listed));
}

/** The pardons these requests would bring if all were granted; used only to see what is worth asking for. */
export function imaginedPardons(convictions: readonly Conviction[]): Pardon[] {
  return [...bySovereign(convictions)].map(([code, group]) => ({
    id: `asked:${code}`,
    jurisdiction: code === 'DC' ? 'DC' : code,
    grantor: grantorOf(code),
    instrumentKind: 'full_and_unconditional',
    convictionIds: group.map(({ id }) => id),
    individual: true,
  }));
}

function bySovereign(convictions: readonly Conviction[]): Map<string, Conviction[]> {
  const groups = new Map<string, Conviction[]>();
  for (const conviction of convictions) {
    const code = sovereignOf(conviction) ?? '';
    const group = groups.get(code);
    if (group) group.push(conviction);
    else groups.set(code, [conviction]);
  }
  return groups;
}

function grantorOf(code: string): Grantor {
  const model = pardonJurisdictionByCode(code)?.decisionModel.text;
  if (model === 'president') return 'president';
  return model === 'independent_board' || model === 'board_including_governor' ? 'board' : 'governor';
}

function request(code: string, group: Conviction[], listed: ReadonlySet<string>): PardonRequest {
  const where = pardonJurisdictionByCode(code);
  return {
    jurisdiction: code,
    jurisdictionName: where?.name ?? stateByCode(code)?.name ?? 'not known',
    whoDecides: where?.whoDecides.text ?? 'Not in the pack: find out who pardons there.',
    fit: where?.fit.text ?? null,
    counts: group.map((conviction) => count(conviction, listed)),
    wording: [...WORDING],
    cautions: where ? cautions(where) : [],
  };
}

function count(conviction: Conviction, listed: ReadonlySet<string>): PardonRequest['counts'][number] {
  const { id: convictionId, statute, flags } = conviction;
  const possible = flags.moralTurpitude !== 'no' || flags.aggravatedFelony !== 'no';
  const helps = listed.has(convictionId) || possible;
  const why = listed.has(convictionId)
    ? 'A charge the waiver lists rests on it.'
    : possible
      ? 'A listed ground could be lodged for it later.'
      : 'No ground the waiver lists is known to rest on it.';
  return { convictionId, statute, offence: nameOf(conviction), helps, why };
}

function listedConvictions(effects: readonly ChargeEffect[]): Set<string> {
  const ids = new Set<string>();
  for (const { groundId, convictionIds, origin } of effects) {
    const waived = groundId === null ? undefined : groundById(groundId)?.waived;
    if (origin !== 'latent' && (waived === 'yes' || waived === 'contested'))
      convictionIds.forEach((id) => ids.add(id));
  }
  return ids;
}

function cautions(where: PardonJurisdiction): string[] {
  const lines = [
    said('Fit', where.why),
    said('Watch for', where.watchFor),
    said('Urgent cases', where.immigrationExpedite),
  ];
  if (where.executiveChange) {
    lines.push(
      `A change of governor is believed due in ${where.executiveChange}; a pending petition can lapse with it (general knowledge).`,
    );
  }
  return lines.filter((line) => line !== null);
}

function said(label: string, { text, provenance }: Stated): string | null {
  if (text === '') return null;
  return provenance === 'sourced'
    ? `${label}: ${text}`
    : `${label}: ${text} (general knowledge, not verified)`;
}
