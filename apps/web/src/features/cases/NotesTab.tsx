import { Group, Text } from '@mantine/core';
import { IconPlus, IconScale } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../api/types';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { personName, useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { useAddNote, useNotes } from './queries';

/** What was said and decided, newest first. */
export function NotesTab({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const format = useFormat();
  const notes = useNotes(file.id);
  const add = useAddNote();
  const form = !file.can.writeNotes ? null : (
    <FormButton label={t('notes.add')} icon={<IconPlus size={14} aria-hidden />} wide>
      {(close) => (
        <RecordForm
          draftKey={`note:${file.id}`}
          fields={[
            { name: 'text', kind: 'textarea', label: t('notes.text'), required: true },
            { name: 'privileged', kind: 'switch', label: t('notes.privileged') },
          ]}
          initial={{ text: '', privileged: false }}
          send={(body, { key }) => add.mutateAsync({ path: { caseId: file.id }, key, body: { ...body } })}
          done={close}
          onCancel={close}
        />
      )}
    </FormButton>
  );
  return (
    <Panel flush title={t('notes.title')} actions={form}>
      <Answer
        query={notes}
        isEmpty={(data) => data.items.length === 0}
        empty={<Empty>{t('notes.empty')}</Empty>}
      >
        {(data) => (
          <ul className="v-rows">
            {data.items.map((note) => (
              <li key={note.id}>
                <Group gap="xs" mb={4}>
                  <Text size="xs" c="dimmed">
                    {personName(note.by)} · {format.instant(note.at)}
                  </Text>
                  {note.privileged ? (
                    <Tag tone="accent" icon={<IconScale size={13} aria-hidden />}>
                      {t('notes.privilegedTag')}
                    </Tag>
                  ) : null}
                </Group>
                <Text size="sm" maw={720} style={{ whiteSpace: 'pre-wrap' }}>
                  {note.text}
                </Text>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Panel>
  );
}
