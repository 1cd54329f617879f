import { Group, Text } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Motion, Standing } from '../../api/types';
import { useWords } from '../../i18n/words';
import { FormButton } from '../../ui/form/FormButton';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { Tag, type Tone } from '../../ui/Tag';
import { LawText } from '../deadlines/LawText';
import { EnteredInError } from '../removal/in-error/EnteredInError';
import { WithdrawButton } from '../removal/in-error/WithdrawButton';
import { Because, Cautions } from './Because';
import { MotionForm } from './MotionForm';
import { useMotions } from './queries';
import { useOrderName } from './useOrderName';

type Bars = NonNullable<Standing['motionBars']>;

/** What anybody ever filed, and which of the motions that the law allows once are used up by it. */
export function MotionsPanel({ clientId, standing }: { clientId: string; standing: Standing }) {
  const { t } = useTranslation();
  const motions = useMotions(clientId);
  return (
    <Panel
      flush
      title={t('standing.motions')}
      note={t('standing.motionsNote')}
      actions={
        motions.data?.can.edit ? (
          <FormButton label={t('standing.addMotion')} icon={<IconPlus size={14} aria-hidden />}>
            {(close) => <MotionForm clientId={clientId} close={close} />}
          </FormButton>
        ) : null
      }
    >
      <Answer
        query={motions}
        isEmpty={(data) => data.items.length === 0}
        empty={<Empty>{t('standing.motionsEmpty')}</Empty>}
      >
        {(data) => (
          <ul className="v-rows">
            {data.items.map((motion) => (
              <li key={motion.id}>
                <One motion={motion} clientId={clientId} bars={standing.motionBars?.bars ?? []} />
              </li>
            ))}
          </ul>
        )}
      </Answer>
      <EnteredInError clientId={clientId} kinds={['motion']} />
      {standing.motionBars ? <BarsPart bars={standing.motionBars} clientId={clientId} /> : null}
      <Departures standing={standing} />
    </Panel>
  );
}

const RESULT_TONES: Readonly<Partial<Record<Motion['result'], Tone>>> = { pending: 'open', granted: 'good' };

function One({ motion, clientId, bars }: { motion: Motion; clientId: string; bars: Bars['bars'] }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const uses = bars.filter((bar) => bar.standing === 'used' && bar.motionIds.includes(motion.id));
  const where = [
    word('motionForum', motion.forum),
    motion.filedOn ? t('standing.filedLine', { day: format.day(motion.filedOn) }) : t('standing.undated'),
    [word('motionFiler', motion.filedBy), motion.counsel].filter(Boolean).join(': '),
  ];
  return (
    <Group justify="space-between" gap="xs" align="flex-start">
      <div style={{ flex: '1 1 240px', minWidth: 0 }}>
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {word('motionKind', motion.kind)}
          </Text>
          <Tag tone={RESULT_TONES[motion.result]}>
            {word('motionResult', motion.result)}
            {motion.resultOn ? `, ${format.day(motion.resultOn)}` : ''}
          </Tag>
          {motion.stayUntil ? (
            <Tag tone="open">{t('standing.stayLine', { day: format.day(motion.stayUntil) })}</Tag>
          ) : null}
        </Group>
        <Text size="xs" c="dimmed">
          {where.join(' · ')}
        </Text>
        {uses.length ? (
          <Text size="xs" c="var(--v-urgent)">
            {t('standing.usesUp', {
              what: uses.map((bar) => word('barredMotion', bar.motion).toLowerCase()).join(', '),
            })}
          </Text>
        ) : null}
        {motion.note ? (
          <Text size="sm" mt={2}>
            {motion.note}
          </Text>
        ) : null}
      </div>
      {motion.can.edit ? (
        <FormButton
          label={t('common.edit')}
          title={t('standing.editMotion')}
          icon={<IconPencil size={14} aria-hidden />}
          variant="subtle"
        >
          {(close) => <MotionForm clientId={clientId} motion={motion} close={close} />}
        </FormButton>
      ) : null}
      <WithdrawButton clientId={clientId} kind="motion" recordId={motion.id} />
    </Group>
  );
}

const BAR_TONES = { used: 'urgent', open: 'plain', not_known: 'soon' } as const;

function BarsPart({ bars, clientId }: { bars: Bars; clientId: string }) {
  const { t } = useTranslation();
  const word = useWords();
  const nameOf = useOrderName(clientId);
  return (
    <div className="v-inset">
      <h3>{t('standing.bars')}</h3>
      <ul className="v-stays">
        {bars.bars.map((bar) => {
          return (
            <li key={bar.motion + String(bar.orderId)}>
              <Group gap="xs">
                <Text size="sm" span>
                  {word('barredMotion', bar.motion)}
                  {bar.orderId ? `, ${nameOf(bar.orderId)}` : ''}
                </Text>
                <Tag tone={BAR_TONES[bar.standing]}>{word('barStanding', bar.standing)}</Tag>
              </Group>
              <Because why={bar.why} citation={bar.citation} />
            </li>
          );
        })}
      </ul>
      <Cautions items={bars.warnings} />
      <details className="v-because">
        <summary>{t('standing.exceptions')}</summary>
        <ul className="v-stays">
          {bars.exceptions.map((way) => (
            <li key={way.id}>
              <Group gap="xs">
                <Text size="sm" span lang="en">
                  {way.title}
                </Text>
                <Tag>{t('standing.liftsNumber', { what: word('lifts', way.liftsNumber) })}</Tag>
                <Tag>{t('standing.liftsTime', { what: word('lifts', way.liftsTime) })}</Tag>
              </Group>
              <Text size="xs" c="dimmed">
                <LawText>{`${way.why} ${way.citation}`}</LawText>
                {way.provenance === 'general_knowledge' ? ` · ${t('standing.source')}` : ''}
              </Text>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

const DEPARTURE_TONES = {
  none_recorded: 'plain',
  argued_against: 'soon',
  may_bar: 'urgent',
  withdraws_motion: 'urgent',
  not_known: 'soon',
} as const;

function Departures({ standing }: { standing: Standing }) {
  const { t } = useTranslation();
  const word = useWords();
  if (standing.departure.length === 0) return null;
  return (
    <div className="v-inset">
      <h3>{t('standing.departure')}</h3>
      <ul className="v-stays">
        {standing.departure.map((bar) => {
          const about = t('standing.departureFor', {
            kind: word('barredMotion', bar.motion).toLowerCase(),
          });
          return (
            <li key={bar.motion + String(bar.motionId)}>
              <Group gap="xs">
                <Text size="sm" span>
                  {about}
                </Text>
                <Tag tone={DEPARTURE_TONES[bar.standing]}>{word('departureStanding', bar.standing)}</Tag>
              </Group>
              <Because why={bar.why} trace={bar.trace} citation={bar.citation} verified={bar.verified} />
            </li>
          );
        })}
      </ul>
      <Cautions items={[...new Set(standing.departure.flatMap(({ warnings }) => warnings))]} />
    </div>
  );
}
