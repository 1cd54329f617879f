export * from './change-log';
export * from './practice';
export type * from './practice-types';
export * from './records';
export * from './validate-practice';
