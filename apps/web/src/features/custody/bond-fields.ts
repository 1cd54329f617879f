import { useTranslation } from 'react-i18next';
import type { Bond } from '../../api/types';
import { useWords } from '../../i18n/words';
import { optionsOf, orNull, type Field, type Option } from '../../ui/form/field';
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

type Labelled = Name & keyof typeof LABELS;

/** All steps of a bond, in the order in which they come. */
export function useBondFields(clientId: string): Field<BondValues>[] {
  const { t } = useTranslation();
  const day = (name: Labelled, section?: string): Field<BondValues> => ({
    ...{ name, kind: 'partial', label: t(LABELS[name]), half: true, section },
  });
  const text = (name: Labelled): Field<BondValues> => ({
    ...{ name, kind: 'text', label: t(LABELS[name]), half: true },
  });
  const [setBy, decision, appealBy, automaticStay, boardOutcome] = useChoices();
  return [
    day('requestedOn', t('bond.request')),
    ...useHearingChoice(clientId),
    { ...day('hearingOn'), when: (values) => values.hearingId === '' },
    setBy,
    decision,
    day('decidedOn'),
    { name: 'amount', kind: 'number', label: t('bond.amount'), half: true },
    { name: 'conditions', kind: 'textarea', label: t('bond.conditions') },
    appealBy,
    day('appealedOn'),
    automaticStay,
    boardOutcome,
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

/** Bond hearings of the client, when there are any. */
function useHearingChoice(clientId: string): Field<BondValues>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const hearings = useHearings(clientId);
  const options = (hearings.data?.items ?? [])
    .filter((hearing) => hearing.kind === 'bond' && hearing.status !== 'moved')
    .map((hearing) => ({ value: hearing.id, label: format.day(hearing.date) || t('bond.dayUnknown') }));
  if (options.length === 0) return [];
  return [{ name: 'hearingId', kind: 'select', label: t('bond.hearing'), options, half: true }];
}

function useChoices() {
  const { t } = useTranslation();
  const word = useWords();
  const choice = (name: Name, label: string, options: Option[], section?: string): Field<BondValues> => ({
    ...{ name, kind: 'select', label, options, half: true, section },
  });
  return [
    choice(
      'setBy',
      t('bond.setBy'),
      optionsOf(bondSetters, (one) => word('bondSetter', one)),
      t('bond.decisionPart'),
    ),
    choice(
      'decision',
      t('bond.decision'),
      optionsOf(bondDecisions, (one) => word('bondStatus', one)),
    ),
    choice(
      'appealBy',
      t('bond.appealBy'),
      optionsOf(bondAppellants, (one) => word('bondAppellant', one)),
      t('bond.appealPart'),
    ),
    choice(
      'automaticStay',
      t('bond.automaticStay'),
      optionsOf(automaticStays, (one) => word('automaticStay', one)),
    ),
    choice(
      'boardOutcome',
      t('bond.boardOutcome'),
      optionsOf(bondAppealOutcomes, (one) => word('bondAppealOutcome', one)),
    ),
  ] as const;
}

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
