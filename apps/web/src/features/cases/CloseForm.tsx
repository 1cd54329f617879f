import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import type { AnswerOf } from '../../api/client';
import type { CaseFile } from '../../api/types';
import { caseOutcomes, type CaseOutcome } from '../../api/values';
import { useWords } from '../../i18n/words';
import { optionsOf, orAbsent, type Field } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { todayIn, useFormat } from '../../ui/format';
import { Answer } from '../../ui/states';
import { aftercareItems } from './closing-values';
import { useCloseCase, useClosing } from './queries';

type LooseEnd = AnswerOf<'/cases/{caseId}/closing'>['looseEnds'][number];
/** The fixed fields, `end:<id>` for the reason of each loose end, and `care:<item>` for the day of each aftercare step. */
type CloseValues = { outcome: CaseOutcome; on: string; note: string; oneReason: string } & Record<
  `${'end' | 'care'}:${string}`,
  string
>;

interface Props {
  file: CaseFile;
  close: () => void;
}

/** What is still open, each thing to be resolved or left open with a reason; then the outcome and the aftercare. */
export function CloseForm({ file, close }: Props) {
  const closing = useClosing(file.id);
  return (
    <Answer query={closing}>{({ looseEnds }) => <Close file={file} close={close} ends={looseEnds} />}</Answer>
  );
}

function Close({ file, close, ends }: Props & { ends: LooseEnd[] }) {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const send = useCloseCase();
  const fields = useCloseFields(ends);
  const blanks = fields.filter(({ name }) => name.includes(':')).map(({ name }) => [name, '']);
  const initial = {
    outcome: '',
    on: todayIn(me.organisation.timeZone),
    note: '',
    oneReason: '',
    ...Object.fromEntries(blanks),
  } as CloseValues;
  return (
    <RecordForm<CloseValues>
      draftKey={`close:${file.id}`}
      version={file.version}
      fields={fields}
      initial={initial}
      intro={
        <Text size="sm" c="dimmed">
          {t(ends.length ? 'closing.lead' : 'closing.nothingOpen')}
        </Text>
      }
      submitLabel={t('cases.close')}
      send={(values, { version, key }) =>
        send.mutateAsync({
          path: { caseId: file.id },
          version,
          key,
          body: {
            outcome: values.outcome,
            on: values.on,
            note: orAbsent(values.note),
            looseEnds: ends
              .map(({ kind, id }) => ({ kind, id, reason: reasonOf(values, id) }))
              .filter(({ reason }) => reason !== ''),
            aftercare: aftercareItems
              .map((item) => ({ item, dueOn: values[`care:${item}`] ?? '' }))
              .filter(({ dueOn }) => dueOn !== ''),
            language: i18n.language.startsWith('es') ? 'es' : 'en',
          },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}

/** Its own, or the one that stands for all. */
const reasonOf = (values: CloseValues, id: string): string =>
  (values[`end:${id}`] ?? '').trim() || values.oneReason.trim();

function useCloseFields(ends: LooseEnd[]): Field<CloseValues>[] {
  const { t } = useTranslation();
  const word = useWords();
  const endLabel = useEndLabel();
  const several = ends.length > 1;
  const forAll: Field<CloseValues> = {
    name: 'oneReason',
    kind: 'textarea',
    label: t('closing.oneReason'),
    hint: t('closing.oneReasonHint'),
    section: t('closing.looseEnds'),
  };
  const reasons = ends.map((end, at): Field<CloseValues> => ({
    name: `end:${end.id}`,
    kind: 'textarea',
    label: endLabel(end),
    hint: t('closing.reasonHint'),
    required: !several,
    path: `looseEnds.${end.id}`,
    section: at === 0 && !several ? t('closing.looseEnds') : undefined,
  }));
  const care = aftercareItems.map((item, at): Field<CloseValues> => ({
    name: `care:${item}`,
    kind: 'date',
    label: word('aftercare', item),
    section: at === 0 ? t('closing.aftercare') : undefined,
    hint: at === 0 ? t('closing.aftercareHint') : undefined,
  }));
  return [
    ...(several ? [forAll] : []),
    ...reasons,
    {
      name: 'outcome',
      kind: 'select',
      label: t('cases.outcome'),
      required: true,
      options: optionsOf(caseOutcomes, (outcome) => word('caseOutcome', outcome)),
      section: t('closing.ending'),
    },
    { name: 'on', kind: 'date', label: t('common.on'), required: true },
    { name: 'note', kind: 'textarea', label: t('common.note') },
    ...care,
  ];
}

/** 'Task: Call the court, 3 May 2026'. */
function useEndLabel(): (end: LooseEnd) => string {
  const word = useWords();
  const format = useFormat();
  return ({ kind, what, title, on }) => {
    const of = {
      hearing: word('hearingKind', what),
      check_in: word('checkInMethod', what),
      custody: word('custody', what),
      record_request: word('requestKind', what),
    }[kind as string];
    const said = title ?? of ?? what;
    return [`${word('looseEnd', kind)}${said ? `: ${said}` : ''}`, on ? format.day(on) : null]
      .filter(Boolean)
      .join(', ');
  };
}
