import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DetainedItem, WaitingCall } from '../../api/types';
import { useWords } from '../../i18n/words';
import { CutNote } from '../../ui/CutNote';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Screen } from '../../ui/Screen';
import { Answer, Empty, Failure } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { ClientLink } from '../clients/ClientLink';
import { placeText } from './place-text';
import { useClaimCall } from './protocol-queries';
import { useDetained } from './queries';

/** Everybody of the caseload who is held or missing, and calls that wait for an attorney. */
export function DetainedPage() {
  const { t } = useTranslation();
  const list = useDetained();
  return (
    <Screen title={t('detained.title')} lead={t('detained.lead')}>
      {list.data?.waitingCalls.length ? (
        <WaitingCalls items={list.data.waitingCalls} more={list.data.cut.includes('waitingCalls')} />
      ) : null}
      <Panel flush>
        <Answer
          query={list}
          isEmpty={(data) => data.items.length === 0}
          empty={<Empty>{t('detained.empty')}</Empty>}
        >
          {(data) => (
            <>
              <ul className="v-rows">
                {data.items.map((item) => (
                  <li key={item.clientId}>
                    <One item={item} />
                  </li>
                ))}
              </ul>
              <CutNote more={data.cut.includes('items')} shown={data.items.length} />
            </>
          )}
        </Answer>
      </Panel>
    </Screen>
  );
}

function One({ item }: { item: DetainedItem }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const looked = item.lastLookedAt
    ? `${format.instant(item.lastLookedAt)}, ${word('lookUpResult', item.lastResult)}`
    : t('detained.never');
  return (
    <Group justify="space-between" gap="xs" align="flex-start">
      <div style={{ minWidth: 0 }}>
        <Group gap="xs">
          <ClientLink clientId={item.clientId} caseId={item.caseId} tab="custody">
            {item.clientName}
          </ClientLink>
          {item.custody === 'detained' ? null : <Tag tone="urgent">{t('detained.missing')}</Tag>}
          {item.movedAt ? (
            <Tag tone="urgent">{t('detained.moved', { when: format.instant(item.movedAt) })}</Tag>
          ) : null}
        </Group>
        <Text size="sm" c="dimmed">
          {t(item.custody === 'detained' ? 'detained.since' : 'detained.missingSince')}:{' '}
          {format.longDay(item.since)}
          {item.place ? ` · ${t('detained.place')}: ${placeText(item.place)}` : ''}
        </Text>
        <Text size="sm" c="dimmed">
          {t('detained.lastLook')}: {looked}
        </Text>
      </div>
      <Tag tone={item.overdue ? 'urgent' : 'soon'}>
        {t(item.overdue ? 'custodyFile.overdue' : 'custodyFile.nextDue', {
          when: format.instant(item.nextLookUpAt),
        })}
      </Tag>
    </Group>
  );
}

/** Calls about a detention that wait for an attorney, the longest waiting first. */
function WaitingCalls({ items, more }: { items: WaitingCall[]; more: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const claim = useClaimCall();
  return (
    <Panel flush title={t('detained.waitingCalls')}>
      {claim.error ? <Failure error={claim.error} /> : null}
      <ul className="v-rows">
        {items.map((call) => (
          <li key={call.callId}>
            <Group justify="space-between" gap="xs">
              <div style={{ minWidth: 0 }}>
                <ClientLink clientId={call.clientId} caseId={call.caseId} tab="custody">
                  {call.clientName}
                </ClientLink>
                <Text size="xs" c="dimmed">
                  {format.instant(call.receivedAt)}
                </Text>
              </div>
              <Group gap="xs">
                <Tag tone="urgent">{t('calls.waiting', { count: call.minutesWaited })}</Tag>
                {call.can.claim ? (
                  <Button
                    size="xs"
                    aria-label={`${t('calls.claim')}: ${call.clientName}`}
                    loading={claim.isPending}
                    onClick={() => claim.mutate({ path: { callId: call.callId }, version: call.version })}
                  >
                    {t('calls.claim')}
                  </Button>
                ) : null}
              </Group>
            </Group>
          </li>
        ))}
      </ul>
      <CutNote more={more} shown={items.length} />
    </Panel>
  );
}
