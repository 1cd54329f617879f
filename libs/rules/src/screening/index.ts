export { screenChhoeunClass } from './chhoeun';
export { screenNaturalisation } from './naturalisation';
export { screenRegistry, screenRegistryBills } from './registry';
export {
  screenCambodiaReturn,
  screenCitizenship,
  screenLaosReturn,
  screenVietnamReturn,
} from './repatriation';
export { screenClient } from './screen-client';
export type * from './types';
