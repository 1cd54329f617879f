import { useTranslation } from 'react-i18next';
import type { FilingKind } from '../../api/values';
import { useWords } from '../../i18n/words';
import { known, optionsOf, orNull, type Field } from '../../ui/form/field';
import { letterLanguages, type LetterLanguage } from '../cases/closing-values';
import { mayAnswer, useColleagues } from '../staff/queries';

export interface PaperValues {
  acceptBlanks: boolean;
  motion: string;
  relief: string[];
  fee: string;
  feeBasis: string;
  removalImminent: boolean;
  filerId: string;
  serviceMethod: string;
  servedOn: string;
  servedName: string;
  servedAddress: string;
  papers: string;
  language: LetterLanguage;
}
export const noOptions: PaperValues = {
  acceptBlanks: false,
  motion: 'reopen',
  relief: [],
  fee: '',
  feeBasis: '',
  removalImminent: false,
  filerId: '',
  serviceMethod: '',
  servedOn: '',
  servedName: '',
  servedAddress: '',
  papers: '',
  language: 'en',
};

const motions = [
  'reopen',
  'reopen_and_terminate',
  'joint_reopen',
  'reconsider',
  'stay',
  'emergency_stay',
  'terminate',
] as const;
const fees = ['receipt_attached', 'waiver_requested', 'not_required'] as const;
const reliefs = ['reopen', 'vacate_order', 'stay', 'terminate'] as const;
const methods = [
  'ecas',
  'ice_eservice',
  'hand_delivery',
  'first_class_mail',
  'certified_mail',
  'overnight_courier',
] as const;

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** What of the options a kind of paper uses; nothing is sent that was not said. */
export function optionsBody(kind: FilingKind, values: PaperValues) {
  const common = { motion: values.motion, filerId: orNull(values.filerId) };
  if (kind === 'motion_cover_page') {
    return known({
      ...common,
      fee: orNull(values.fee),
      feeBasis: values.fee === 'not_required' ? orNull(values.feeBasis) : null,
      removalImminent: values.removalImminent || null,
    });
  }
  if (kind === 'proposed_order') {
    return known({ ...common, relief: values.relief.length ? values.relief : null });
  }
  if (kind === 'closing_letter') return { language: values.language };
  return known({
    ...common,
    serviceMethod: orNull(values.serviceMethod),
    servedOn: orNull(values.servedOn),
    served: values.servedName.trim()
      ? { name: values.servedName.trim(), addressLines: lines(values.servedAddress) }
      : null,
    papers: values.papers.trim() ? lines(values.papers) : null,
  });
}

/** The fields of one kind of paper. */
export function usePaperFields(kind: FilingKind, withBlanks: boolean): Field<PaperValues>[] {
  const { t } = useTranslation();
  const word = useWords();
  const filers = useColleagues(mayAnswer);
  const service = useServiceFields();
  const motion: Field<PaperValues> = {
    name: 'motion',
    kind: 'select',
    label: t('filings.motion'),
    required: true,
    options: optionsOf(motions, (one) => word('motion', one)),
  };
  const cover = useCoverFields();
  const order: Field<PaperValues>[] = [
    {
      name: 'relief',
      kind: 'multi',
      label: t('filings.relief'),
      options: optionsOf(reliefs, (one) => word('relief', one)),
    },
  ];
  const letter = useLetterFields();
  const own = {
    motion_cover_page: cover,
    proposed_order: order,
    certificate_of_service: service,
    procedural_history: [],
    closing_letter: letter,
  }[kind];
  return [
    ...(kind === 'procedural_history' || kind === 'closing_letter' ? [] : [motion]),
    ...own,
    {
      name: 'filerId',
      kind: 'select',
      label: t('filings.filer'),
      options: filers,
      when: () => kind !== 'closing_letter',
    },
    { name: 'acceptBlanks', kind: 'switch', label: t('filings.acceptBlanks'), when: () => withBlanks },
  ];
}

function useCoverFields(): Field<PaperValues>[] {
  const { t } = useTranslation();
  const word = useWords();
  return [
    {
      name: 'fee',
      kind: 'select',
      label: t('filings.fee'),
      options: optionsOf(fees, (one) => word('fee', one)),
    },
    {
      name: 'feeBasis',
      kind: 'text',
      label: t('filings.feeBasis'),
      when: ({ fee }) => fee === 'not_required',
      path: 'options.feeBasis',
    },
    { name: 'removalImminent', kind: 'switch', label: t('filings.removalImminent') },
  ];
}

function useLetterFields(): Field<PaperValues>[] {
  const { t } = useTranslation();
  const word = useWords();
  return [
    {
      name: 'language',
      kind: 'select',
      label: t('closing.letterLanguage'),
      required: true,
      options: optionsOf(letterLanguages, (one) => word('letterLanguage', one)),
    },
  ];
}

function useServiceFields(): Field<PaperValues>[] {
  const { t } = useTranslation();
  const word = useWords();
  return [
    {
      name: 'serviceMethod',
      kind: 'select',
      label: t('filings.serviceMethod'),
      half: true,
      options: optionsOf(methods, (one) => word('serviceMethod', one)),
    },
    { name: 'servedOn', kind: 'date', label: t('filings.servedOn'), half: true, path: 'options.servedOn' },
    { name: 'servedName', kind: 'text', label: t('filings.servedName'), path: 'options.served.name' },
    {
      name: 'servedAddress',
      kind: 'textarea',
      label: t('filings.servedAddress'),
      path: 'options.served.addressLines',
    },
    { name: 'papers', kind: 'textarea', label: t('filings.papers'), path: 'options.papers' },
  ];
}
