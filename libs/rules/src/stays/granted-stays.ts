import { inWords, type Day } from '../calendar/day';
import { dayIn, dayOf, flag, happened, pastFacts, said, stayOf, text, type Finding } from './facts';
import type { Stay, StayContext, StayFact, StayFactKind, StayFacts } from './types';

const FORUMS: Readonly<Record<string, string>> = {
  judge: 'the immigration judge',
  board: 'the Board',
  court_of_appeals: 'the court of appeals',
  district_court: 'the district court',
  dhs: 'DHS',
};
const forumOf = (fact: StayFact) => FORUMS[text(fact, 'forum') ?? ''] ?? 'a forum that is not recorded';

/** Rulings after which a stay of that forum may be over. */
const ENDS: Readonly<Record<string, readonly StayFactKind[]>> = {
  judge: ['motion_decided'],
  board: ['bia_decided', 'motion_decided'],
  court_of_appeals: ['petition_decided'],
};

/** Not before the other; a missing day is never taken as earlier. */
const mayFollow = (fact: StayFact, other: StayFact) =>
  dayOf(fact) === null || dayOf(other) === null || dayOf(fact)! >= dayOf(other)!;

/** A lifting that names this stay, or names none; a later denial by the same forum. */
function ends(fact: StayFact, grant: StayFact): boolean {
  if (!mayFollow(fact, grant)) return false;
  const named = text(fact, fact.kind === 'stay_lifted' ? 'stayId' : 'forum');
  return named === null || named === (fact.kind === 'stay_lifted' ? grant.id : text(grant, 'forum'));
}

function granted(grant: StayFact, facts: StayFacts, today: Day): Finding {
  const from = dayOf(grant);
  const until = dayIn(grant, 'until');
  const base = { from, until, facts: [grant] };
  const lifted = pastFacts(facts, today, 'stay_lifted', 'stay_denied').find((fact) => ends(fact, grant));
  if (lifted)
    return {
      ...base,
      standing: 'ended',
      until: dayOf(lifted),
      facts: [grant, lifted],
      why: `The stay ended (${said(lifted)}).`,
    };
  if (until !== null && until < today)
    return { ...base, standing: 'ended', why: `The stay ended on ${inWords(until)}.` };
  if (happened(grant, today) !== 'yes')
    return { ...base, standing: 'not_known', why: 'The day of the order granting the stay is not known.' };
  if (until !== null)
    return { ...base, standing: 'in_force', why: `Granted by ${forumOf(grant)}, until ${inWords(until)}.` };
  if (text(grant, 'until') !== null)
    return { ...base, standing: 'not_known', why: 'The end of the stay is only partly known.' };
  return openEnded(grant, facts, today, base);
}

function openEnded(
  grant: StayFact,
  facts: StayFacts,
  today: Day,
  base: Pick<Finding, 'from' | 'until' | 'facts'> & { facts: readonly StayFact[] },
): Finding {
  const forum = text(grant, 'forum') ?? '';
  const ruling = pastFacts(facts, today, ...(ENDS[forum] ?? [])).find((fact) => mayFollow(fact, grant));
  if (!FORUMS[forum] || forum === 'dhs')
    return { ...base, standing: 'not_known', why: `Granted by ${forumOf(grant)}; its end is not recorded.` };
  if (ruling)
    return {
      ...base,
      standing: 'not_known',
      facts: [grant, ruling],
      why: `A ruling followed (${said(ruling)}): whether the stay outlasted it is not recorded.`,
    };
  return {
    ...base,
    standing: 'in_force',
    untilEvent: `what the order of ${forumOf(grant)} says, or its ruling`,
    why: `Granted by ${forumOf(grant)}, with no end recorded.`,
    warnings: ['No end is recorded: read the order and enter it.'],
  };
}

/** Stays that a judge, the Board or a court ordered. */
export const orderedStays = (facts: StayFacts, context: StayContext): Stay[] =>
  pastFacts(facts, context.today, 'stay_granted').map((grant) =>
    stayOf('stay.ordered', granted(grant, facts, context.today), context),
  );

function petitionFinding(facts: StayFacts, today: Day): Finding | null {
  const petition = pastFacts(facts, today, 'petition_filed').at(-1);
  if (!petition) return null;
  return {
    standing: 'not_automatic',
    why: 'A petition for review stays nothing by itself: the court must grant a stay.',
    facts: [petition],
  };
}

