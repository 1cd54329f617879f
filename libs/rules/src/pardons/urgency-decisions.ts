import { inWords, type Day } from '../calendar/day';
import { clemencyCalendar } from '../jurisdictions';
import { pardonJurisdictionByCode } from '../packs/jurisdictions';
import { CASE_TRANSITIONS } from './stages';
import { between, finding } from './urgency-finding';
import type { GrantorDecision, UrgencyFinding, UrgencyInput } from './urgency-types';

/** A term that ends within so many days presses. */
const TERM_SOON = 180;

/** What is left after a denial, after a removal, and after a lost case; and what comes before any pardon. */
export function decisionFindings(input: UrgencyInput): UrgencyFinding[] {
  return [
    ...postConviction(input),
    ...denial(input),
    ...thirdCountry(input),
    ...termEnds(input),
    ...abroad(input),
    ...closedAdverse(input),
  ];
}

function postConviction({ today, postConviction: relief }: UrgencyInput): UrgencyFinding[] {
  if (!relief || relief === 'none') return [];
  const said = {
    possible:
      'Look at the plea first: a vacatur for a legal defect undoes the conviction for every ground, and a pardon only for four clauses.',
    pending: 'Relief in the criminal court is pending: press it first, the pardon second.',
    granted:
      'The conviction was vacated or the status restored: file on that now; the pardon is the second string.',
  };
  return [
    finding(today, {
      code: 'post_conviction_first',
      urgency: relief === 'granted' ? 'today' : 'soon',
      text: said[relief],
      reasons: [
        'In a public case a judge restored the status and the client was free a week before the pardon.',
        'Vacated for a legal or procedural defect, a conviction no longer counts (Matter of Pickering); for rehabilitation it still does (Matter of Roldan).',
      ],
      steps: ['Keep the pardon application going: it may still be needed for another count.'],
      provenance: 'general_knowledge',
    }),
  ];
}

const AGAINST: ReadonlyArray<GrantorDecision['outcome']> = ['denied', 'declined_to_hear'];

function denial(input: UrgencyInput): UrgencyFinding[] {
  const { today, stage, decisions = [], newGrantorSince = null } = input;
  const against = decisions
    .filter(({ outcome }) => AGAINST.includes(outcome))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  const last = against.at(-1);
  const granted = decisions.some(({ outcome, on }) => outcome === 'granted' && (!last || on >= last.on));
  if (granted || (!last && stage !== 'denied')) return [];
  const found = [denied(today, against)];
  if (last) found.push(...reapply(input, last.on));
  if (last && newGrantorSince !== null && newGrantorSince > last.on) {
    found.push(
      finding(today, {
        code: 'new_grantor',
        urgency: 'soon',
        on: newGrantorSince,
        text: `Somebody else has held the power since ${inWords(newGrantorSince)}: the denial was the predecessor’s, so ask again.`,
        reasons: ['In a public case the next governor pardoned a client whom the last one had refused.'],
      }),
    );
  }
  return found;
}

function denied(today: Day, against: readonly GrantorDecision[]): UrgencyFinding {
  const last = against.at(-1);
  const boardOnly = last !== undefined && last.by === 'board';
  return finding(today, {
    code: 'denied',
    urgency: 'today',
    on: last?.on ?? null,
    text: last
      ? `${boardOnly ? 'The board' : 'The application was'} ${boardOnly ? 'decided against the application' : 'denied'} on ${inWords(last.on)}.`
      : 'The application was denied.',
    reasons: boardOnly
      ? [
          'Where the board only advises, the governor can still grant: ask at once whether the decision binds.',
        ]
      : [],
    steps: [
      'Tell the client the same day, in their language, and look at the next check-in or flight.',
      'Go on without the pardon: stay, motion on other grounds, vacatur, protection from return.',
      ...against.slice(0, -1).map(({ by, on }) => `Before that: the ${by} on ${inWords(on)}.`),
    ],
  });
}

