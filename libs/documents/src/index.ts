export { receive, type Incoming } from './files/incoming';
export { REFUSALS, Refused, type RefusalCode } from './files/refusal';
export { FILE_KINDS, type FileKind } from './files/sniff';
export { readFileSafely, type Read, type ReadingLimits } from './reading/reading';
