import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Note } from '../../api/types';
import { noteKinds, noteTopics } from '../../api/values';
import { useWords } from '../../i18n/words';
import { optionsOf } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { useAddNote } from './queries';

/** A new note, or the correction of one: its readers are those of what it corrects. */
export function NoteForm(props: { caseId: string; corrects?: Note; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const add = useAddNote();
  const { caseId, corrects, close } = props;
  return (
    <RecordForm
      draftKey={corrects ? `note-correction:${corrects.id}` : `note:${caseId}`}
      intro={corrects ? <Text size="sm">{t('notes.correctWhy')}</Text> : undefined}
      fields={[
        { name: 'text', kind: 'textarea', label: t('notes.text'), required: true },
        {
          name: 'kind',
          kind: 'select',
          label: t('notes.kind'),
          hint: t('notes.kindHint'),
          required: true,
          when: () => !corrects,
          options: optionsOf(noteKinds, (kind) => word('noteKind', kind)),
        },
        {
          name: 'topic',
          kind: 'select',
          label: t('notes.topic'),
          required: true,
          when: () => !corrects,
          options: optionsOf(noteTopics, (topic) => word('noteTopic', topic)),
        },
        { name: 'pinned', kind: 'switch', label: t('notes.pinned'), when: () => !corrects },
      ]}
      initial={{
        text: '',
        kind: corrects?.kind ?? 'ordinary',
        topic: corrects?.topic ?? 'general',
        pinned: false,
      }}
      send={(body, { key }) =>
        add.mutateAsync({ path: { caseId }, key, body: { ...body, correctsId: corrects?.id } })
      }
      done={close}
      onCancel={close}
    />
  );
}
