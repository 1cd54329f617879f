import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineItem } from '../../api/types';
import { useMay } from '../../app/session';
import { useWords } from '../../i18n/words';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { useTimelinePages } from '../clients/queries';
import { ChronologyExport } from '../removal/chronology/ChronologyExport';
import { ChronologyFilter, everything, queryOf } from '../removal/chronology/ChronologyFilter';
import { FactSource } from '../documents/FactSource';
import { DisputeButton, OpenDisputes } from '../removal/chronology/Disputes';
import { detailsOf } from './facts';

/** Every dated fact of the client, newest first, a page at a time: which kind and record, from when to when, how sure. */
export function Timeline(props: { clientId: string; caseId?: string; compact?: boolean }) {
  const { clientId, caseId, compact } = props;
  const { t } = useTranslation();
  const may = useMay();
  const [wanted, setWanted] = useState(everything);
  const timeline = useTimelinePages(clientId, queryOf(wanted));
  return (
    <Panel title={t('cases.timeline')} note={compact ? undefined : t('cases.timelineNote')}>
      {compact ? null : <OpenDisputes clientId={clientId} enabled={may('removal.read')} />}
      <Answer
        query={timeline}
        isEmpty={({ pages }) => pages[0].facets.length === 0}
        empty={<Empty>{t('cases.timelineEmpty')}</Empty>}
      >
        {({ pages }) => (
          <>
            {compact ? null : (
              <>
                <ChronologyFilter
                  facets={pages[0].facets}
                  total={pages[0].total}
                  wanted={wanted}
                  onChange={setWanted}
                />
                <ChronologyExport clientId={clientId} caseId={caseId} wanted={wanted} />
              </>
            )}
            {pages[0].total === 0 ? <Empty>{t('chronology.none')}</Empty> : null}
            <ol className="v-timeline">
              {pages
                .flatMap((page) => page.items)
                .map((item) => (
                  <li key={item.sourceKind + item.sourceId + item.kind + (item.on ?? '')}>
                    <Fact clientId={clientId} item={item} compact={compact} />
                  </li>
                ))}
            </ol>
            {timeline.hasNextPage ? (
              <Button
                size="xs"
                variant="default"
                loading={timeline.isFetchingNextPage}
                onClick={() => void timeline.fetchNextPage()}
              >
                {t('common.more')}
              </Button>
            ) : null}
          </>
        )}
      </Answer>
    </Panel>
  );
}

function Fact(props: { clientId: string; item: TimelineItem; compact?: boolean }) {
  const { clientId, item, compact } = props;
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const may = useMay();
  const details = detailsOf(item.kind, item.parameters, word);
  return (
    <Group justify="space-between" gap="xs" align="flex-start" wrap="nowrap">
      <div style={{ minWidth: 0 }}>
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
        {item.disputed.length ? (
          <Tag tone="soon">
            {t('chronology.disputed', { days: item.disputed.map((day) => format.day(day)).join(', ') })}
          </Tag>
        ) : null}
        <FactSource
          clientId={clientId}
          sourceKind={item.sourceKind}
          sourceId={item.sourceId}
          kind={item.kind}
        />
      </div>
      {may('removal.edit') && item.on && !compact ? (
        <span className="v-on-hover">
          <DisputeButton clientId={clientId} item={item} />
        </span>
      ) : null}
    </Group>
  );
}
