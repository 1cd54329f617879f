import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { useTimeline } from '../clients/queries';
import { FactSource } from '../documents/FactSource';
import { detailsOf } from './facts';

/** Every dated fact of the client, newest first. */
export function Timeline({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const timeline = useTimeline(clientId);
  return (
    <Panel title={t('cases.timeline')} note={t('cases.timelineNote')}>
      <Answer
        query={timeline}
        isEmpty={(data) => data.items.length === 0}
        empty={<Empty>{t('cases.timelineEmpty')}</Empty>}
      >
        {(data) => (
          <ol className="v-timeline">
            {data.items.map((item) => {
              const details = detailsOf(item.kind, item.parameters, word);
              return (
                <li key={item.sourceKind + item.sourceId + item.kind + (item.on ?? '')}>
                  <Text size="xs" c="dimmed" className="v-num">
                    {item.about ? `${t('cases.about')} ` : ''}
                    {format.longDay(item.on) || t('cases.unknownDate')}
                  </Text>
                  <Text size="sm" fw={600}>
                    {word('fact', item.kind)}
                  </Text>
                  {details ? (
                    <Text size="sm" c="dimmed">
                      {details}
                    </Text>
                  ) : null}
                  <FactSource
                    clientId={clientId}
                    sourceKind={item.sourceKind}
                    sourceId={item.sourceId}
                    kind={item.kind}
                  />
                </li>
              );
            })}
          </ol>
        )}
      </Answer>
    </Panel>
  );
}
