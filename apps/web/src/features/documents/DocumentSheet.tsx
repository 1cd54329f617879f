import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconDownload, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Document, DocumentVersion } from '../../api/types';
import { useWords } from '../../i18n/words';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { personName, useFormat } from '../../ui/format';
import { Facts } from '../../ui/Panel';
import { Answer } from '../../ui/states';
import { Notice, Tag } from '../../ui/Tag';
import { DocumentFacts } from './DocumentFacts';
import { EditDocument, WithdrawDocument } from './DocumentForms';
import { Preview } from './Preview';
import { fileOf, useDocument, useRestore } from './queries';
import { DropZone, SendingList } from './UploadArea';
import { useUploads } from './useUploads';

/** One document: what it shows, where it comes from, its versions, and the facts that rest on it. */
export function DocumentSheet({ documentId, clientId }: { documentId: string; clientId: string }) {
  const document = useDocument(documentId);
  return <Answer query={document}>{(found) => <Whole document={found} clientId={clientId} />}</Answer>;
}

type Mode = 'show' | 'edit' | 'withdraw';

function Whole({ document, clientId }: { document: Document; clientId: string }) {
  const { t } = useTranslation();
  const [mode, setMode] = useState<Mode>('show');
  const [versionId, setVersionId] = useState<string | null>(null);
  const [page, setPage] = useState(1);
  const restore = useRestore();
  const version = document.versions.find((each) => each.id === versionId) ?? document.current;
  const back = (): void => setMode('show');
  if (mode === 'edit') return <EditDocument document={document} close={back} />;
  if (mode === 'withdraw') return <WithdrawDocument document={document} close={back} />;
  return (
    <Stack gap="md">
      <Title order={2} size="h3" style={{ overflowWrap: 'anywhere' }}>
        {document.title}
      </Title>
      {document.withdrawn ? (
        <Notice tone="soon" icon={<IconAlertTriangle size={18} aria-hidden />}>
          <Text size="sm">
            {t('documents.withdrawnBy', {
              name: personName(document.withdrawn.by),
              reason: document.withdrawn.reason,
            })}
          </Text>
        </Notice>
      ) : null}
      <Group gap="xs">
        <Button
          component="a"
          href={fileOf(version.id)}
          download
          size="xs"
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
        >
          {t('documents.download')}
        </Button>
        {document.can.edit ? (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPencil size={14} aria-hidden />}
            onClick={() => setMode('edit')}
          >
            {t('common.edit')}
          </Button>
        ) : null}
        {document.can.withdraw && !document.withdrawn ? (
          <Button size="xs" variant="default" onClick={() => setMode('withdraw')}>
            {t('documents.withdraw')}
          </Button>
        ) : null}
        {document.can.withdraw && document.withdrawn ? (
          <ConfirmButton
            label={t('documents.restore')}
            confirm={t('documents.restore')}
            question={t('documents.restoreAsk')}
            act={() => restore.mutateAsync({ path: { documentId: document.id }, version: document.version })}
          />
        ) : null}
      </Group>
      <Warnings version={version} />
      <Preview key={version.id} version={version} page={page} onPage={setPage} />
      <DocumentFacts document={document} clientId={clientId} page={page} onPage={setPage} />
      <Properties document={document} />
      <Versions document={document} shown={version} onShow={setVersionId} />
    </Stack>
  );
}

function Warnings({ version }: { version: DocumentVersion }) {
  const { t } = useTranslation();
  const isScan = version.textState === 'no_text';
  return (
    <>
      {version.active ? (
        <Notice tone="soon" icon={<IconAlertTriangle size={18} aria-hidden />}>
          <Text size="sm">{t('documents.active')}</Text>
        </Notice>
      ) : null}
      {isScan ? (
        <Text size="sm" c="dimmed">
          {t('documents.noText')}
        </Text>
      ) : null}
      {version.textState === 'partly_read' ? (
        <Text size="sm" c="dimmed">
          {t('documents.partlyRead')}
        </Text>
      ) : null}
    </>
  );
}

function Properties({ document }: { document: Document }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  return (
    <Facts
      absent={t('documents.absent')}
      items={[
        [t('documents.category'), word('documentCategory', document.category)],
        [t('documents.receivedOn'), format.day(document.receivedOn)],
        [t('documents.source'), document.source],
        [t('documents.language'), document.language],
        [t('documents.fileName'), document.current.fileName],
      ]}
    />
  );
}

function Versions(props: { document: Document; shown: DocumentVersion; onShow: (id: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { document, shown } = props;
  const uploads = useUploads(0);
  return (
    <Stack gap="xs">
      <Title order={3} size="h4">
        {t('documents.versions')}
      </Title>
      <ul className="v-rows">
        {document.versions.map((one) => (
          <li key={one.id} style={{ padding: '6px 0' }}>
            <Group gap="xs" justify="space-between">
              <Text size="sm">
                {t('documents.versionTag', { number: one.number })} ·{' '}
                {t('documents.by', {
                  name: personName(one.uploadedBy),
                  when: format.instant(one.uploadedAt),
                })}
              </Text>
              {one.id === shown.id ? (
                <Tag tone="accent">{t('documents.shown')}</Tag>
              ) : (
                <Button size="compact-xs" variant="default" onClick={() => props.onShow(one.id)}>
                  {t('documents.show')}
                </Button>
              )}
            </Group>
          </li>
        ))}
      </ul>
      {document.can.edit ? (
        <>
          <DropZone
            label={t('documents.newVersion')}
            onFiles={(files) => uploads.add(`/documents/${document.id}/versions`, {}, files)}
          >
            {t('documents.newVersionWhy')}
          </DropZone>
          <SendingList files={uploads.files} onForget={uploads.busy ? undefined : uploads.forget} />
        </>
      ) : null}
    </Stack>
  );
}
