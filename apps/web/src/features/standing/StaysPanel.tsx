import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconHandStop, IconQuestionMark } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OrderStay, Standing, StayItem } from '../../api/types';
import { useWords } from '../../i18n/words';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Empty } from '../../ui/states';
import { Notice, Tag, type Tone } from '../../ui/Tag';
import { LawText } from '../deadlines/LawText';
import { Because, Cautions } from './Because';
import { useOrderName } from './useOrderName';

/** Whether anything stops removal today, order by order. Words carry it; doubt is never shown as a yes. */
export function StaysPanel({ standing, clientId }: { standing: Standing; clientId: string }) {
  const { t } = useTranslation();
  return (
    <Panel
      flush
      title={t('standing.stays')}
      note={
        standing.circuit ? t('standing.circuit', { circuit: standing.circuit }) : t('standing.circuitUnknown')
      }
    >
      {standing.stays.length ? (
        <ul className="v-rows">
          {standing.stays.map((order) => (
            <li key={order.orderId}>
              <OneOrder order={order} clientId={clientId} />
            </li>
          ))}
        </ul>
      ) : (
        <Empty>{t('standing.noOrders')}</Empty>
      )}
    </Panel>
  );
}

function OneOrder({ order, clientId }: { order: OrderStay; clientId: string }) {
  const { t } = useTranslation();
  const word = useWords();
  const nameOf = useOrderName(clientId);
  const { answer } = order;
  return (
    <>
      <Group gap="xs" mb={6}>
        <Text size="sm" fw={600}>
          {nameOf(order.orderId)}
        </Text>
        <Tag>{word('orderStatus', order.status)}</Tag>
      </Group>
      {answer ? (
        <Answered answer={answer} />
      ) : (
        <Text size="sm">
          <strong>{t('standing.nothingToStay')}.</strong> <LawText>{order.note ?? ''}</LawText>
        </Text>
      )}
    </>
  );
}

const VERDICTS = {
  yes: { tone: 'open', Icon: IconHandStop },
  no: { tone: 'urgent', Icon: IconAlertTriangle },
  not_known: { tone: 'soon', Icon: IconQuestionMark },
} as const;

type Answered = NonNullable<OrderStay['answer']>;

function Answered({ answer }: { answer: Answered }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stayed = answer.removalStayed;
  const { tone, Icon } = VERDICTS[stayed];
  const end = answer.until
    ? t('standing.until', { day: format.longDay(answer.until) })
    : answer.untilEvent
      ? t('standing.untilEvent')
      : t('standing.untilUnknown');
  return (
    <>
      <Notice tone={tone} icon={<Icon size={18} aria-hidden />}>
        <Text size="sm" fw={600}>
          {t(`standing.stayed_${stayed}`)}
          {stayed === 'yes' ? (
            <>
              {', '}
              {end} {answer.untilEvent ? <LawText>{answer.untilEvent}</LawText> : null}
            </>
          ) : null}
        </Text>
        {stayed === 'no' ? null : (
          <Text size="sm">
            <LawText>{answer.summary}</LawText>
          </Text>
        )}
      </Notice>
      {answer.stays.length ? (
        <ul className="v-stays" aria-label={t('standing.stayItems')}>
          {answer.stays.map((stay) => (
            <li key={stay.id + stay.standing + String(stay.from)}>
              <One stay={stay} />
            </li>
          ))}
        </ul>
      ) : null}
      <Cautions items={answer.warnings} />
    </>
  );
}

const TONES: Readonly<Record<StayItem['standing'], Tone>> = {
  in_force: 'open',
  not_automatic: 'urgent',
  ended: 'plain',
  not_known: 'soon',
};

function One({ stay }: { stay: StayItem }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const span = [
    stay.from ? t('standing.from', { day: format.day(stay.from) }) : '',
    stay.until ? t('standing.until', { day: format.day(stay.until) }) : '',
  ].filter(Boolean);
  return (
    <>
      <Group gap="xs">
        <Text size="sm" span lang="en">
          {stay.title}
        </Text>
        <Tag tone={TONES[stay.standing]}>{word('stayStanding', stay.standing)}</Tag>
        {span.length ? (
          <Text size="xs" c="dimmed" span>
            {span.join(', ')}
          </Text>
        ) : null}
      </Group>
      {stay.untilEvent ? (
        <Text size="xs">
          {t('standing.untilEvent')} <LawText>{stay.untilEvent}</LawText>
        </Text>
      ) : null}
      <Because why={stay.why} trace={stay.trace} citation={stay.citation} verified={stay.verified}>
        <Cautions items={stay.warnings} />
      </Because>
    </>
  );
}
