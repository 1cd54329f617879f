import { inWords } from '../calendar/day';
import { between, finding } from './urgency-finding';
import type { UrgencyFinding, UrgencyInput } from './urgency-types';

const GRANTED = ['granted', 'instrument_checked', 'handed_off'];

/** What a grant brings: the motion on the same day, the four days of the instrument, and silence until it is announced. */
export function grantFindings(input: UrgencyInput): UrgencyFinding[] {
  const instrument = input.instrument ?? {};
  const any = Object.values(instrument).some((day) => typeof day === 'string');
  if (!any && !GRANTED.includes(input.stage)) return [];
  return [...vote(input), ...fileToday(input), ...daysMissing(input), ...embargo(input)];
}

function vote({ today, instrument }: UrgencyInput): UrgencyFinding[] {
  const { votedOn = null, signedOn = null, effectiveOn = null } = instrument ?? {};
  if (votedOn === null || signedOn !== null || effectiveOn !== null) return [];
  return [
    finding(today, {
      code: 'vote_without_instrument',
      urgency: 'today',
      on: votedOn,
      text: `The board voted on ${inWords(votedOn)}, and no instrument is recorded: the vote is not the pardon.`,
      reasons: [
        'In a public case the client was arrested at a check-in, and the papers of the pardon arrived about a day later.',
        'The vote sheet says who voted, which some states need to show that the governor granted.',
      ],
      steps: [
        'Ask for the signed instrument, or a certified letter on the vote, before the next check-in.',
        'File the motion with the vote sheet and supplement it with the instrument.',
      ],
    }),
  ];
}

function fileToday({ today, instrument, motionFiledOn, stage }: UrgencyInput): UrgencyFinding[] {
  if (motionFiledOn) return [];
  const days = instrument ?? {};
  const granted = [days.receivedOn, days.effectiveOn, days.signedOn, days.votedOn].find((day) => day) ?? null;
  const waited = granted === null ? 0 : between(granted, today);
  return [
    finding(today, {
      code: 'file_today',
      urgency: waited > 0 ? 'now' : 'today',
      on: granted,
      text:
        waited > 0
          ? `The grant is ${waited} days old and no motion is recorded: file today.`
          : 'The grant is here: file the motion to reopen, the stay request and, if detained, the habeas petition today.',
      reasons: [
        'ICE arrested a client in the morning after the vote in a public case.',
        'Every day between the pardon and the motion is counted when diligence is argued for an old order.',
        ...(stage === 'granted' ? ['The instrument has not been checked yet: do it in the same hour.'] : []),
      ],
      steps: [
        'Run the eight tests of the instrument and the effect on every charge.',
        'File with the body that has jurisdiction over the order; call the court about the stay.',
        'Send DHS the pardon and ask it to join the motion.',
        'Get at least six certified copies, and certified records before the grant seals or erases them.',
      ],
    }),
  ];
}

function daysMissing({ today, instrument }: UrgencyInput): UrgencyFinding[] {
  const names = {
    signedOn: 'signed',
    effectiveOn: 'effective',
    receivedOn: 'received',
    announcedOn: 'announced',
  } as const;
  const missing = (Object.keys(names) as Array<keyof typeof names>).filter((name) => !instrument?.[name]);
  if (missing.length === 0) return [];
  return [
    finding(today, {
      code: 'instrument_days_missing',
      urgency: 'soon',
      text: `Days of the instrument still to be recorded: ${missing.map((name) => names[name]).join(', ')}.`,
      reasons: [
        'Signed, effective, received and announced are four different days in real cases, and each can decide something.',
      ],
    }),
  ];
}

function embargo({ today, instrument, publicityConsent }: UrgencyInput): UrgencyFinding[] {
  const { announcedOn = null } = instrument ?? {};
  const found: UrgencyFinding[] = [];
  if (announcedOn === null || announcedOn > today) {
    found.push(
      finding(today, {
        code: 'media_embargo',
        urgency: 'watch',
        on: announcedOn,
        text: 'The grantor has not announced the pardon: nothing goes to the press or into public papers before it does.',
        reasons: [
          'A pardon was kept unannounced for about six weeks in a public case, while the order was reopened and vacated.',
        ],
        steps: [
          'Ask the grantor’s counsel what may be said and when.',
          'Ask the court to seal, or file by the sealed route.',
        ],
      }),
    );
  }
  if (publicityConsent !== true) {
    found.push(
      finding(today, {
        code: 'no_publicity',
        urgency: 'watch',
        text: 'The client has not agreed to publicity: keep the name out of petitions, letters and the press.',
      }),
    );
  }
  return found;
}
