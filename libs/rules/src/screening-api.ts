export * from './jurisdictions';
