import { badField } from '@app/platform';
import {
  formerGroundById,
  groundById,
  pardonJurisdictionByCode,
  type ConvictionFlags,
  type PardonEffectInput,
} from '@app/rules';
import type { AskPardonEffect, SuppliedConviction } from './pardon-question.dto';

const NOT_KNOWN: ConvictionFlags = {
  drug: 'not_known',
  firearm: 'not_known',
  domestic: 'not_known',
  childVictim: 'not_known',
  moralTurpitude: 'not_known',
  aggravatedFelony: 'not_known',
};

/**
 * The question as the rules take it.
 * @throws Problem 422 naming an id that is used twice, a conviction, a ground or an authority that is not there
 */
export function pardonCaseOf(asked: AskPardonEffect): PardonEffectInput {
  const { convictions, pardons, charges, proceedingKind, venue = null } = asked;
  for (const field of ['convictions', 'pardons', 'charges'] as const) refuseRepeated(field, asked[field]);
  const known = new Set(convictions.map(({ id }) => id));
  refuseUnknown('pardons', pardons, known);
  refuseUnknown('charges', charges, known);
  checkNames(asked);
  return {
    ...{ proceedingKind, venue, pardons },
    circuit: asked.circuit ?? null,
    abroad: asked.abroad ?? null,
    admission: asked.admission ?? null,
    convictions: convictions.map(convictionOf),
    charges: charges.map((charge) => ({ ...charge, code: charge.code ?? '', ina: charge.ina ?? '' })),
  };
}

function convictionOf({ flags, ...given }: SuppliedConviction): PardonEffectInput['convictions'][number] {
  const said = Object.entries(flags ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return {
    ...given,
    state: given.state ?? '',
    statute: given.statute ?? '',
    offence: given.offence ?? '',
    flags: { ...NOT_KNOWN, ...Object.fromEntries(said) },
  };
}

function refuseRepeated(field: string, items: readonly { id: string }[]): void {
  const seen = new Set<string>();
  items.forEach(({ id }, at) => {
    if (seen.has(id))
      throw badField(`${field}[${at}].id`, 'duplicate_id', 'Another one has this id already.');
    seen.add(id);
  });
}

function refuseUnknown(
  field: string,
  items: readonly { convictionIds: string[] }[],
  known: ReadonlySet<string>,
): void {
  items.forEach(({ convictionIds }, at) =>
    convictionIds.forEach((id, of) => {
      if (known.has(id)) return;
      const path = `${field}[${at}].convictionIds[${of}]`;
      throw badField(path, 'unknown_conviction', 'No conviction above has this id.');
    }),
  );
}

function checkNames({ pardons, charges }: AskPardonEffect): void {
  pardons.forEach(({ jurisdiction }, at) => {
    if (!pardonJurisdictionByCode(jurisdiction))
      throw badField(`pardons[${at}].jurisdiction`, 'unknown_jurisdiction', 'No authority has this code.');
  });
  charges.forEach(({ groundId }, at) => {
    if (groundId && !groundById(groundId) && !formerGroundById(groundId))
      throw badField(`charges[${at}].groundId`, 'unknown_ground', 'No ground has this id.');
  });
}