/** From when one may ask again, by the calendar of the jurisdiction. */
function reapply(
  { today, jurisdiction, filedOn, decisions = [] }: UrgencyInput,
  deniedOn: Day,
): UrgencyFinding[] {
  const where = pardonJurisdictionByCode(jurisdiction ?? '');
  if (!where) return [];
  const denials = Math.max(1, decisions.filter(({ outcome }) => outcome === 'denied').length);
  const facts = { jurisdiction: where.code, today, deniedOn, denials, filedOn: filedOn ?? null };
  return clemencyCalendar(facts)
    .items.filter(({ kind }) => kind === 'reapply_from')
    .map(({ on, why, question, provenance, warnings }) =>
      finding(today, {
        code: 'reapply',
        urgency: on !== null && on <= today ? 'soon' : 'watch',
        on,
        text:
          on === null
            ? `${where.name}: when one may ask again is not in the pack. Ask the authority.`
            : `${where.name}: asking again is possible from about ${inWords(on)}. Ask whether urgency shortens it.`,
        reasons: [why, ...warnings],
        steps: question === null ? [] : [question],
        provenance,
      }),
    );
}

function thirdCountry({ today, thirdCountry: threatened, stage, detained }: UrgencyInput): UrgencyFinding[] {
  if (!threatened && !(stage === 'denied' && detained)) return [];
  return [
    finding(today, {
      code: 'third_country',
      urgency: threatened ? 'now' : 'soon',
      text: 'Removal to a third country must be expected: state a fear of it in writing now.',
      reasons: [
        'In a public case a client was flown toward a country that was not his own when the sentence had ended.',
        'Notice can be short, and the litigation about it is moving: check what binds today.',
      ],
      steps: [
        'Serve ICE and its lawyers with a written claim of fear for every country that may be named.',
        'Ask for protection under the Convention Against Torture and, in district court, for notice and time.',
      ],
      provenance: 'general_knowledge',
    }),
  ];
}

const CLOSED = ['granted', 'instrument_checked', 'handed_off', 'denied', 'withdrawn'];

/** The end of the executive's term, while a petition is pending or could be made again. */
function termEnds({ today, jurisdiction, stage }: UrgencyInput): UrgencyFinding[] {
  const where = pardonJurisdictionByCode(jurisdiction ?? '');
  if (!where || CLOSED.includes(stage)) return [];
  return clemencyCalendar({ jurisdiction: where.code, today })
    .items.filter(({ kind, on }) => kind === 'term_ends' && on !== null && on >= today)
    .filter(({ on }) => between(today, on ?? today) <= TERM_SOON)
    .map(({ on, why, title, provenance }) =>
      finding(today, {
        code: 'term_ends',
        urgency: 'soon',
        on,
        text: `${title}: a pending petition can die with the term. ${why}`,
        steps: [
          'Ask the outgoing counsel for the last day of decisions, and find out what the successor takes over.',
        ],
        provenance,
      }),
    );
}

function abroad({ today, abroad: away, removedOn = null, instrument }: UrgencyInput): UrgencyFinding[] {
  if (!away && removedOn === null) return [];
  const pardoned = Boolean(instrument?.effectiveOn ?? instrument?.signedOn);
  return [
    finding(today, {
      code: 'abroad',
      urgency: pardoned ? 'today' : 'watch',
      on: removedOn,
      text: pardoned
        ? 'The client is abroad and pardoned: move to reopen from abroad.'
        : 'The client is abroad: a pardon can still open the way to reopening.',
      reasons: [
        'The departure bar (8 CFR 1003.2(d), 1003.23(b)(1)) must be met with the law of the circuit; most do not apply it to the statutory motion.',
        'INA 212(a)(9) bars return until the order is vacated or permission is given; a visa needs 212(a)(2) answered, which a consulate does for a full pardon except for drugs.',
      ],
      steps: [
        'Get a power of attorney and a sworn statement abroad.',
        'Ask DHS to join the motion: a joint motion has no limit of time.',
      ],
      provenance: 'general_knowledge',
    }),
  ];
}

function closedAdverse({ today, caseStage, removedOn = null }: UrgencyInput): UrgencyFinding[] {
  if (caseStage !== 'closed_adverse') return [];
  const next = CASE_TRANSITIONS.closed_adverse.map((stage) => stage.replaceAll('_', ' ')).join(', ');
  return [
    finding(today, {
      code: 'closed_adverse',
      urgency: 'watch',
      on: removedOn,
      text: `The case is closed against the client, and can be opened again (${next}).`,
      reasons: [
        'A pardon or a vacatur that comes later, a new governor or a change of law can each carry a motion to reopen.',
      ],
      steps: [
        'Keep contact, the file and the diligence record; look again when the governor changes.',
        'A vacatur of the conviction, a joint motion, or reopening on the judge’s own motion stay possible from abroad.',
      ],
      provenance: 'general_knowledge',
    }),
  ];
}
