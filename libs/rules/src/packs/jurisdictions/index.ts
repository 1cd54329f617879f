export * from './practice';
export type * from './practice-types';
export * from './records';
