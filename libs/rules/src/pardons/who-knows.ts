/** What the person lived through and no court wrote down; everything else stands in a record somewhere. */
const LIVED =
  /\b(victim|spouse|family member|admission|entry|inadmissible at entry|weapon beside|left the country|trip|return(ed)? to)\b/i;

/**
 * To whom a question of the report about a pardon is put: to the client, or to the record of the court, the agency or
 * the pardoning authority. A question about a record is never put to the client alone: memory moves dates.
 */
export function whoKnows(question: string): 'client' | 'record' {
  return LIVED.test(question) ? 'client' : 'record';
}
