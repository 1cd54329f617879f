/** Records that should not have been entered. */
export const inError = {
  inError: {
    title: 'Entered in error',
    by: '{{name}}, {{at}}: {{reason}}',
    backBy: 'Put back by {{name}}, {{at}}: it counts again',
    withdraw: 'Entered in error',
    withdrawTitle: 'Say that this was entered in error',
    withdrawIntro:
      'It leaves lists, deadlines, the chronology and reports at once. Nothing is deleted: it stays here, struck through, with your reason, and can be put back. To correct a detail, edit it instead.',
    withdrawLookUp:
      'What followed from this look-up stays: a hearing that was moved, a transfer, a message. Correct those on their own.',
    reason: 'Why it should not have been entered',
    putBack: 'Put back',
    putBackAsk: 'Put it back? It counts again, as it was.',
  },
};

export const inErrorCodes = {
  entryKind: {
    charge: 'Charge',
    motion: 'Motion',
    relief_application: 'Application for relief',
    appeal: 'Appeal',
    reinstatement: 'Reinstatement',
    country_concern: 'Country',
    travel_document: 'Travel document',
    supervision_condition: 'Condition of supervision',
    arrest: 'Arrest',
    admission: 'Admission',
    departure: 'Departure',
    inquiry: 'What was asked',
    hearing_look_up: 'Look-up of a hearing',
    locator_look_up: 'Look-up of the client',
  },
};
