/** Notes as people in such an office write them. Nobody and nothing real is meant. */
export const NOTES: { text: string; kind: 'privileged' | 'ordinary' | 'volunteer_visible' }[] = [
  {
    text: 'Called about the certificate of disposition; the clerk says six to eight weeks. The sister can pick it up.',
    kind: 'ordinary',
  },
  {
    text: 'Client remembers a hearing by video and an interpreter for the wrong language. Ask for the recording before we say anything about it.',
    kind: 'privileged',
  },
  {
    text: 'Letters of support came in: employer, temple, the school. Two more are promised for Friday.',
    kind: 'ordinary',
  },
  {
    text: 'Talked through the risk of the next check-in. Family has the plan, the phone numbers and the medicine list.',
    kind: 'privileged',
  },
  {
    text: 'The A-file request has its number now. The order itself is still missing; without it the date stays a year.',
    kind: 'ordinary',
  },
  {
    text: 'Client prefers calls after 5 pm and no voicemail. The address on the old papers is not safe to write to.',
    kind: 'volunteer_visible',
  },
  {
    text: 'Asked whether the plea court gave immigration warnings. The minutes may help; ordered them.',
    kind: 'privileged',
  },
  {
    text: 'Met at the office with the whole family. They understand that a pardon does not stop the clock by itself.',
    kind: 'ordinary',
  },
  { text: 'Spoke with the pardon unit: the file is complete, no date for the decision.', kind: 'ordinary' },
  {
    text: 'Green card stolen years ago, passport of the country of birth never issued. Travel document question is open.',
    kind: 'ordinary',
  },
];
