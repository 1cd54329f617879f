export { pardonEffect, PARDON_RULES_VERSION } from './report';
export * from './stages';
export * from './types';
