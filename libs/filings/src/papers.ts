import { cannot } from '@app/platform';
import { UnprintableCharacterError } from './pdf/errors';
import type { Blank, FilingDocument } from './document/model';
import { certificateOfService } from './templates/certificate-of-service';
import { closingLetter } from './templates/closing-letter';
import type {
  ClosingLetterFacts,
  MotionFacts,
  ProceduralHistoryFacts,
  ProposedOrderFacts,
  ServiceFacts,
} from './templates/facts';
import { motionCoverPage } from './templates/motion-cover-page';
import { proceduralHistory } from './templates/procedural-history';
import { proposedOrder } from './templates/proposed-order';
import type { FilingKind, Template } from './templates/template';

/** The facts each kind of paper is made from. */
export interface PaperFacts {
  motion_cover_page: MotionFacts;
  proposed_order: ProposedOrderFacts;
  certificate_of_service: ServiceFacts;
  procedural_history: ProceduralHistoryFacts;
  closing_letter: ClosingLetterFacts;
}

/** A paper laid out from its facts, with what is still missing. */
export interface Paper {
  document: FilingDocument;
  blanks: Blank[];
}

const TEMPLATES: { [K in FilingKind]: Template<PaperFacts[K]> } = {
  motion_cover_page: motionCoverPage,
  proposed_order: proposedOrder,
  certificate_of_service: certificateOfService,
  procedural_history: proceduralHistory,
  closing_letter: closingLetter,
};

/** The template of a kind of paper. */
export function templateOf<K extends FilingKind>(kind: K): Template<PaperFacts[K]> {
  return TEMPLATES[kind];
}

/** Lays a paper out. @throws Problem 422 when a fact cannot be on a court paper, such as a day that does not exist */
export function layOut<K extends FilingKind>(kind: K, facts: PaperFacts[K]): Paper {
  try {
    const template = templateOf(kind);
    return { document: template.build(facts), blanks: template.blanks(facts) };
  } catch (error) {
    throw printable(error);
  }
}

/** What to tell the person when a paper cannot be printed; other errors pass through. */
export function printable(error: unknown): unknown {
  if (error instanceof UnprintableCharacterError) {
    return cannot(
      'unprintable_character',
      'A name or text has a character that court papers cannot print. Record the English spelling as on the charging document.',
      { codePoint: error.codePoint },
    );
  }
  if (error instanceof RangeError)
    return cannot('impossible_fact', 'A date or A-number of this paper is not a possible one.');
  return error;
}
