import { Button, Group, Text } from '@mantine/core';
import { IconExternalLink, IconFilePlus, IconSignature } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session';
import type { CaseFile } from '../../api/types';
import type { Filing } from '../../api/types';
import { useWords } from '../../i18n/words';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { FormButton } from '../../ui/form/FormButton';
import { personName, useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { GenerateFiling } from './GenerateFiling';
import { pdfOf, useFilings, useSignOff } from './queries';

/** Documents generated from the case: drafts and signed-off ones. */
export function DocumentsTab({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const may = useMay();
  const filings = useFilings(file.client.id);
  const generate = may('filing.create') ? (
    <FormButton label={t('filings.generate')} icon={<IconFilePlus size={14} aria-hidden />} wide>
      {(close) => <GenerateFiling clientId={file.client.id} close={close} />}
    </FormButton>
  ) : null;
  return (
    <Panel flush title={t('filings.title')} note={t('filings.lead')} actions={generate}>
      <Answer
        query={filings}
        isEmpty={(data) => data.items.length === 0}
        empty={<Empty>{t('filings.empty')}</Empty>}
      >
        {(data) => (
          <ul className="v-rows">
            {data.items.map((filing) => (
              <li key={filing.id}>
                <FilingRow filing={filing} />
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Panel>
  );
}

function FilingRow({ filing }: { filing: Filing }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const signOff = useSignOff();
  return (
    <Group justify="space-between" gap="xs" align="flex-start">
      <div style={{ flex: '1 1 280px', minWidth: 0 }}>
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {filing.title || word('filingKind', filing.kind)}
          </Text>
          <Tag tone={filing.status === 'signed_off' ? 'good' : 'soon'}>
            {word('filingStatus', filing.status)}
          </Tag>
        </Group>
        <Text size="xs" c="dimmed">
          {t('filings.createdBy', {
            when: format.instant(filing.createdAt),
            name: personName(filing.createdBy),
          })}
          {filing.signedOffBy ? ` · ${t('filings.signedBy', { name: personName(filing.signedOffBy) })}` : ''}
          {` · ${t('filings.size', { size: format.number(Math.max(1, Math.round(filing.bytes / 1024))) })}`}
        </Text>
        <Text size="xs" c="dimmed" ff="monospace" title={filing.sha256}>
          {t('filings.fingerprint', { hash: `${filing.sha256.slice(0, 16)}…` })}
        </Text>
        {filing.blanks.length && filing.status === 'draft' ? (
          <Text size="xs" c="var(--v-soon)">
            {t('filings.blanksTitle', { count: filing.blanks.length })}:{' '}
            {filing.blanks.map((blank) => blank.label).join(', ')}
          </Text>
        ) : null}
      </div>
      <Group gap="xs">
        <Button
          component="a"
          href={pdfOf(filing.id)}
          target="_blank"
          rel="noopener"
          size="xs"
          variant="default"
          leftSection={<IconExternalLink size={14} aria-hidden />}
          title={t('filings.newTab')}
        >
          {t('filings.preview')}
        </Button>
        {filing.can.signOff && filing.status === 'draft' ? (
          <ConfirmButton
            label={t('filings.signOff')}
            confirm={t('filings.signOff')}
            question={t('filings.signOffAsk', { title: filing.title || word('filingKind', filing.kind) })}
            icon={<IconSignature size={14} aria-hidden />}
            act={() =>
              signOff.mutateAsync({
                path: { id: filing.id },
                version: filing.version,
                key: crypto.randomUUID(),
              })
            }
          />
        ) : null}
      </Group>
    </Group>
  );
}
