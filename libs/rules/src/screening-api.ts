export * from './jurisdictions';
export * from './packs/screening';
export * from './screening';
