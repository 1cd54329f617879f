export * from './pardons-api';
