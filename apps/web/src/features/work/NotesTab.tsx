import { Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session';
import type { CaseFile } from '../../api/types';
import { noteTopics } from '../../api/values';
import { useWords } from '../../i18n/words';
import { optionsOf } from '../../ui/form/field';
import { FormButton } from '../../ui/form/FormButton';
import { MoreButton } from '../../ui/MoreButton';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { NoteEntry } from './NoteEntry';
import { NoteForm } from './NoteForm';
import { threadsOf } from './note-threads';
import { useNotes } from './queries';

/** What was said and decided: what was kept on top, then the newest. Volunteers read what is meant for them. */
export function NotesTab({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const word = useWords();
  const all = useMay()('note.read');
  const [topic, setTopic] = useState<string | null>(null);
  const notes = useNotes(file.id, all, topic);
  const form = !file.can.writeNotes ? null : (
    <FormButton label={t('notes.add')} icon={<IconPlus size={14} aria-hidden />} wide>
      {(close) => <NoteForm caseId={file.id} close={close} />}
    </FormButton>
  );
  const filter = (
    <Select
      size="xs"
      w={180}
      aria-label={t('notes.topic')}
      placeholder={t('notes.allTopics')}
      data={optionsOf(noteTopics, (one) => word('noteTopic', one))}
      value={topic}
      onChange={setTopic}
      clearable
      clearButtonProps={{ 'aria-label': t('common.remove') }}
    />
  );
  return (
    <Panel
      flush
      title={t('notes.title')}
      actions={
        <>
          {filter}
          {form}
        </>
      }
    >
      <Answer
        query={notes}
        isEmpty={(data) => data.pages.every(({ items }) => items.length === 0)}
        empty={
          <Empty>{topic ? t('notes.emptyTopic') : all ? t('notes.empty') : t('notes.emptyShared')}</Empty>
        }
      >
        {(data) => (
          <ul className="v-rows">
            {threadsOf(data.pages.flatMap(({ items }) => items)).map(({ note, corrections }) => (
              <li key={note.id}>
                <NoteEntry
                  note={note}
                  corrections={corrections}
                  caseId={file.id}
                  writable={file.can.writeNotes}
                />
              </li>
            ))}
          </ul>
        )}
      </Answer>
      <MoreButton list={notes} />
    </Panel>
  );
}
