export * from './a-number';
export * from './citation';
export * from './partial-date';
export type { Parsed } from './text';
