export const work = {
  notes: {
    title: 'Notes',
    add: 'Add a note',
    text: 'Note',
    kind: 'Who may read it',
    kindHint: 'It cannot be changed afterwards. A volunteer reads nothing but what is marked for volunteers.',
    topic: 'About',
    pinned: 'Keep on top',
    pin: 'Keep on top',
    unpin: 'Let go from the top',
    correct: 'Correct',
    correctTitle: 'Correct this note',
    correctWhy: 'A note is never changed. Your correction is shown with it, and both stay readable.',
    corrected: 'Corrected below',
    correction: 'Correction',
    allTopics: 'All topics',
    empty: 'No notes yet. Write down what the client said and what was decided.',
    emptyTopic: 'No note about this.',
    emptyShared: 'Nothing was written for volunteers in this case.',
  },
};

export const workCodes = {
  noteKind: {
    privileged: 'Privileged: legal team only',
    ordinary: 'Staff',
    volunteer_visible: 'Staff and volunteers',
  },
  noteKindTag: { privileged: 'Privileged', ordinary: 'Staff', volunteer_visible: 'For volunteers too' },
  noteTopic: {
    general: 'General',
    interview: 'Interview',
    call: 'Telephone call',
    strategy: 'Strategy',
    evidence: 'Evidence',
    court: 'Court',
    check_in: 'Check-in',
    family: 'Family',
    money: 'Money and fees',
  },
};
