import { build } from './run/building.mjs';
import { fail } from './run/say.mjs';

build({ again: true }).catch(fail);
