import { blanksIn } from '../document/blanks';
import { legalDay } from './wording';
import type { Blank, DocumentMeta, FilingDocument } from '../document/model';

export type FilingKind =
  'motion_cover_page' | 'proposed_order' | 'certificate_of_service' | 'procedural_history' | 'closing_letter';

/** Where a template's rule comes from. Shown to staff beside the paper, never printed on it. */
export interface RuleSource {
  rule: string;
  citation: string;
  /** 'secondary_source': repeated by a public page other than the court's; 'general_knowledge': no page was seen. */
  basis: 'secondary_source' | 'general_knowledge';
  /** True once somebody compared it with the live text. Until then an attorney must check before relying on it. */
  verified: boolean;
}

export interface Template<Facts> {
  kind: FilingKind;
  /** Raised whenever the words or the arrangement change. */
  version: string;
  /** The day up to which the rules behind it were looked at. */
  ruleSetDate: string;
  /** The form it follows, and what of it is verified. */
  ruleSource: RuleSource[];
  /** Name of the paper for people; no client data. */
  title: string;
  build(facts: Facts): FilingDocument;
  /** What would be printed as a ruled blank, in reading order. Empty: nothing is missing. */
  blanks(facts: Facts): Blank[];
}

/** One place for the parts every template has, so that the list of blanks is that of the paper itself. */
export function template<Facts extends { preparedOn: string }>(
  spec: Omit<Template<Facts>, 'build' | 'blanks'> & {
    /** The language of a paper that is not for a court; English when left out. */
    lang?(facts: Facts): string;
    sections(facts: Facts): FilingDocument['sections'];
  },
): Template<Facts> {
  const { sections, lang, ...rest } = spec;
  const build = (facts: Facts): FilingDocument => ({
    meta: metaOf(rest, legalDay(facts.preparedOn), lang?.(facts)),
    size: 12,
    sections: sections(facts),
  });
  return { ...rest, build, blanks: (facts) => blanksIn(build(facts)) };
}

function metaOf(
  spec: Omit<Template<never>, 'build' | 'blanks'>,
  preparedOn: string,
  lang = 'en-US',
): DocumentMeta {
  return {
    title: spec.title,
    lang,
    templateId: spec.kind,
    templateVersion: spec.version,
    ruleSetDate: spec.ruleSetDate,
    preparedOn,
  };
}

const fileNames: Record<FilingKind, string> = {
  motion_cover_page: 'motion-cover-page.pdf',
  proposed_order: 'proposed-order.pdf',
  certificate_of_service: 'certificate-of-service.pdf',
  procedural_history: 'procedural-history.pdf',
  closing_letter: 'closing-letter.pdf',
};

/** A file name that names the paper only: names and A-numbers end up in mail, logs and backups. */
export function fileName(kind: FilingKind): string {
  return fileNames[kind];
}
