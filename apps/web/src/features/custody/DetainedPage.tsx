import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DetainedItem } from '../../api/types';
import { useWords } from '../../i18n/words';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Screen } from '../../ui/Screen';
import { Answer, Empty } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { ClientLink } from '../clients/ClientLink';
import { placeText } from './place-text';
import { useDetained } from './queries';

/** Everybody of the caseload who is held. */
export function DetainedPage() {
  const { t } = useTranslation();
  const list = useDetained();
  return (
    <Screen title={t('detained.title')} lead={t('detained.lead')}>
      <Panel flush>
        <Answer
          query={list}
          isEmpty={(data) => data.items.length === 0}
          empty={<Empty>{t('detained.empty')}</Empty>}
        >
          {(data) => (
            <ul className="v-rows">
              {data.items.map((item) => (
                <li key={item.clientId}>
                  <One item={item} />
                </li>
              ))}
            </ul>
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
          {item.movedAt ? (
            <Tag tone="urgent">{t('detained.moved', { when: format.instant(item.movedAt) })}</Tag>
          ) : null}
        </Group>
        <Text size="sm" c="dimmed">
          {t('detained.since')}: {format.longDay(item.since)}
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
