export * from './engine';
export * from './pardons-api';
export * from './screening-api';
export * from './practice-api';
