import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCharges, useJurisdictions } from '../../api/reference';
import {
  attorneyReadings,
  chargeStatuses,
  convictionFlags,
  convictionLevels,
  flagValues,
  grantors,
  instrumentKinds,
} from '../../api/values';
import { useWords } from '../../i18n/words';
import { optionsOf, type Field, type Option } from '../../ui/form/field';
import { CIRCUITS, circuitName, useStates } from '../law/places';
import { useGrounds } from '../law/queries';
import type { Texts } from './LiveFields';

/** Grounds of the law first, then the codes that stand on charging documents. */
function useChargeOptions(): Option[] {
  const grounds = useGrounds().data?.items;
  const codes = useCharges();
  return useMemo(
    () => [
      ...(grounds ?? []).map(({ id, ina, name }) => ({
        value: `ground:${id}`,
        label: `INA ${ina} · ${name}`,
      })),
      ...codes.map(({ value, label }) => ({ value: `code:${value}`, label })),
    ],
    [grounds, codes],
  );
}

function useAnswers(): Option[] {
  const word = useWords();
  return optionsOf(flagValues, (value) => word('flag', value));
}

function useProceedingFields(): Field<Texts>[] {
  const { t } = useTranslation();
  const word = useWords();
  const flags = useAnswers();
  return [
    {
      name: 'proceedingKind',
      kind: 'select',
      required: true,
      label: t('effectCalculator.proceeding'),
      options: optionsOf(['removal', 'deportation', 'exclusion', 'not_known'], (kind) =>
        kind === 'not_known' ? t('common.notKnown') : word('proceedingKind', kind),
      ),
    },
    {
      name: 'circuit',
      kind: 'select',
      label: t('effectCalculator.circuit'),
      options: CIRCUITS.map((value) => ({
        value,
        label: t('lawCalendar.circuit', { name: circuitName(value) }),
      })),
    },
    {
      name: 'abroad',
      kind: 'select',
      required: true,
      label: t('effectCalculator.abroad'),
      options: flags,
    },
  ];
}

function useConvictionFields(): Field<Texts>[] {
  const { t } = useTranslation();
  const word = useWords();
  const states = useStates();
  return [
    { name: 'offence', kind: 'text', label: t('removal.offence') },
    { name: 'statute', kind: 'text', label: t('removal.statute') },
    { name: 'state', kind: 'select', label: t('removal.state'), options: states },
    {
      name: 'level',
      kind: 'select',
      required: true,
      label: t('removal.level'),
      options: optionsOf(convictionLevels, (level) => word('convictionLevel', level)),
    },
  ];
}

function useMoreOfConviction(): Field<Texts>[] {
  const { t } = useTranslation();
  const word = useWords();
  const flags = useAnswers();
  return [
    { name: 'offenceOn', kind: 'partial', label: t('removal.offenceOn') },
    { name: 'sentencedOn', kind: 'partial', label: t('removal.sentencedOn') },
    { name: 'sentence', kind: 'text', label: t('removal.sentence') },
    { name: 'maximumSentence', kind: 'text', label: t('removal.maximumSentence') },
    ...convictionFlags.map((flag): Field<Texts> => ({
      name: flag,
      kind: 'select',
      required: true,
      label: word('convictionFlag', flag),
      options: flags,
    })),
  ];
}

function usePardonFields(convictions: Option[]): Field<Texts>[] {
  const { t } = useTranslation();
  const word = useWords();
  const flags = useAnswers();
  const places = useJurisdictions();
  return [
    {
      name: 'jurisdiction',
      kind: 'select',
      required: true,
      label: t('clemency.jurisdiction'),
      options: places,
    },
    {
      name: 'grantor',
      kind: 'select',
      required: true,
      label: t('clemency.grantor'),
      options: optionsOf(grantors, (grantor) => word('grantor', grantor)),
    },
    {
      name: 'instrumentKind',
      kind: 'select',
      required: true,
      label: t('clemency.instrument'),
      options: optionsOf(instrumentKinds, (kind) => word('instrumentKind', kind)),
    },
    { name: 'effectiveOn', kind: 'partial', label: t('clemency.effectiveOn') },
    { name: 'convictionIds', kind: 'multi', label: t('effectCalculator.covers'), options: convictions },
    { name: 'individual', kind: 'select', required: true, label: t('clemency.individual'), options: flags },
    { name: 'wording', kind: 'textarea', label: t('clemency.wording') },
    {
      name: 'attorneyReading',
      kind: 'select',
      label: t('clemency.reading'),
      options: optionsOf(attorneyReadings, (reading) => word('attorneyReading', reading)),
    },
    {
      name: 'conditionsMet',
      kind: 'select',
      required: true,
      label: t('clemency.conditionsMet'),
      options: flags,
    },
  ];
}

function useChargeFields(convictions: Option[]): Field<Texts>[] {
  const { t } = useTranslation();
  const word = useWords();
  const charges = useChargeOptions();
  return [
    {
      name: 'ground',
      kind: 'select',
      required: true,
      label: t('effectCalculator.charged'),
      options: charges,
    },
    {
      name: 'statusInOrder',
      kind: 'select',
      required: true,
      label: t('removal.status'),
      options: optionsOf(chargeStatuses, (status) => word('chargeStatus', status)),
    },
    {
      name: 'origin',
      kind: 'select',
      required: true,
      label: t('removal.origin'),
      options: optionsOf(['charged', 'lodged', 'latent'], (origin) => word('chargeOrigin', origin)),
    },
    { name: 'convictionIds', kind: 'multi', label: t('effectCalculator.restsOn'), options: convictions },
  ];
}

/** The fields of a made-up case, by the kind of row. */
export function useEffectFields(convictions: Option[]) {
  return {
    proceeding: useProceedingFields(),
    conviction: useConvictionFields(),
    moreOfConviction: useMoreOfConviction(),
    pardon: usePardonFields(convictions),
    charge: useChargeFields(convictions),
  };
}
