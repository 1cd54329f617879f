export * from './identifiers';
export * from './packs/grounds';
export * from './packs/jurisdictions';
export * from './packs/reference';
export * from './pardons';
