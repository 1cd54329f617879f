import { Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DemandLine } from '../../api/types';
import { useMay } from '../../app/session';
import { useWords } from '../../i18n/words';
import { optionsOf, orAbsent } from '../../ui/form/field';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { DemandSheet } from './DemandSheet';
import { useAddDemand, useDemands } from './queries';

const KINDS = [
  'subpoena',
  'court_order',
  'government_request',
  'family_request',
  'client_request',
  'other',
] as const;

/** What was demanded of the office, those that wait first. */
export function DemandsPanel() {
  const { t } = useTranslation();
  const may = useMay();
  const demands = useDemands();
  return (
    <Panel
      flush
      title={t('demands.title')}
      note={t('demands.note')}
      actions={
        may('demand.write') ? (
          <FormButton label={t('demands.add')} icon={<IconPlus size={14} aria-hidden />}>
            {(close) => <NewDemand close={close} />}
          </FormButton>
        ) : null
      }
    >
      <Answer
        query={demands}
        isEmpty={(data) => data.items.length === 0}
        empty={<Empty>{t('demands.none')}</Empty>}
      >
        {(data) => (
          <ul className="v-rows">
            {data.items.map((item) => (
              <li key={item.id}>
                <Line item={item} />
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Panel>
  );
}

function Line({ item }: { item: DemandLine }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  return (
    <Group justify="space-between" align="flex-start" gap="xs">
      <div style={{ flex: '1 1 260px', minWidth: 0 }}>
        <Group gap="xs">
          <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
            {word('demandKind', item.kind)}: {item.receivedFrom}
          </Text>
          <Tag tone={item.status === 'closed' ? 'plain' : 'soon'}>{word('demandStatus', item.status)}</Tag>
        </Group>
        <Text size="xs" c="dimmed">
          {t('demands.received', { when: format.day(item.receivedOn) })}
          {item.dueOn ? `, ${t('demands.due', { when: format.day(item.dueOn) })}` : ''}
        </Text>
      </div>
      <FormButton label={t('demands.open')} title={t('demands.title')} variant="subtle" wide>
        {() => <DemandSheet demandId={item.id} />}
      </FormButton>
    </Group>
  );
}

function NewDemand({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const add = useAddDemand();
  return (
    <RecordForm
      draftKey="demand-new"
      fields={[
        {
          name: 'kind',
          kind: 'select',
          label: t('demands.kind'),
          required: true,
          options: optionsOf(KINDS, (kind) => word('demandKind', kind)),
        },
        {
          name: 'receivedFrom',
          kind: 'text',
          label: t('demands.from'),
          hint: t('demands.fromHint'),
          required: true,
        },
        { name: 'receivedOn', kind: 'date', label: t('demands.receivedOn'), required: true, half: true },
        { name: 'dueOn', kind: 'date', label: t('demands.dueOn'), half: true },
        { name: 'asked', kind: 'textarea', label: t('demands.asked'), required: true },
      ]}
      initial={{
        kind: 'subpoena' as (typeof KINDS)[number],
        receivedFrom: '',
        receivedOn: '',
        dueOn: '',
        asked: '',
      }}
      send={(values, { key }) => add.mutateAsync({ key, body: { ...values, dueOn: orAbsent(values.dueOn) } })}
      done={close}
      onCancel={close}
    />
  );
}
