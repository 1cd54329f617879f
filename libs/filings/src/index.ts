export type { Blank, FilingDocument, Inline } from './document/model';
export { blanksIn } from './document/blanks';
export { LayoutError, RenderingFailedError, UnprintableCharacterError } from './pdf/errors';
export { closeRenderer, renderPdf, type RenderOptions } from './render-pdf';
export * from './templates/facts';
export { fileName, type FilingKind, type RuleSource, type Template } from './templates/template';
export { motionTitle } from './templates/wording';
export { motionCoverPage } from './templates/motion-cover-page';
export { proposedOrder } from './templates/proposed-order';
export { HISTORY_KINDS } from './templates/history-sentences';
export { proceduralHistory } from './templates/procedural-history';
export { certificateOfService } from './templates/certificate-of-service';
export { Filing } from './filing.entity';
export {
  BlanksView,
  BlankView,
  FILING_KINDS,
  FilingList,
  FilingView,
  type FilingKindName,
} from './filing.view';
export { FilingsModule } from './filings.module';
export { FilingsService } from './filings.service';
export { layOut, templateOf, type Paper, type PaperFacts } from './papers';
