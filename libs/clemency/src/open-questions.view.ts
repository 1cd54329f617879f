/** Something the report about a pardon needs and the file does not say. */
export class OpenQuestion {
  /** The question of the rules, in their words; null when it is a field of a conviction that is empty. */
  text: string | null;
  /** The empty field, such as `sentencedOn` or `flags.drug`. */
  field: string | null;
  convictionId: string | null;
  /** The offence as recorded. */
  about: string | null;
  /** INA citations of the charges that wait for it. */
  charges: string[];
}

export class OpenQuestions {
  /** What the client can be asked. */
  forClient: OpenQuestion[];
  /** What only the record of a court, the police or an agency tells. */
  forRecord: OpenQuestion[];
}
