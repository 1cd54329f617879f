import { Group, Text } from '@mantine/core';
import { IconPencil, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CaseFile, RecordRequest } from '../../api/types';
import { useWords } from '../../i18n/words';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { FormButton } from '../../ui/form/FormButton';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { EditRequestForm, EventForm, NewRequestForm } from './RequestForms';
import { useRecordRequests, useWithdrawEvent } from './queries';

/** Every request for records about the client. */
export function RecordsTab({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const clientId = file.client.id;
  const requests = useRecordRequests(clientId);
  return (
    <Panel
      flush
      title={t('recordRequests.title')}
      note={t('recordRequests.note')}
      actions={
        requests.data?.can.add ? (
          <FormButton label={t('recordRequests.add')} icon={<IconPlus size={14} aria-hidden />}>
            {(close) => <NewRequestForm clientId={clientId} close={close} />}
          </FormButton>
        ) : null
      }
    >
      <Answer
        query={requests}
        isEmpty={(data) => data.items.length === 0}
        empty={<Empty>{t('recordRequests.empty')}</Empty>}
      >
        {(data) => (
          <ul className="v-rows">
            {data.items.map((request) => (
              <li key={request.id}>
                <One request={request} />
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Panel>
  );
}

function One({ request }: { request: RecordRequest }) {
  const { t } = useTranslation();
  const word = useWords();
  const { can } = request;
  return (
    <>
      <Group justify="space-between" gap="xs" align="flex-start">
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {`${word('agency', request.agency)}: ${word('requestKind', request.kind)}`}
          </Text>
          <Tag tone={request.status === 'closed' ? 'plain' : 'open'}>
            {word('requestStatus', request.status)}
          </Tag>
          {request.outcome ? <Tag>{word('requestOutcome', request.outcome)}</Tag> : null}
        </Group>
        {can.edit ? (
          <Group gap="xs">
            {can.events.length ? (
              <FormButton label={t('recordRequests.addEvent')} icon={<IconPlus size={14} aria-hidden />}>
                {(close) => <EventForm request={request} close={close} />}
              </FormButton>
            ) : null}
            <FormButton
              label={t('recordRequests.edit')}
              variant="subtle"
              icon={<IconPencil size={14} aria-hidden />}
            >
              {(close) => <EditRequestForm request={request} close={close} />}
            </FormButton>
          </Group>
        ) : null}
      </Group>
      <Clocks request={request} />
      <Text size="sm" c="dimmed">
        {[
          word('requestMethod', request.method),
          request.office,
          request.tracking ? t('recordRequests.trackingLine', { number: request.tracking }) : '',
          request.feeCents === null
            ? ''
            : t('recordRequests.feeLine', { amount: (request.feeCents / 100).toFixed(2) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {request.subject ? <Text size="sm">{request.subject}</Text> : null}
      {request.found ? (
        <Text size="sm">
          <strong>{t('recordRequests.found')}:</strong> {request.found}
        </Text>
      ) : null}
      <Events request={request} />
    </>
  );
}

function Clocks({ request }: { request: RecordRequest }) {
  const { t } = useTranslation();
  const format = useFormat();
  return request.clocks.map((clock) => (
    <Group key={clock.deadlineId} gap="xs" mt={4}>
      <Tag tone={clock.dueOn ? 'soon' : 'urgent'}>
        {clock.dueOn
          ? t('recordRequests.clock', { day: format.longDay(clock.dueOn) })
          : t('recordRequests.clockUnknown')}
      </Tag>
      <Text size="sm" lang="en">
        {clock.title}
      </Text>
    </Group>
  ));
}

function Events({ request }: { request: RecordRequest }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const withdraw = useWithdrawEvent();
  return (
    <ol className="v-timeline" style={{ marginTop: 8 }}>
      {request.events.map((event) => (
        <li key={event.id}>
          <Group gap="xs">
            <Text size="sm" className="v-num" td={event.withdrawn ? 'line-through' : undefined}>
              {[
                format.longDay(event.on),
                word('recordEvent', event.kind),
                word('requestOutcome', event.outcome),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            {event.withdrawn ? <Tag>{t('recordRequests.withdrawn')}</Tag> : null}
            {request.can.edit && !event.withdrawn ? (
              <ConfirmButton
                label={t('standing.withdraw')}
                confirm={t('standing.withdraw')}
                question={t('standing.withdrawAsk')}
                icon={<IconX size={12} aria-hidden />}
                variant="subtle"
                act={() => withdraw.mutateAsync({ path: { eventId: event.id }, version: event.version })}
              />
            ) : null}
          </Group>
          {event.note ? <Text size="sm">{event.note}</Text> : null}
        </li>
      ))}
    </ol>
  );
}
