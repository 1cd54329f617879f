/** What a claim of ineffective assistance must bring. Matter of Lozada, 19 I&N Dec. 637 (BIA 1988). */
export const LOZADA_STEPS = [
  {
    id: 'affidavit',
    title: 'Affidavit of the client: the agreement with counsel, what was to be done and what went wrong.',
  },
  {
    id: 'notice_to_counsel',
    title: 'Notice to former counsel of the claim, with time to answer; the answer or its absence.',
  },
  {
    id: 'bar_complaint',
    title: 'Complaint to the disciplinary authority, or an explanation why there is none.',
  },
  { id: 'prejudice', title: 'Prejudice: what would have come out otherwise, with evidence.' },
] as const;
export type LozadaStepId = (typeof LOZADA_STEPS)[number]['id'];
export type LozadaStanding = 'done' | 'not_done' | 'not_known';
export type LozadaAnswers = Readonly<Partial<Record<LozadaStepId, LozadaStanding>>>;

export interface LozadaStep {
  readonly id: LozadaStepId;
  readonly title: string;
  readonly standing: LozadaStanding;
  readonly citation: string;
  readonly provenance: 'general_knowledge';
}

/** Every step with its standing; what nobody answered is not known. */
export const lozadaSteps = (answers: LozadaAnswers): LozadaStep[] =>
  LOZADA_STEPS.map(({ id, title }) => ({
    id,
    title,
    standing: answers[id] ?? 'not_known',
    citation: 'Matter of Lozada, 19 I&N Dec. 637 (BIA 1988), and circuit law',
    provenance: 'general_knowledge',
  }));
