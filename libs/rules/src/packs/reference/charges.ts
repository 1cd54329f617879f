import { citationKey } from '../../identifiers/citation';
import file from './charges.json';
import { lazyIndex, lazyPack } from './table';

export type ChargeFamily =
  | 'inadmissibility'
  | 'deportability'
  | 'former_deportability_1991'
  | 'former_deportability_unclear'
  | 'former_exclusion'
  | 'other';

/** A charge as EOIR codes it in its case data. */
export interface ChargeCode {
  /** EOIR code, letter case and inner spaces as EOIR writes them. */
  code: string;
  description: string | null;
  /** INA citation read out of the code, such as '237(a)(2)(A)(iii)'. */
  ina: string;
  /** null for former sections, which have no current US Code section of that meaning. */
  usc: string | null;
  family: ChargeFamily;
  /** Key into the pack of pardon grounds; null when the pack has no such ground. */
  groundId: string | null;
  qualityNote: string | null;
}

const pack = lazyPack<ChargeCode>(file, (cell) => ({
  code: cell('code'),
  description: cell('description') || null,
  ina: cell('ina'),
  usc: cell('usc') || null,
  family: cell('family') as ChargeFamily,
  groundId: cell('groundId') || null,
  qualityNote: cell('qualityNote') || null,
}));
const exact = lazyIndex(pack, (charge) => charge.code);
const spelled = lazyIndex(pack, (charge) => citationKey(charge.code) ?? citationKey(charge.ina));

/** Every EOIR charge code, with the date and source of the list. */
export const eoirCharges = pack;

/**
 * The charge of an EOIR code. The exact spelling wins ('241a4B' and '241a04B' are different charges);
 * after that any way of writing the same citation is accepted: '237(a)(2)(A)(iii)', '237a2Aiii', '237a02Aiii'.
 */
export function chargeByCode(code: string): ChargeCode | undefined {
  const found = exact(code) ?? exact(code.trim());
  if (found) return found;
  const key = citationKey(code);
  return key === null ? undefined : spelled(key);
}
