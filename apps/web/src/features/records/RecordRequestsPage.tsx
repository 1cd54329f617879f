import { Group, Select, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { CutNote } from '../../ui/CutNote';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Screen } from '../../ui/Screen';
import { Answer, Empty } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { ClientLink } from '../clients/ClientLink';
import { useAllRequests } from './queries';
import { agencies, requestStatuses } from './values';

/** Requests for records of the caseload, by the earliest date the law counts. */
export function RecordRequestsPage() {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const { agency, status } = useSearch({ from: '/shell/record-requests' });
  const navigate = useNavigate();
  const list = useAllRequests({ agency, status });
  const filter = (change: { agency?: string; status?: string }): void =>
    void navigate({ to: '/record-requests', search: { agency, status, ...change } });
  return (
    <Screen title={t('recordRequests.pageTitle')} lead={t('recordRequests.pageLead')}>
      <Group gap="sm">
        <Select
          label={t('recordRequests.agency')}
          clearable
          clearButtonProps={{ 'aria-label': t('common.remove') }}
          data={agencies.map((value) => ({ value, label: word('agency', value) }))}
          value={agency ?? null}
          onChange={(value) => filter({ agency: value ?? undefined })}
        />
        <Select
          label={t('recordRequests.status')}
          clearable
          clearButtonProps={{ 'aria-label': t('common.remove') }}
          data={requestStatuses.map((value) => ({ value, label: word('requestStatus', value) }))}
          value={status ?? null}
          onChange={(value) => filter({ status: value ?? undefined })}
        />
      </Group>
      <Panel flush>
        <Answer
          query={list}
          isEmpty={(data) => data.items.length === 0}
          empty={<Empty>{t('recordRequests.pageEmpty')}</Empty>}
        >
          {(data) => (
            <>
              <ul className="v-rows">
                {data.items.map((item) => (
                  <li key={item.id}>
                    <Group justify="space-between" gap="xs">
                      <div>
                        <ClientLink clientId={item.clientId} tab="records">
                          {item.clientName}
                        </ClientLink>
                        <Text size="sm" c="dimmed">
                          {[
                            word('agency', item.agency),
                            word('requestKind', item.kind),
                            word('requestStatus', item.status),
                            word('requestOutcome', item.outcome),
                            item.lastOn ? t('recordRequests.last', { day: format.day(item.lastOn) }) : '',
                          ]
                            .filter(Boolean)
                            .join(' · ')}
                        </Text>
                      </div>
                      {item.clockOn ? (
                        <Tag tone={item.clockOn < data.today ? 'urgent' : 'soon'}>
                          {t('recordRequests.clock', { day: format.longDay(item.clockOn) })}
                        </Tag>
                      ) : null}
                    </Group>
                  </li>
                ))}
              </ul>
              <CutNote more={data.more} shown={data.items.length} />
            </>
          )}
        </Answer>
      </Panel>
    </Screen>
  );
}
