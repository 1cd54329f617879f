export * from './charges';
export * from './courts';
export * from './district-courts';
export * from './facilities';
export * from './ice-offices';
export * from './languages';
export * from './name-spellings';
export * from './places';
export type { Pack, PackInfo } from './table';
