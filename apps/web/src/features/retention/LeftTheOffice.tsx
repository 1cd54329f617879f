import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { useLeftTheOffice } from './queries';

/** What of the client left the office under a demand. Nothing is shown while nothing did. */
export function LeftTheOffice({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const items = useLeftTheOffice(clientId).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Panel flush title={t('demands.leftTitle')} note={t('demands.leftNote')}>
      <ul className="v-rows">
        {items.map((bundle) => (
          <li key={bundle.id}>
            <Text size="sm" fw={600}>
              {format.instant(bundle.at)}: {word('demandKind', bundle.demandKind)}
              {bundle.receivedFrom ? `, ${bundle.receivedFrom}` : ''}
            </Text>
            <Text size="sm">
              {bundle.items.map(({ kind, count }) => `${word('leftKind', kind)} (${count})`).join(', ')}
            </Text>
            <Text size="xs" c="dimmed">
              {[
                t('demands.leftDecided', {
                  decision: word('demandDecision', bundle.decision),
                  name: bundle.decidedBy.name,
                  when: format.instant(bundle.decidedAt),
                }),
                bundle.approvedBy ? t('demands.leftApproved', { name: bundle.approvedBy.name }) : null,
                t('demands.leftSent', { name: bundle.by.name }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
