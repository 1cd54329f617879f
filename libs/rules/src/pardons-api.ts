export * from './identifiers';
export * from './packs/reference';
