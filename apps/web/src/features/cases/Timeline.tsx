import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { useTimeline } from '../clients/queries';

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
            {data.items.map((item) => (
              <li key={item.sourceKind + item.sourceId + item.kind + item.on}>
                <Group gap={8} justify="space-between" align="baseline">
                  <Text size="xs" c="dimmed" className="v-num" component="time" dateTime={item.on}>
                    {format.longDay(item.on) || t('cases.unknownDate')}
                  </Text>
                  <Tag>{word('timelineKind', item.kind)}</Tag>
                </Group>
                <Text size="sm" fw={600}>
                  {item.title}
                </Text>
                {item.detail ? (
                  <Text size="sm" c="dimmed">
                    {item.detail}
                  </Text>
                ) : null}
              </li>
            ))}
          </ol>
        )}
      </Answer>
    </Panel>
  );
}
