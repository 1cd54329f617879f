import { useTranslation } from 'react-i18next';
import { useFacilities } from '../../api/reference';
import type { Field } from '../../ui/form/field';

export interface PlaceValues {
  facilityCode: string;
  place: string;
}

/** Fields for a place of detention: one of the list, or typed in. `when` hides both. */
export function usePlaceFields<V extends PlaceValues>(when?: (values: V) => boolean): Field<V>[] {
  const { t } = useTranslation();
  const options = useFacilities();
  const one = (name: 'facilityCode' | 'place'): keyof V & string => name;
  return [
    {
      name: one('facilityCode'),
      kind: 'select',
      label: t('custodyFile.facility'),
      hint: t('custodyFile.facilityHint'),
      options,
      when,
    },
    { name: one('place'), kind: 'text', label: t('custodyFile.place'), when },
  ];
}