/** The temporary stay of the Ninth Circuit: only the docket makes it certain. */
function temporaryFinding(facts: StayFacts, context: StayContext): Finding | null {
  const { today } = context;
  const atCourt = (fact: StayFact) => text(fact, 'forum') === 'court_of_appeals';
  const request = pastFacts(facts, today, 'stay_requested').filter(atCourt).at(-1);
  const petition = pastFacts(facts, today, 'petition_filed').at(-1);
  if (!request || !petition || context.circuit !== '9') return null;
  const ruling = pastFacts(
    facts,
    today,
    'stay_granted',
    'stay_denied',
    'stay_lifted',
    'petition_decided',
  ).find((fact) => (atCourt(fact) || fact.kind === 'petition_decided') && mayFollow(fact, request));
  const base = { from: dayOf(request), facts: [petition, request] };
  if (ruling)
    return {
      ...base,
      standing: 'ended',
      until: dayOf(ruling),
      facts: [...base.facts, ruling],
      why: 'The court has ruled on the motion for a stay.',
    };
  const certain = [petition, request].every((fact) => happened(fact, today) === 'yes');
  if (flag(request, 'confirmed') !== true || !certain)
    return {
      ...base,
      standing: 'not_known',
      why: 'The motion for a stay should bring a temporary stay here, but the docket has not been confirmed.',
    };
  return {
    ...base,
    standing: 'in_force',
    untilEvent: 'the court’s ruling on the motion for a stay',
    why: 'The docket shows the temporary stay that a stay motion brings in the Ninth Circuit.',
  };
}

function i246Finding(facts: StayFacts, today: Day): Finding | null {
  const all = pastFacts(facts, today, 'i246_filed', 'i246_granted', 'i246_denied');
  const decision = all.filter((fact) => fact.kind !== 'i246_filed').at(-1);
  const filed = all.filter((fact) => fact.kind === 'i246_filed').at(-1);
  if (!decision)
    return filed
      ? {
          standing: 'not_automatic',
          why: 'The request is pending: it stays nothing until it is granted.',
          facts: [filed],
        }
      : null;
  const own = filed && mayFollow(decision, filed) ? [filed, decision] : [decision];
  const denial = all.find((fact) => fact.kind === 'i246_denied' && mayFollow(fact, decision));
  if (denial)
    return {
      standing: 'not_automatic',
      why: 'The request was denied.',
      facts: [...new Set([...own, denial])],
    };
  const until = dayIn(decision, 'until');
  const base = { from: dayOf(decision), until, facts: own };
  if (until === null)
    return {
      ...base,
      standing: 'not_known',
      why: 'The end stated on the grant is not recorded; a year is usual, not certain.',
    };
  if (until < today) return { ...base, standing: 'ended', why: `The grant ended on ${inWords(until)}.` };
  if (happened(decision, today) !== 'yes')
    return { ...base, standing: 'not_known', why: 'The day of the grant is not known.' };
  return {
    ...base,
    standing: 'in_force',
    why: `ICE granted the stay until ${inWords(until)}.`,
    warnings: ['ICE can revoke it at any time, and it does not prevent detention.'],
  };
}

const NEVER = [
  ['bond_appeal_filed', 'stay.bond_appeal', 'An appeal of a bond decision does not stay removal.'],
  [
    'fear_review_requested',
    'stay.fear_review',
    'A fear screening or its review does not stay removal by itself.',
  ],
  ['habeas_filed', 'stay.habeas', 'A habeas petition stays nothing by itself: the court must order it.'],
] as const;

/** Stays that are asked of a court or of ICE, and acts that stay nothing by themselves. */
export function courtAndAgencyStays(facts: StayFacts, context: StayContext): Stay[] {
  const { today } = context;
  const found: readonly (readonly [string, Finding | null])[] = [
    ['stay.petition', petitionFinding(facts, today)],
    ['stay.petition.temporary', temporaryFinding(facts, context)],
    ['stay.i246', i246Finding(facts, today)],
    ...NEVER.map(([kind, id, why]) => {
      const own = pastFacts(facts, today, kind);
      const finding: Finding | null = own.length > 0 ? { standing: 'not_automatic', why, facts: own } : null;
      return [id, finding] as const;
    }),
  ];
  return found.flatMap(([id, finding]) => (finding ? [stayOf(id, finding, context)] : []));
}
