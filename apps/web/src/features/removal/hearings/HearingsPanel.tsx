import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowsExchange, IconCheck, IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientHearings, Hearing, HearingLookUp, Proceeding } from '../../../api/types';
import { useMe } from '../../../app/session';
import { useWords } from '../../../i18n/words';
import { FormButton } from '../../../ui/form/FormButton';
import { personName, todayIn, useFormat } from '../../../ui/format';
import { Panel } from '../../../ui/Panel';
import { Answer, Empty } from '../../../ui/states';
import { Tag, type Tone } from '../../../ui/Tag';
import { EnteredInError } from '../in-error/EnteredInError';
import { WithdrawButton } from '../in-error/WithdrawButton';
import { useHearings } from '../queries';
import { EndHearingForm, HearingForm } from './HearingForms';
import { LookUpForm } from './LookUpForm';
import { Messages } from './Messages';

/** What the court has set, every date somebody was told, and who looked it up when. */
export function HearingsPanel({ clientId, proceedings }: { clientId: string; proceedings: Proceeding[] }) {
  const { t } = useTranslation();
  const hearings = useHearings(clientId);
  const next = hearings.data?.items.find((item) => item.status === 'scheduled') ?? null;
  const can = hearings.data?.can;
  return (
    <Panel
      flush
      title={t('hearings.title')}
      note={t('hearings.note')}
      actions={
        <>
          {can?.lookUp ? (
            <FormButton
              label={t('hearings.lookUp')}
              title={t('hearings.lookUpTitle')}
              icon={<IconSearch size={14} aria-hidden />}
            >
              {(close) => <LookUpForm proceedings={proceedings} hearing={next} close={close} />}
            </FormButton>
          ) : null}
          {can?.record ? (
            <FormButton label={t('hearings.add')} icon={<IconPlus size={14} aria-hidden />}>
              {(close) => <HearingForm proceedings={proceedings} close={close} />}
            </FormButton>
          ) : null}
        </>
      }
    >
      <Answer query={hearings}>
        {(data) => (
          <>
            <Watch data={data} />
            {data.items.length ? null : <Empty>{t('hearings.empty')}</Empty>}
            <ul className="v-rows">
              {data.items.map((hearing) => (
                <li key={hearing.id}>
                  <One hearing={hearing} proceedings={proceedings} />
                </li>
              ))}
            </ul>
            <LookUps clientId={clientId} items={data.lookUps} />
            <EnteredInError clientId={clientId} kinds={['hearing_look_up']} />
          </>
        )}
      </Answer>
    </Panel>
  );
}

const TONES: Partial<Record<Hearing['status'], Tone>> = {
  scheduled: 'open',
  held: 'good',
  adjourned: 'soon',
};

/** When somebody has to look again, and what the client has to hear. */
function Watch({ data }: { data: ClientHearings }) {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const today = todayIn(me.organisation.timeZone);
  if (!data.messages.length && !data.nextLookUps.length) return null;
  return (
    <Stack gap="xs" p="md">
      {data.nextLookUps.map(({ proceedingId, on }) => (
        <Text key={proceedingId} size="sm" className="v-text" data-tone={on <= today ? 'soon' : 'quiet'}>
          {t(on < today ? 'hearings.overdue' : 'hearings.nextDue', { day: format.longDay(on) })}
        </Text>
      ))}
      <Messages items={data.messages} />
    </Stack>
  );
}

