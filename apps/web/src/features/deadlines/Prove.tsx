import { Group, Text } from '@mantine/core';
import { IconFileCertificate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeadlineItem } from '../../api/types';
import { proofWays } from '../../api/values';
import { useMay } from '../../app/session';
import { useWords } from '../../i18n/words';
import { known, optionsOf, orAbsent } from '../../ui/form/field';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { useDocuments } from '../documents/queries';
import { useProve } from './queries';

/** Records what proves a filing: the day, the number of the receipt, and the document of the file that shows it. */
export function Prove({ deadline, today }: { deadline: DeadlineItem; today: string }) {
  const { t } = useTranslation();
  const again = deadline.signOff?.needs === 'sign_off';
  return (
    <FormButton
      label={again ? t('signOff.proveAgain') : t('signOff.prove')}
      title={t('signOff.proveTitle')}
      icon={<IconFileCertificate size={14} aria-hidden />}
      variant={again ? 'subtle' : undefined}
    >
      {(close) => <ProveForm deadline={deadline} today={today} close={close} />}
    </FormButton>
  );
}

function ProveForm(props: { deadline: DeadlineItem; today: string; close: () => void }) {
  const { deadline, today, close } = props;
  const { t } = useTranslation();
  const word = useWords();
  const may = useMay();
  const prove = useProve();
  const file = useDocuments(deadline.clientId, may('document.read'));
  const documents = (file.data?.items ?? [])
    .filter(({ withdrawn }) => withdrawn === null)
    .map(({ id, title }) => ({ value: id, label: title }));
  return (
    <RecordForm
      draftKey={`prove:${deadline.id}`}
      version={deadline.version}
      intro={
        <Group gap={4}>
          <Text size="sm" fw={600} lang="en">
            {deadline.title}
          </Text>
          <Text size="sm">{word('criticalReason', deadline.signOff?.because)}</Text>
        </Group>
      }
      fields={[
        {
          name: 'way',
          kind: 'select',
          label: t('signOff.way'),
          required: true,
          options: optionsOf(proofWays, (way) => word('proofWay', way)),
        },
        { name: 'filedOn', kind: 'date', label: t('signOff.filedOn'), required: true },
        {
          name: 'receipt',
          kind: 'text',
          label: t('signOff.receipt'),
          hint: t('signOff.receiptHint'),
          when: ({ way }) => way !== 'not_filed',
        },
        {
          name: 'documentId',
          kind: 'select',
          label: t('signOff.document'),
          hint: t('signOff.documentHint'),
          when: () => documents.length > 0,
          options: documents,
        },
        { name: 'note', kind: 'textarea', label: t('signOff.note'), hint: t('signOff.noteHint') },
      ]}
      initial={{ way: 'electronic', filedOn: today, receipt: '', documentId: '', note: '' }}
      send={({ way, filedOn, receipt, documentId, note }, { version, key }) =>
        prove.mutateAsync({
          path: { deadlineId: deadline.id },
          version,
          key,
          body: {
            ...{ way, filedOn },
            ...known({
              receipt: way === 'not_filed' ? undefined : orAbsent(receipt),
              documentId: orAbsent(documentId),
              note: orAbsent(note),
            }),
          },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}
