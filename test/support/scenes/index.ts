import { CASE, REMOVAL } from './case';
import { INTAKE, OFFICE } from './office';
import type { Scenes } from './stage';

export { Stage } from './stage';

/** By `METHOD /path`. A route that is not here takes what the contract says of its body. */
export const SCENES: Scenes = { ...OFFICE, ...INTAKE, ...REMOVAL, ...CASE };
