/** Notes as people in such an office write them. Nobody and nothing real is meant. */
export const NOTES: { text: string; privileged: boolean }[] = [
  {
    text: 'Called about the certificate of disposition; the clerk says six to eight weeks. The sister can pick it up.',
    privileged: false,
  },
  {
    text: 'Client remembers a hearing by video and an interpreter for the wrong language. Ask for the recording before we say anything about it.',
    privileged: true,
  },
  {
    text: 'Letters of support came in: employer, temple, the school. Two more are promised for Friday.',
    privileged: false,
  },
  {
    text: 'Talked through the risk of the next check-in. Family has the plan, the phone numbers and the medicine list.',
    privileged: true,
  },
  {
    text: 'The A-file request has its number now. The order itself is still missing; without it the date stays a year.',
    privileged: false,
  },
  {
    text: 'Client prefers calls after 5 pm and no voicemail. The address on the old papers is not safe to write to.',
    privileged: false,
  },
  {
    text: 'Asked whether the plea court gave immigration warnings. The minutes may help; ordered them.',
    privileged: true,
  },
  {
    text: 'Met at the office with the whole family. They understand that a pardon does not stop the clock by itself.',
    privileged: false,
  },
  { text: 'Spoke with the pardon unit: the file is complete, no date for the decision.', privileged: false },
  {
    text: 'Green card stolen years ago, passport of the country of birth never issued. Travel document question is open.',
    privileged: false,
  },
];
