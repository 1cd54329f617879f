import { useTranslation } from 'react-i18next';
import { arrestedByValues, arrestedWhereValues, episodeEnds } from './values';
import { useWords } from '../../i18n/words';
import { optionsOf, type Field } from '../../ui/form/field';

export interface ArrestValues {
  beganOn: string;
  beganTime: string;
  arrestedBy: string;
  arrestedWhere: string;
  arrestPlace: string;
  note: string;
}
export interface EndValues {
  endedOn: string;
  endedHow: string;
}

/** How a detention began. */
export function useArrestFields<V extends ArrestValues>(): Field<V>[] {
  const { t } = useTranslation();
  const word = useWords();
  const name = (one: keyof ArrestValues): keyof V & string => one;
  return [
    {
      name: name('beganOn'),
      kind: 'partial',
      label: t('custodyFile.beganOn'),
      hint: t('custodyFile.beganOnHint'),
      half: true,
    },
    {
      name: name('beganTime'),
      kind: 'time',
      label: t('custodyFile.beganTime'),
      hint: t('custodyFile.beganTimeHint'),
      half: true,
    },
    {
      name: name('arrestedBy'),
      kind: 'select',
      label: t('custodyFile.arrestedBy'),
      required: true,
      options: optionsOf(arrestedByValues, (one) => word('arrestedBy', one)),
      half: true,
    },
    {
      name: name('arrestedWhere'),
      kind: 'select',
      label: t('custodyFile.arrestedWhere'),
      required: true,
      options: optionsOf(arrestedWhereValues, (one) => word('arrestedWhere', one)),
      half: true,
    },
    { name: name('arrestPlace'), kind: 'text', label: t('custodyFile.arrestPlace') },
  ];
}

/** How it ended. */
export function useEndFields<V extends EndValues>(required: boolean): Field<V>[] {
  const { t } = useTranslation();
  const word = useWords();
  const name = (one: keyof EndValues): keyof V & string => one;
  return [
    { name: name('endedOn'), kind: 'partial', label: t('custodyFile.endedOn'), half: true, required },
    {
      name: name('endedHow'),
      kind: 'select',
      label: t('custodyFile.endedHow'),
      options: optionsOf(episodeEnds, (one) => word('episodeEnd', one)),
      half: true,
      required,
    },
  ];
}
