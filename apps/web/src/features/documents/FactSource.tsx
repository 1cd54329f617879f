import { Text, UnstyledButton } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session';
import { Sheet } from '../../ui/form/FormButton';
import { DocumentSheet } from './DocumentSheet';
import { useFactSources } from './queries';

/**
 * Where a dated fact was read: "page 3 of Order, scan". Nothing when nobody has said so. For rows of a timeline;
 * all rows of a client share one request.
 */
export function FactSource(props: { clientId: string; sourceKind: string; sourceId: string; kind: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const sources = useFactSources(props.clientId, may('document.read'));
  const [opened, setOpened] = useState<string | null>(null);
  const mine = (sources.data?.items ?? []).filter(
    (one) =>
      one.sourceKind === props.sourceKind && one.sourceId === props.sourceId && one.kind === props.kind,
  );
  if (mine.length === 0) return null;
  return (
    <>
      {mine.map((one) => (
        <UnstyledButton key={one.id} onClick={() => setOpened(one.documentId)} aria-haspopup="dialog">
          <Text size="xs" c="var(--v-accent)" title={one.quote ?? undefined}>
            <IconFileText size={13} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
            {one.page
              ? t('documents.fromPage', { page: one.page, title: one.documentTitle })
              : t('documents.fromDocument', { title: one.documentTitle })}
          </Text>
        </UnstyledButton>
      ))}
      <Sheet opened={opened !== null} onClose={() => setOpened(null)} title={t('documents.one')} wide>
        {opened ? <DocumentSheet documentId={opened} clientId={props.clientId} /> : null}
      </Sheet>
    </>
  );
}
