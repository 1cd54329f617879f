import { Button, Group, Progress, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { documentCategories } from '../../api/values';
import { useWords } from '../../i18n/words';
import { optionsOf } from '../../ui/form/field';
import { useFormat } from '../../ui/format';
import { useProblemText } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { useUploads, type Sending } from './useUploads';

const ACCEPT = '.pdf,.jpg,.jpeg,.png,.docx,.txt,application/pdf,image/jpeg,image/png,text/plain';

/** Where files are dropped or chosen. What is chosen above goes with every file of the same drop. */
export function UploadArea({ clientId, largest }: { clientId: string; largest: number }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const [category, setCategory] = useState('order');
  const [receivedOn, setReceivedOn] = useState('');
  const [source, setSource] = useState('');
  const [privileged, setPrivileged] = useState(false);
  const uploads = useUploads(largest);
  const add = (files: File[]): void =>
    uploads.add(
      `/clients/${clientId}/documents`,
      { category, receivedOn, source, privileged: privileged ? 'true' : '' },
      files,
    );
  return (
    <Stack gap="sm" p="md">
      <Group gap="sm" align="flex-end">
        <Select
          label={t('documents.category')}
          data={optionsOf(documentCategories, (one) => word('documentCategory', one))}
          value={category}
          allowDeselect={false}
          onChange={(next) => setCategory(next ?? category)}
          style={{ flex: '1 1 180px' }}
        />
        <TextInput
          type="date"
          label={t('documents.receivedOn')}
          value={receivedOn}
          onChange={(event) => setReceivedOn(event.currentTarget.value)}
          style={{ flex: '1 1 150px' }}
        />
        <TextInput
          label={t('documents.source')}
          placeholder={t('documents.sourceHint')}
          maxLength={500}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
          style={{ flex: '2 1 200px' }}
        />
      </Group>
      <Switch
        label={t('documents.privileged')}
        description={t('documents.privilegedHint')}
        checked={privileged}
        onChange={(event) => setPrivileged(event.currentTarget.checked)}
      />
      <DropZone label={t('documents.choose')} onFiles={add} many>
        {t('documents.drop', { megabytes: format.number(Math.floor(largest / 1024 / 1024)) })}
      </DropZone>
      <SendingList files={uploads.files} onForget={uploads.busy ? undefined : uploads.forget} />
    </Stack>
  );
}

/** A place for files that mouse, keyboard and screen reader can use alike. */
export function DropZone(props: {
  label: string;
  many?: boolean;
  onFiles: (files: File[]) => void;
  children?: string;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    props.onFiles([...event.dataTransfer.files].slice(0, props.many ? 50 : 1));
  };
  return (
    <div
      className="v-notice"
      data-tone={over ? 'good' : 'plain'}
      style={{ borderStyle: 'dashed', alignItems: 'center', flexWrap: 'wrap' }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Button
        size="xs"
        variant="default"
        leftSection={<IconUpload size={14} aria-hidden />}
        onClick={() => input.current?.click()}
      >
        {props.label}
      </Button>
      {props.children ? (
        <Text size="sm" c="dimmed" style={{ flex: '1 1 240px' }}>
          {props.children}
        </Text>
      ) : null}
      <input
        ref={input}
        type="file"
        hidden
        multiple={props.many}
        accept={ACCEPT}
        aria-label={props.label}
        onChange={(event) => {
          props.onFiles([...(event.currentTarget.files ?? [])]);
          // The same file can be chosen again after it was corrected.
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}

/** What became of each file. */
export function SendingList({ files, onForget }: { files: Sending[]; onForget?: () => void }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  if (files.length === 0) return null;
  return (
    <Stack gap={6}>
      <ul className="v-rows" aria-label={t('documents.uploads')} aria-live="polite">
        {files.map((one) => (
          <li key={one.key} style={{ padding: '6px 0' }}>
            <Group gap="xs" justify="space-between" wrap="nowrap">
              <Text size="sm" truncate>
                {one.name}
              </Text>
              <Tag tone={one.state === 'refused' ? 'urgent' : one.state === 'done' ? 'good' : 'plain'}>
                {t(
                  one.state === 'sending' && one.share === 1
                    ? 'documents.state.reading'
                    : `documents.state.${one.state}`,
                )}
              </Tag>
            </Group>
            {one.state === 'sending' ? (
              <Progress value={one.share * 100} size="sm" aria-label={one.name} animated={one.share === 1} />
            ) : null}
            {one.problem ? (
              <Text size="sm" c="var(--v-urgent)" role="alert">
                {problemText(one.problem)}
              </Text>
            ) : null}
          </li>
        ))}
      </ul>
      {onForget ? (
        <Button size="compact-xs" variant="subtle" onClick={onForget} style={{ alignSelf: 'flex-start' }}>
          {t('documents.clearList')}
        </Button>
      ) : null}
    </Stack>
  );
}
