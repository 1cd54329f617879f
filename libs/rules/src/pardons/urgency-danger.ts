import { inWords, type Day } from '../calendar/day';
import { foundedPractice, pardonJurisdictionByCode, type PardonJurisdiction } from '../packs/jurisdictions';
import { between, finding } from './urgency-finding';
import type { UrgencyFinding, UrgencyInput } from './urgency-types';

const LEAD_DAYS = 14;
const SOON = 30;
const DECIDED = ['granted', 'instrument_checked', 'handed_off', 'denied', 'withdrawn', 'lapsed'];

/** What is near: the flight or check-in, the hearing that comes too late for it, and where the client is held. */
export function dangerFindings(input: UrgencyInput, dangerOn: Day | null): UrgencyFinding[] {
  return [...race(input, dangerOn), ...emergencyDecision(input, dangerOn), ...custody(input)];
}

function race({ today, stage, flightOn, checkInOn }: UrgencyInput, dangerOn: Day | null): UrgencyFinding[] {
  if (dangerOn === null) return [];
  const days = between(today, dangerOn);
  const what = dangerOn === flightOn ? 'flight' : 'check-in';
  const both =
    flightOn && checkInOn && flightOn !== checkInOn
      ? ` The other day is ${inWords(dangerOn === flightOn ? checkInOn : flightOn)}.`
      : '';
  return [
    finding(today, {
      code: 'race',
      urgency: days <= 2 ? 'now' : days <= SOON ? 'soon' : 'watch',
      on: dangerOn,
      text: `${days} days to the ${what} on ${inWords(dangerOn)}.${both}`,
      reasons: [
        'A pardon does not undo the order: in a public case the client was arrested less than a day after the vote.',
        `The application stands at: ${stage.replaceAll('_', ' ')}.`,
      ],
      steps: [
        'Have the motion to reopen, the stay request and the habeas papers ready now, with blanks only for the pardon.',
      ],
    }),
  ];
}

/** A hearing days before a flight is lost time: ask for a decision without one. */
function emergencyDecision(input: UrgencyInput, dangerOn: Day | null): UrgencyFinding[] {
  const { today, stage, leadDays = LEAD_DAYS } = input;
  if (dangerOn === null || DECIDED.includes(stage)) return [];
  const hearingOn = [input.hearingOn].find((day) => day && day >= today) ?? null;
  if (between(hearingOn ?? today, dangerOn) >= leadDays) return [];
  return [
    finding(today, {
      code: 'ask_emergency_decision',
      urgency: 'now',
      on: hearingOn ?? dangerOn,
      text: tooLate(hearingOn, dangerOn),
      reasons: [
        `A hearing needs ${leadDays} days before a flight or a check-in: time to decide, to sign, to file and for a judge to release.`,
        'In a public case a hearing stood days before the flight; asked without one, the governor signed 4 days later and the judge released 4 days after that.',
      ],
      steps: askSteps(pardonJurisdictionByCode(input.jurisdiction ?? ''), today),
    }),
  ];
}

function tooLate(hearingOn: Day | null, dangerOn: Day): string {
  const ask = 'ask for an emergency decision without a hearing.';
  if (hearingOn === null) return `No hearing is set before ${inWords(dangerOn)}: ${ask}`;
  const spare = between(hearingOn, dangerOn);
  const late = spare < 0 ? 'after' : `only ${spare} days before`;
  return `The hearing on ${inWords(hearingOn)} is ${late} the day the client can be taken: ${ask}`;
}

/** Boards the governor cannot act without, by what the pack says of who decides. */
const NEEDS_THE_BOARD: Record<string, string> = {
  governor_requires_board_recommendation:
    'The governor cannot act without the board here: send the request to the board as well, for an emergency session or vote.',
  governor_with_consent:
    'A second body must consent here: ask it for an emergency session; the grant takes effect with the later act.',
  board_including_governor:
    'A board decides here and the governor votes on it: ask every member for an emergency vote.',
  independent_board:
    'A board decides here, not the governor: ask its chair for an emergency decision on the papers.',
  governor_mandatory_consult:
    'A body must be consulted first here: ask it to answer at once, and the governor to act on that day.',
};

function askSteps(where: PardonJurisdiction | undefined, today: Day): string[] {
  if (!where) return ['Record the jurisdiction, to see who decides and how speed is asked for there.'];
  const { whoDecides, decisionModel, watchFor } = where;
  return [
    `Ask in writing, with the date of the flight or check-in. ${where.name}: ${whoDecides.text}${unverified(whoDecides.provenance)}.`,
    wayToAsk(where, today),
    NEEDS_THE_BOARD[decisionModel.text] ??
      'The authority can decide alone: ask its counsel by letter and by telephone.',
    ...(watchFor.text === '' ? [] : [`Watch for: ${watchFor.text}${unverified(watchFor.provenance)}`]),
    'File for a stay at the same time: the request stops no flight.',
  ];
}

/** The expedite route of the pack; one that is not in force yet is said to be so. */
function wayToAsk({ code, immigrationExpedite }: PardonJurisdiction, today: Day): string {
  const inForceFrom = foundedPractice(code)?.expedite.inForceFrom ?? null;
  const early =
    inForceFrom !== null && inForceFrom > today ? ` Not in force before ${inWords(inForceFrom)}.` : '';
  return `Way of asking for speed: ${immigrationExpedite.text}${unverified(immigrationExpedite.provenance)}.${early}`;
}

function unverified(provenance: string): string {
  return provenance === 'sourced' ? '' : ' (general knowledge, not verified)';
}

function custody(input: UrgencyInput): UrgencyFinding[] {
  const { today, detained, staging, transferredOn = null, transferBarredOn = null } = input;
  const found: UrgencyFinding[] = [];
  if (staging) {
    found.push(
      finding(today, {
        code: 'staging',
        urgency: 'now',
        text: 'The client is held where people are flown from, or is on the way.',
        reasons: [
          'In a public case the pardon was announced while the client was at a staging facility or on the plane.',
        ],
        steps: [
          'Call ERO at the facility and the court’s emergency line; send the pardon, the motion and the stay request there.',
          'File for habeas corpus and a temporary restraining order where the client is now.',
        ],
      }),
    );
  }
  if (transferredOn !== null) found.push(transfer(today, transferredOn, transferBarredOn));
  if (detained && !staging) {
    found.push(
      finding(today, {
        code: 'detained',
        urgency: 'soon',
        text: 'The client is detained: look up the place every day.',
        reasons: ['A move to another district changes the court and the circuit.'],
        steps: [
          'Watch the detainee locator and record every move.',
          'Have the habeas papers ready for the district of detention.',
        ],
        provenance: 'general_knowledge',
      }),
    );
  }
  return found;
}

function transfer(today: Day, on: Day, barredOn: Day | null): UrgencyFinding {
  const despite = barredOn !== null && on >= barredOn;
  return finding(today, {
    code: despite ? 'transfer_despite_order' : 'transfer',
    urgency: despite ? 'now' : 'soon',
    on,
    text: despite
      ? `Moved on ${inWords(on)} although a court had forbidden it on ${inWords(barredOn)}.`
      : `Moved to another place of detention on ${inWords(on)}.`,
    reasons: despite
      ? ['In a public case the client was moved to another state on the day of such an order.']
      : [],
    steps: despite
      ? [
          'Tell the court at once and ask for an order to bring the client back.',
          'Keep the time of the order, of its service and of the move.',
        ]
      : ['Look again at which court has habeas jurisdiction.'],
  });
}
