import { useTranslation } from 'react-i18next';
import type { Conviction } from '../../api/types';
import { convictionFlags, convictionLevels, flagValues, type ConvictionFlag } from '../../api/values';
import { useWords } from '../../i18n/words';
import { known, optionsOf, orNull, type Field } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { codeOptions } from './records/code-options';
import { useAddConviction, useEditConviction } from './queries';

const lines = [
  'offence',
  'court',
  'state',
  'county',
  'docket',
  'statute',
  'level',
  'offenceOn',
  'pleaOn',
  'verdictOn',
  'sentencedOn',
  'sentence',
  'maximumSentence',
  'ageAtOffence',
  'countNumber',
  'scheme',
  'clearedBy',
  'clearedOn',
] as const;
type Line = (typeof lines)[number];
type Values = Record<Line | ConvictionFlag, string>;

function valuesOf(conviction: Conviction | undefined): Values {
  const text = lines.map((name) => [name, String(conviction?.[name] ?? (name === 'level' ? 'felony' : ''))]);
  const flags = convictionFlags.map((flag) => [flag, conviction?.flags[flag] ?? 'not_known']);
  return Object.fromEntries([...text, ...flags]) as Values;
}

function bodyOf(values: Values) {
  return {
    ...(Object.fromEntries(lines.map((name) => [name, orNull(values[name])])) as Record<Line, string | null>),
    level: values.level,
    ageAtOffence: values.ageAtOffence ? Number(values.ageAtOffence) : null,
    flags: Object.fromEntries(convictionFlags.map((flag) => [flag, values[flag]])) as Record<
      ConvictionFlag,
      string
    >,
  };
}

function useFields(): Field<Values>[] {
  const { t } = useTranslation();
  const word = useWords();
  const answers = optionsOf(flagValues, (value) => word('flag', value));
  return [
    { name: 'offence', kind: 'text', label: t('removal.offence'), required: true },
    { name: 'statute', kind: 'text', label: t('removal.statute'), half: true },
    {
      name: 'level',
      kind: 'select',
      label: t('removal.level'),
      required: true,
      half: true,
      options: optionsOf(convictionLevels, (level) => word('convictionLevel', level)),
    },
    { name: 'court', kind: 'text', label: t('removal.convictionCourt'), half: true },
    { name: 'state', kind: 'text', label: t('removal.state'), half: true },
    { name: 'county', kind: 'text', label: t('removal.county'), half: true },
    { name: 'docket', kind: 'text', label: t('removal.docket'), half: true },
    { name: 'offenceOn', kind: 'partial', label: t('removal.offenceOn'), half: true },
    { name: 'ageAtOffence', kind: 'number', label: t('removal.ageAtOffence'), half: true },
    { name: 'pleaOn', kind: 'partial', label: t('removal.pleaOn'), half: true },
    { name: 'verdictOn', kind: 'partial', label: t('removal.verdictOn'), half: true },
    { name: 'sentencedOn', kind: 'partial', label: t('removal.sentencedOn'), half: true },
    { name: 'countNumber', kind: 'text', label: t('removal.countNumber'), half: true },
    { name: 'sentence', kind: 'text', label: t('removal.sentence'), half: true },
    { name: 'maximumSentence', kind: 'text', label: t('removal.maximumSentence'), half: true },
    {
      name: 'clearedBy',
      kind: 'select',
      label: t('removal.clearedBy'),
      half: true,
      options: codeOptions('clearedBy', word),
    },
    { name: 'clearedOn', kind: 'partial', label: t('removal.clearedOn'), half: true },
    { name: 'scheme', kind: 'text', label: t('removal.scheme'), hint: t('removal.schemeHint') },
    ...convictionFlags.map((flag, at): Field<Values> => ({
      name: flag,
      kind: 'select',
      label: word('convictionFlag', flag),
      required: true,
      half: true,
      options: answers,
      path: `flags.${flag}`,
      section: at === 0 ? t('removal.flagsSection') : undefined,
    })),
  ];
}

/** A conviction as the record of the criminal court says it. */
export function ConvictionForm(props: { clientId: string; conviction?: Conviction; close: () => void }) {
  const { clientId, conviction, close } = props;
  const add = useAddConviction();
  const edit = useEditConviction();
  const fields = useFields();
  return (
    <RecordForm<Values>
      draftKey={`conviction:${conviction?.id ?? clientId}`}
      version={conviction?.version}
      fields={fields}
      initial={valuesOf(conviction)}
      send={(values, { version, key }) =>
        conviction
          ? edit.mutateAsync({ path: { convictionId: conviction.id }, version, key, body: bodyOf(values) })
          : add.mutateAsync({ path: { clientId }, key, body: known(bodyOf(values)) })
      }
      done={close}
      onCancel={close}
    />
  );
}
