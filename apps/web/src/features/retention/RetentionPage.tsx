import { Group, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RetentionOverview, ScheduleView } from '../../api/types';
import { useMay } from '../../app/session';
import { useWords } from '../../i18n/words';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Screen } from '../../ui/Screen';
import { Answer, Empty, Loading } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { ClientLink } from '../clients/ClientLink';
import { DemandsPanel } from './DemandsPanel';
import { DestructionLine } from './DestructionLine';
import { useRetention, useSchedules, useSetSchedule } from './queries';

/** How long records are kept, what is due, what is held, and who was erased. */
export function RetentionPage() {
  const { t } = useTranslation();
  const may = useMay();
  const retention = useRetention();
  return (
    <Screen title={t('retention.title')} lead={t('retention.lead')}>
      <Answer query={retention} loading={<Loading lines={8} />}>
        {(data) => (
          <>
            <Panel flush title={t('retention.underWay')} note={t('retention.underWayNote')}>
              {data.destructions.length === 0 ? <Empty>{t('retention.noneUnderWay')}</Empty> : null}
              <ul className="v-rows">
                {data.destructions.map((item) => (
                  <li key={item.id}>
                    <DestructionLine item={item} named />
                  </li>
                ))}
              </ul>
            </Panel>
            <Due data={data} />
            <Held data={data} />
            <Erased data={data} />
          </>
        )}
      </Answer>
      {may('demand.read') ? <DemandsPanel /> : null}
      <Schedules />
    </Screen>
  );
}

function Due({ data }: { data: RetentionOverview }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  return (
    <Panel flush title={t('retention.due')} note={t('retention.dueNote')}>
      {data.due.length === 0 ? <Empty>{t('retention.noneDue')}</Empty> : null}
      <ul className="v-rows">
        {data.due.map((row) => (
          <li key={row.clientId}>
            <Group gap="xs">
              <ClientLink clientId={row.clientId}>{row.name}</ClientLink>
              {row.held ? <Tag tone="soon">{t('retention.holdLine')}</Tag> : null}
            </Group>
            <Text size="xs" c="dimmed">
              {t('retention.dueLine', {
                due: format.day(row.dueOn),
                closed: format.day(row.closedOn),
                outcome: word('retentionOutcome', row.outcome),
              })}
            </Text>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Held({ data }: { data: RetentionOverview }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel flush title={t('retention.heldClients')}>
      {data.held.length === 0 ? <Empty>{t('retention.noneHeld')}</Empty> : null}
      <ul className="v-rows">
        {data.held.map((row) => (
          <li key={row.clientId}>
            <ClientLink clientId={row.clientId}>{row.name}</ClientLink>
            <Text size="xs" c="dimmed">
              {t('retention.since', { when: format.instant(row.since) })}
            </Text>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Erased({ data }: { data: RetentionOverview }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  return (
    <Panel flush title={t('retention.erased')} note={t('retention.erasedNote')}>
      {data.erased.length === 0 ? <Empty>{t('retention.noneErased')}</Empty> : null}
      <ul className="v-rows">
        {data.erased.map((row) => (
          <li key={row.id}>
            <Text size="sm" fw={600}>
              {row.code} · {word('destructionReason', row.reasonCode)}
            </Text>
            <Text size="xs" c="dimmed">
              {t('retention.proposed', { name: row.proposedBy.name, when: format.instant(row.proposedAt) })}.{' '}
              {t('retention.approved', { name: row.approvedBy.name, when: format.instant(row.approvedAt) })}.{' '}
              {t('retention.erasedAt', { when: format.instant(row.erasedAt) })}
            </Text>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Schedules() {
  const { t } = useTranslation();
  const word = useWords();
  const may = useMay();
  const schedules = useSchedules();
  return (
    <Panel flush title={t('retention.schedules')} note={t('retention.schedulesNote')}>
      <Answer query={schedules}>
        {(data) => (
          <ul className="v-rows">
            {data.items.map((item) => (
              <li key={item.outcome}>
                <Group justify="space-between" gap="xs">
                  <Group gap="xs">
                    <Text size="sm">{word('retentionOutcome', item.outcome)}</Text>
                    <Text size="sm" fw={600}>
                      {t('retention.years', { count: item.years })}
                    </Text>
                    {item.unverified ? <Tag tone="soon">{t('retention.unverified')}</Tag> : null}
                  </Group>
                  {may('retention.manage') ? (
                    <FormButton
                      label={t('retention.setYears')}
                      icon={<IconPencil size={14} aria-hidden />}
                      variant="subtle"
                    >
                      {(close) => <YearsForm item={item} close={close} />}
                    </FormButton>
                  ) : null}
                </Group>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Panel>
  );
}

function YearsForm({ item, close }: { item: ScheduleView; close: () => void }) {
  const { t } = useTranslation();
  const set = useSetSchedule();
  return (
    <RecordForm
      draftKey={`years-${item.outcome}`}
      fields={[{ name: 'years', kind: 'text', label: t('retention.yearsField'), required: true }]}
      initial={{ years: String(item.years) }}
      send={(values) => set.mutateAsync({ body: { outcome: item.outcome, years: Number(values.years) } })}
      done={close}
      onCancel={close}
    />
  );
}
