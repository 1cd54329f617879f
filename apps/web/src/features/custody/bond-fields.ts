import { useTranslation } from 'react-i18next';
import type { Bond } from '../../api/types';
import { useWords } from '../../i18n/words';
import { optionsOf, orNull, type Field } from '../../ui/form/field';
import { useFormat } from '../../ui/format';
import { useHearings } from '../removal/queries';
import { automaticStays, bondAppealOutcomes, bondAppellants, bondDecisions, bondSetters } from './values';

const TEXTS = [
  ...(['requestedOn', 'hearingId', 'hearingOn', 'decidedOn', 'conditions', 'appealedOn'] as const),
  ...(['boardDecidedOn', 'postedOn', 'obligorName', 'obligorRelation', 'receiptNumber'] as const),
  ...(['cancelledOn', 'returnedOn', 'breachedOn', 'setBy', 'decision', 'appealBy'] as const),
  ...(['automaticStay', 'boardOutcome'] as const),
];
type Name = (typeof TEXTS)[number];
export type BondValues = Record<Name | 'amount', string>;

/** All steps of a bond, in the order in which they come. */
export function useBondFields(clientId: string): Field<BondValues>[] {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const hearings = useHearings(clientId);
  const options = (hearings.data?.items ?? [])
    .filter((hearing) => hearing.kind === 'bond' && hearing.status !== 'moved')
    .map((hearing) => ({ value: hearing.id, label: format.day(hearing.date) || t('bond.dayUnknown') }));
  const day = (name: Name & keyof typeof LABELS, section?: string): Field<BondValues> => ({
    ...{ name, kind: 'partial', label: t(LABELS[name]), half: true, section },
  });
  const text = (name: Name & keyof typeof LABELS): Field<BondValues> => ({
    ...{ name, kind: 'text', label: t(LABELS[name]), half: true },
  });
  return [
    day('requestedOn', t('bond.request')),
    ...(options.length
      ? [{ name: 'hearingId', kind: 'select', label: t('bond.hearing'), options, half: true } as const]
      : []),
    { ...day('hearingOn'), when: (values) => values.hearingId === '' },
    {
      ...{
        name: 'setBy',
        kind: 'select',
        label: t('bond.setBy'),
        half: true,
        section: t('bond.decisionPart'),
      },
      options: optionsOf(bondSetters, (one) => word('bondSetter', one)),
    },
    {
      ...{ name: 'decision', kind: 'select', label: t('bond.decision'), half: true },
      options: optionsOf(bondDecisions, (one) => word('bondStatus', one)),
    },
    day('decidedOn'),
    { name: 'amount', kind: 'number', label: t('bond.amount'), half: true },
    { name: 'conditions', kind: 'textarea', label: t('bond.conditions') },
    {
      ...{
        name: 'appealBy',
        kind: 'select',
        label: t('bond.appealBy'),
        half: true,
        section: t('bond.appealPart'),
      },
      options: optionsOf(bondAppellants, (one) => word('bondAppellant', one)),
    },
    day('appealedOn'),
    {
      ...{ name: 'automaticStay', kind: 'select', label: t('bond.automaticStay'), half: true },
      options: optionsOf(automaticStays, (one) => word('automaticStay', one)),
    },
    {
      ...{ name: 'boardOutcome', kind: 'select', label: t('bond.boardOutcome'), half: true },
      options: optionsOf(bondAppealOutcomes, (one) => word('bondAppealOutcome', one)),
    },
    day('boardDecidedOn'),
    day('postedOn', t('bond.paidPart')),
    text('obligorName'),
    text('obligorRelation'),
    text('receiptNumber'),
    day('cancelledOn'),
    day('returnedOn'),
    day('breachedOn'),
  ];
}

const LABELS = {
  requestedOn: 'bond.requestedOn',
  hearingOn: 'bond.hearingOn',
  decidedOn: 'bond.decidedOn',
  appealedOn: 'bond.appealedOn',
  boardDecidedOn: 'bond.boardDecidedOn',
  postedOn: 'bond.postedOn',
  obligorName: 'bond.obligorName',
  obligorRelation: 'bond.obligorRelation',
  receiptNumber: 'bond.receiptNumber',
  cancelledOn: 'bond.cancelledOn',
  returnedOn: 'bond.returnedOn',
  breachedOn: 'bond.breachedOn',
} as const;

/** The bond as the form holds it; the day of a linked hearing is that hearing's own. */
export function valuesOf(bond: Bond | null): BondValues {
  const texts = Object.fromEntries(TEXTS.map((name) => [name, bond?.[name] ?? ''])) as BondValues;
  const hearingOn = bond?.hearingId ? '' : texts.hearingOn;
  return { ...texts, hearingOn, amount: bond?.amount === null || !bond ? '' : String(bond.amount) };
}

/** The form as the contract wants it: what was cleared is null. */
export function bodyOf(values: BondValues) {
  const text = (name: Name): string | null => orNull(values[name]);
  return {
    ...{ requestedOn: text('requestedOn'), decidedOn: text('decidedOn'), conditions: text('conditions') },
    ...{ hearingId: text('hearingId'), hearingOn: values.hearingId ? null : text('hearingOn') },
    ...{ setBy: text('setBy'), decision: text('decision'), appealBy: text('appealBy') },
    ...{ appealedOn: text('appealedOn'), automaticStay: text('automaticStay') },
    ...{ boardOutcome: text('boardOutcome'), boardDecidedOn: text('boardDecidedOn') },
    ...{ postedOn: text('postedOn'), obligorName: text('obligorName') },
    ...{ obligorRelation: text('obligorRelation'), receiptNumber: text('receiptNumber') },
    ...{ cancelledOn: text('cancelledOn'), returnedOn: text('returnedOn'), breachedOn: text('breachedOn') },
    amount: values.amount === '' ? null : Number(values.amount),
  };
}