function One({ hearing, proceedings }: { hearing: Hearing; proceedings: Proceeding[] }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const { date, time, timeZone, court, judge } = hearing;
  const clock = time
    ? timeZone && date
      ? t('hearings.atTime', { time: format.time(time), zone: format.zone(timeZone, date) })
      : format.time(time)
    : '';
  const details = [
    court ? [court.name, court.city].filter(Boolean).join(', ') : '',
    judge?.name,
    hearing.placeKind === 'not_known' ? '' : word('placeKind', hearing.placeKind),
    hearing.place,
    word('adjournment', hearing.adjournment),
  ];
  return (
    <Group justify="space-between" gap="xs" align="flex-start">
      <div style={{ minWidth: 0 }}>
        <Group gap="xs">
          <Text
            fw={600}
            td={hearing.status === 'moved' || hearing.status === 'cancelled' ? 'line-through' : undefined}
          >
            {[date ? format.longDay(date) : word('dateState', hearing.dateState), clock]
              .filter(Boolean)
              .join(', ')}
          </Text>
          <Tag tone={TONES[hearing.status]}>{word('hearingStatus', hearing.status)}</Tag>
        </Group>
        <Text size="sm">
          {[
            word('hearingKind', hearing.kind),
            hearing.dateState === 'control_date' ? word('dateState', hearing.dateState) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <Text size="xs" c="dimmed">
          {details.filter(Boolean).join(' · ')}
        </Text>
        {hearing.result || hearing.reason ? <Text size="sm">{hearing.result ?? hearing.reason}</Text> : null}
        <Text size="xs" c="dimmed">
          {personName(hearing.by)}, {format.instant(hearing.at)}
        </Text>
      </div>
      {hearing.can.change ? (
        <Group gap="xs">
          <FormButton
            label={t('hearings.move')}
            title={t('hearings.moveTitle')}
            icon={<IconArrowsExchange size={14} aria-hidden />}
            variant="subtle"
          >
            {(close) => <HearingForm proceedings={proceedings} hearing={hearing} close={close} />}
          </FormButton>
          <FormButton
            label={t('hearings.end')}
            title={t('hearings.endTitle')}
            icon={<IconCheck size={14} aria-hidden />}
            variant="subtle"
          >
            {(close) => <EndHearingForm hearing={hearing} close={close} />}
          </FormButton>
        </Group>
      ) : null}
    </Group>
  );
}

/** Look-ups shown at first. */
const LATEST = 8;

function LookUps({ clientId, items }: { clientId: string; items: HearingLookUp[] }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const say = useDifference();
  const [all, setAll] = useState(false);
  if (!items.length) return null;
  return (
    <section style={{ padding: '12px 16px', borderTop: '1px solid var(--v-line)' }}>
      <Title order={3} mb={6}>
        {t('hearings.lookUps')}
      </Title>
      <ol className="v-timeline">
        {(all ? items : items.slice(0, LATEST)).map((item) => (
          <li key={item.id}>
            <Text size="sm" fw={600}>
              {word('lookUpOutcome', item.outcome)}
            </Text>
            {item.differences.map((difference) => (
              <Text key={difference.field} size="sm">
                {say(difference)}
              </Text>
            ))}
            {item.note ? <Text size="sm">{item.note}</Text> : null}
            <Text size="xs" c="dimmed">
              {t('hearings.looked', {
                source: word('lookUpSource', item.source),
                name: personName(item.by),
                day: format.instant(item.at),
              })}
            </Text>
            <WithdrawButton clientId={clientId} kind="hearing_look_up" recordId={item.id} />
          </li>
        ))}
      </ol>
      {all || items.length <= LATEST ? null : (
        <Button size="xs" variant="default" onClick={() => setAll(true)}>
          {t('common.more')}
        </Button>
      )}
    </section>
  );
}

/** One difference as a sentence. */
function useDifference() {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  return ({ field, was, found }: HearingLookUp['differences'][number]): string => {
    const show = (value: string | null): string => {
      if (!value) return t('common.notRecorded');
      if (field === 'kind') return word('hearingKind', value);
      if (field === 'time') return format.time(value);
      if (field === 'court') return value;
      return /^\d/.test(value) ? format.longDay(value) : word('dateState', value);
    };
    if (field === 'appeared') return t('hearings.appeared', { found: show(found) });
    if (field === 'gone') return t('hearings.gone', { was: show(was) });
    return t('hearings.difference', {
      field: word('hearingChange', field),
      was: show(was),
      found: show(found),
    });
  };
}
