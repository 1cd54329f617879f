import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useGet } from '../../api/client';
import { nameIn, useLanguages } from '../../api/reference';
import type { Accompaniment, CheckIn } from '../../api/types';
import { useWords } from '../../i18n/words';
import { Countdown } from '../../ui/Countdown';
import { FormButton } from '../../ui/form/FormButton';
import { todayIn, useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Screen } from '../../ui/Screen';
import { Answer, Empty } from '../../ui/states';
import { urgencyOf } from '../deadlines/urgency';
import { OutcomeForm } from './CheckInForms';
import { OutcomeTag } from './OutcomeTag';

/** The check-ins one goes along to: enough to be there, and nothing else of anybody's record. */
export function AccompanimentsPage() {
  const { t } = useTranslation();
  const mine = useGet('/accompaniments');
  return (
    <Screen title={t('accompany.title')} lead={t('accompany.lead')}>
      <Answer query={mine}>
        {({ items }) =>
          items.length ? (
            <Stack gap="md">
              {items.map((item) => (
                <One key={item.id} item={item} />
              ))}
            </Stack>
          ) : (
            <Panel>
              <Empty>{t('accompany.none')}</Empty>
            </Panel>
          )
        }
      </Answer>
    </Screen>
  );
}

function One({ item }: { item: Accompaniment }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const languages = useLanguages();
  const where = [item.office?.name ?? item.officeCode, item.office?.address, item.office?.city].filter(
    Boolean,
  );
  return (
    <Panel
      title={item.clientName}
      note={`${format.longDay(item.date)}, ${format.time(item.time)} ${format.zone(item.timeZone, item.date)}`}
      actions={
        <>
          {item.outcome ? (
            <OutcomeTag outcome={item.outcome} />
          ) : (
            <Countdown on={item.date} today={todayIn(item.timeZone)} tone={urgencyOf} overdue={false} />
          )}
          {item.can.recordOutcome ? (
            <FormButton label={t('checkins.outcome')} title={t('checkins.outcomeTitle')}>
              {(close) => <OutcomeForm checkIn={item as unknown as CheckIn} close={close} />}
            </FormButton>
          ) : null}
        </>
      }
    >
      <Stack gap="xs">
        <Text size="sm">
          {where.join(', ')} · {word('checkInMethod', item.method)}
        </Text>
        <Group gap="lg">
          <Fact
            label={t('clients.languages')}
            value={item.languages.map((code) => nameIn(languages, code)).join(', ')}
          />
          <Fact
            label={t('clients.interpreter')}
            value={item.interpreterLanguage ? nameIn(languages, item.interpreterLanguage) : ''}
          />
          <Fact label={t('accompany.others')} value={item.companions.map((each) => each.name).join(', ')} />
        </Group>
        {item.notes.map((note) => (
          <div key={note.id}>
            <Text size="sm">{note.text}</Text>
            <Text size="xs" c="dimmed">
              {note.by.name}, {format.instant(note.at)}
            </Text>
          </div>
        ))}
      </Stack>
    </Panel>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation();
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="sm">{value || t('common.notRecorded')}</Text>
    </div>
  );
}
