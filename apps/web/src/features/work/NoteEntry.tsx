import { Button, Group, Text } from '@mantine/core';
import { IconEyeCheck, IconPencil, IconPin, IconPinnedOff, IconScale } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Note } from '../../api/types';
import { useWords } from '../../i18n/words';
import { FormButton } from '../../ui/form/FormButton';
import { personName, useFormat } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { NoteForm } from './NoteForm';
import { usePinNote, useUnpinNote } from './queries';

/** A note with its corrections below it; what was written first stays readable. */
export function NoteEntry(props: { note: Note; corrections: Note[]; caseId: string; writable: boolean }) {
  const { t } = useTranslation();
  const { note, corrections } = props;
  const last = corrections.at(-1) ?? note;
  return (
    <Group justify="space-between" gap="xs" align="flex-start">
      <div style={{ flex: '1 1 260px', minWidth: 0 }}>
        <Head note={note} corrected={corrections.length > 0} />
        <Words note={note} quiet={corrections.length > 0} />
        {corrections.map((one) => (
          <div key={one.id} style={{ borderLeft: '2px solid var(--v-line)', marginTop: 8, paddingLeft: 12 }}>
            <Head note={one} />
            <Words note={one} quiet={one !== last} />
          </div>
        ))}
      </div>
      {props.writable ? (
        <Group gap={4}>
          <PinButton note={note} />
          <FormButton
            label={t('notes.correct')}
            title={t('notes.correctTitle')}
            icon={<IconPencil size={14} aria-hidden />}
            variant="subtle"
            wide
          >
            {(close) => <NoteForm caseId={props.caseId} corrects={last} close={close} />}
          </FormButton>
        </Group>
      ) : null}
    </Group>
  );
}

function Head({ note, corrected }: { note: Note; corrected?: boolean }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const privileged = note.kind === 'privileged';
  const Icon = privileged ? IconScale : IconEyeCheck;
  return (
    <Group gap="xs" mb={4}>
      <Text size="xs" c="dimmed">
        {personName(note.by)} · {format.instant(note.at)}
      </Text>
      {note.pinned ? <IconPin size={14} stroke={1.6} aria-label={t('notes.pinned')} role="img" /> : null}
      {note.correctsId ? <Tag>{t('notes.correction')}</Tag> : null}
      {note.kind === 'ordinary' ? null : (
        <Tag tone={privileged ? 'accent' : 'open'} icon={<Icon size={13} aria-hidden />}>
          {word('noteKindTag', note.kind)}
        </Tag>
      )}
      {note.topic === 'general' || note.correctsId ? null : <Tag>{word('noteTopic', note.topic)}</Tag>}
      {corrected ? <Tag tone="soon">{t('notes.corrected')}</Tag> : null}
    </Group>
  );
}

function Words({ note, quiet }: { note: Note; quiet: boolean }) {
  return (
    <Text
      size="sm"
      maw={720}
      c={quiet ? 'dimmed' : undefined}
      style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
    >
      {note.text}
    </Text>
  );
}

function PinButton({ note }: { note: Note }) {
  const { t } = useTranslation();
  const [pin, unpin] = [usePinNote(), useUnpinNote()];
  const act = note.pinned ? unpin : pin;
  const Icon = note.pinned ? IconPinnedOff : IconPin;
  return (
    <Button
      size="xs"
      variant="subtle"
      loading={act.isPending}
      leftSection={<Icon size={14} aria-hidden />}
      onClick={() => act.mutate({ path: { noteId: note.id } })}
    >
      {note.pinned ? t('notes.unpin') : t('notes.pin')}
    </Button>
  );
}
