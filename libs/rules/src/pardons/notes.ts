import { GROUNDS_NOTE, OTHER_CONSEQUENCES } from '../packs/grounds';
import type { PardonEffectInput } from './types';

/** What every report says beside the charges. */
export function notesFor(input: PardonEffectInput): string[] {
  return [
    'A pardon does not undo a removal order: until the order is reopened and vacated the client can be arrested. Have the motion, the stay request and the habeas papers ready before the pardon is signed.',
    'A pardon does not erase the conviction. It switches off the listed clauses for the pardoned conviction and nothing else.',
    ...OTHER_CONSEQUENCES.filter(({ id }) => id === 'detention' || id === 'discretion').map(
      ({ effect, provenance }) => (provenance === 'sourced' ? effect : `${effect} (general knowledge)`),
    ),
    GROUNDS_NOTE,
    ...circuitNotes(input),
    ...instrumentNotes(input),
    ...(input.abroad ? ABROAD : []),
  ];
}

const ABROAD = [
  'The client is abroad: the pardon can open the way to reopening, but the departure bar and INA 212(a)(9) need an answer of their own (general knowledge).',
  'From abroad: ask which circuit’s law governs the departure bar (8 CFR 1003.2(d), 1003.23(b)(1)), ask DHS to join the motion, and look at a visa: a consulate accepts the pardon for moral-turpitude and multiple-conviction grounds, not for drugs (22 CFR 40.21(a)(5)).',
];

function circuitNotes({ circuit, venue }: PardonEffectInput): string[] {
  const notes = circuit
    ? []
    : [
        'The circuit is not recorded, so no decision is weighed as binding or not. Find out where proceedings were docketed.',
      ];
  if (venue === 'immigration_judge')
    notes.push('Before the immigration judge: decisions of the circuit and of the Board bind.');
  if (venue === 'board_of_immigration_appeals')
    notes.push(
      'Before the Board: its own decisions and those of the Attorney General bind, and the circuit’s law.',
    );
  return notes;
}

function instrumentNotes({ pardons }: PardonEffectInput): string[] {
  const commuted = pardons.some(({ instrumentKind }) => instrumentKind === 'commutation');
  const unannounced = pardons.some(({ announcedOn }) => announcedOn === null);
  return [
    ...(commuted
      ? [
          'A commutation waives nothing. A shorter sentence may matter where a ground needs a year; whether Matter of Thomas & Thompson (A.G. 2019) covers an executive commutation is open (general knowledge).',
        ]
      : []),
    ...(unannounced
      ? [
          'A pardon is not announced yet: keep it out of public filings and the press until the grantor agrees.',
        ]
      : []),
  ];
}

/** What the pardon does for naturalisation, with the days the period of good moral character is counted against. */
export function naturalisationNote({ pardons }: PardonEffectInput): string {
  const [{ effect }] = OTHER_CONSEQUENCES;
  const days = [...new Set(pardons.map(({ effectiveOn, signedOn }) => effectiveOn ?? signedOn ?? ''))].filter(
    (day) => day !== '',
  );
  return days.length === 0 ? effect : `${effect} Recorded day of the pardon: ${days.slice(0, 5).join(', ')}.`;
}
