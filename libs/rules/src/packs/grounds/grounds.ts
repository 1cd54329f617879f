import { DEPORTABILITY } from './deportability';
import type { PardonGround } from './ground';
import { INADMISSIBILITY } from './inadmissibility';

/** 42 paragraphs of INA 237 and 212 with what a full and unconditional pardon does to each. */
export const GROUNDS: readonly PardonGround[] = [...DEPORTABILITY, ...INADMISSIBILITY].map(
  ([ina, name, basis, waived, note, authorities, otherRoutes = []]) => {
    const cited = ina.replace('(A)-(C)', '');
    const usc = cited.startsWith('237') ? `8 USC 1227${cited.slice(3)}` : `8 USC 1182${cited.slice(3)}`;
    return { id: cited.replace(/[()]/g, ''), ina, usc, name, basis, waived, note, authorities, otherRoutes };
  },
);
