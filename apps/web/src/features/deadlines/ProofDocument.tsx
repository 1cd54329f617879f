import { Text, UnstyledButton } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeadlineItem } from '../../api/types';
import { useMay } from '../../app/session';
import { Sheet } from '../../ui/form/FormButton';
import { DocumentSheet } from '../documents/DocumentSheet';

type Named = NonNullable<NonNullable<DeadlineItem['signOff']>['proof']>['document'];

/** The document a proof of filing rests on, opened beside the deadline: who signs off looks at it first. */
export function ProofDocument({ clientId, document }: { clientId: string; document: Named }) {
  const { t } = useTranslation();
  const may = useMay();
  const [opened, setOpened] = useState(false);
  if (!document?.title) return null;
  const text = t(document.withdrawn ? 'signOff.documentWithdrawn' : 'signOff.documentOf', {
    title: document.title,
  });
  if (!may('document.read')) return <Text size="sm">{text}</Text>;
  return (
    <>
      <UnstyledButton onClick={() => setOpened(true)} aria-haspopup="dialog">
        <Text size="sm" c="var(--v-accent)">
          <IconFileText size={14} aria-hidden style={{ verticalAlign: '-2px' }} /> {text}
        </Text>
      </UnstyledButton>
      <Sheet opened={opened} onClose={() => setOpened(false)} title={t('documents.one')} wide>
        {opened ? <DocumentSheet documentId={document.id} clientId={clientId} /> : null}
      </Sheet>
    </>
  );
}
