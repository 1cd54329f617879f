/** Closing a case and leaving the office. */
export const closing = {
  closing: {
    lead: 'These things are still open. Resolve each in the file, or say here why it stays open.',
    nothingOpen: 'Nothing is open about this case.',
    looseEnds: 'Still open',
    reasonHint: 'Why it stays open although the case closes',
    oneReason: 'One reason for all of them',
    oneReasonHint: 'Stands wherever no other reason is given below.',
    ending: 'How it ended',
    aftercare: 'Aftercare',
    aftercareHint: 'A day makes it a task; without a day it is left out.',
    letter: 'Closing letter',
    letterLead:
      'A draft for the client, kept among the documents. An attorney signs it off before it goes out.',
    letterLanguage: 'Language of the letter',
    handover: 'Open cases: {{cases}}. Open tasks: {{tasks}}.',
    handoverNothing: 'They answer for no open case and have no open task.',
    successor: 'Who takes over',
    successorHint:
      'They join the teams. What a wall keeps from them stays where it is, on the list of work nobody attends to.',
    leave: 'Leave the work for the directors',
    suspended: 'Suspended',
  },
};

export const closingCodes = {
  looseEnd: {
    deadline: 'Deadline',
    proof: 'Proof of filing waits for sign-off',
    task: 'Task',
    check_in: 'Check-in',
    hearing: 'Hearing',
    custody: 'Custody',
    record_request: 'Request for records',
  },
  aftercare: {
    certified_copies: 'Certified copies of the decision',
    fee_waiver_refund: 'Refunds and fee waivers',
    naturalization_review: 'Eligibility for naturalization',
    file_disposal: 'Return or destroy the file',
    ice_systems_check: 'Check that ICE systems show the order as vacated',
  },
  letterLanguage: { en: 'English', es: 'Spanish' },
};
