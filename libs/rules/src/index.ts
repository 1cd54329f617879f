export * from './engine';
export * from './pardons-api';
export * from './practice-api';
