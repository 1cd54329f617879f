import { Group, Select, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconFileText, IconFileTypePdf, IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session';
import type { CaseFile, DocumentItem } from '../../api/types';
import { documentCategories } from '../../api/values';
import { useWords } from '../../i18n/words';
import { Sheet } from '../../ui/form/FormButton';
import { optionsOf } from '../../ui/form/field';
import { personName, useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { DocumentsTab as GeneratedPapers } from '../filings/DocumentsTab';
import { DocumentSheet } from './DocumentSheet';
import { useDocuments } from './queries';
import { UploadArea } from './UploadArea';

/** What was uploaded about a client, and what was generated from the case. */
export function DocumentsTab({ file }: { file: CaseFile }) {
  const may = useMay();
  return (
    <Stack gap="md">
      {may('document.read') ? <Uploaded clientId={file.client.id} /> : null}
      {may('filing.read') ? <GeneratedPapers file={file} /> : null}
    </Stack>
  );
}

function Uploaded({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const word = useWords();
  const may = useMay();
  const documents = useDocuments(clientId);
  const [category, setCategory] = useState('');
  const [opened, setOpened] = useState<string | null>(null);
  const filter = (
    <Select
      size="xs"
      aria-label={t('documents.filter')}
      placeholder={t('documents.all')}
      data={optionsOf(documentCategories, (one) => word('documentCategory', one))}
      value={category || null}
      clearable
      onChange={(next) => setCategory(next ?? '')}
    />
  );
  return (
    <Panel flush title={t('documents.title')} note={t('documents.lead')} actions={filter}>
      {may('document.write') ? (
        <UploadArea clientId={clientId} largest={documents.data?.largest ?? 0} />
      ) : null}
      <Answer
        query={documents}
        isEmpty={(data) => data.items.length === 0}
        empty={<Empty>{t('documents.empty')}</Empty>}
      >
        {(data) => (
          <ul className="v-rows">
            {data.items
              .filter((one) => !category || one.category === category)
              .map((one) => (
                <li key={one.id}>
                  <DocumentRow document={one} onOpen={() => setOpened(one.id)} />
                </li>
              ))}
          </ul>
        )}
      </Answer>
      <Sheet opened={opened !== null} onClose={() => setOpened(null)} title={t('documents.one')} wide>
        {opened ? <DocumentSheet documentId={opened} clientId={clientId} /> : null}
      </Sheet>
    </Panel>
  );
}

function DocumentRow({ document, onOpen }: { document: DocumentItem; onOpen: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const { current, withdrawn } = document;
  const Icon =
    current.kind === 'pdf'
      ? IconFileTypePdf
      : current.kind === 'text' || current.kind === 'docx'
        ? IconFileText
        : IconPhoto;
  const parts = [
    word('documentCategory', document.category),
    document.receivedOn ? t('documents.receivedShort', { on: format.day(document.receivedOn) }) : '',
    current.pages ? t('documents.pages', { count: current.pages }) : '',
    t('filings.size', { size: format.number(Math.max(1, Math.round(current.bytes / 1024))) }),
    t('documents.by', { name: personName(current.uploadedBy), when: format.instant(current.uploadedAt) }),
  ];
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      <Icon size={20} stroke={1.5} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
      <div style={{ minWidth: 0, flex: 1 }}>
        <Group gap="xs">
          <UnstyledButton onClick={onOpen} className="v-link" aria-haspopup="dialog">
            <Text size="sm" fw={600} td={withdrawn ? 'line-through' : undefined} c="var(--v-accent)">
              {document.title}
            </Text>
          </UnstyledButton>
          {withdrawn ? <Tag tone="soon">{t('documents.withdrawn')}</Tag> : null}
          {document.privileged ? <Tag tone="accent">{t('documents.privileged')}</Tag> : null}
          {document.translationOf ? <Tag>{t('documents.translation')}</Tag> : null}
          {document.versionCount > 1 ? (
            <Tag>{t('documents.versionTag', { number: current.number })}</Tag>
          ) : null}
          {document.factCount ? (
            <Tag tone="good">{t('documents.facts', { count: document.factCount })}</Tag>
          ) : null}
        </Group>
        <Text size="xs" c="dimmed">
          {parts.filter(Boolean).join(' · ')}
        </Text>
      </div>
    </Group>
  );
}
