export * from './engine';
export * from './pardons-api';
