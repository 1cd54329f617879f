import type { Language } from '../../i18n/i18n';

export const paperChoices = ['both', 'es', 'en'] as const;
export type PaperChoice = (typeof paperChoices)[number];

/**
 * How a paper for a family is printed unless somebody chose: a family that reads Spanish gets both, so that whoever
 * helps them in English reads the same sheet; every other one the language of the screen.
 */
export function paperChoice(
  wished: string | undefined,
  clientLanguages: readonly string[],
  screen: Language,
): PaperChoice {
  const chosen = paperChoices.find((choice) => choice === wished);
  return chosen ?? (clientLanguages.some((code) => code.startsWith('es')) ? 'both' : screen);
}

/** The languages of a paper, that of the family first. */
export const languagesOf = (choice: PaperChoice): Language[] => (choice === 'both' ? ['es', 'en'] : [choice]);
