export * from './interchange';
export { pardonEffect, PARDON_RULES_VERSION } from './report';
export * from './stages';
export * from './types';
export * from './urgency';
export { whatIf, type WhatIfChange, type WhatIfResult } from './what-if';
export { whatWouldChange, type WhatWouldChange } from './what-would-change';
export { whoKnows } from './who-knows';
