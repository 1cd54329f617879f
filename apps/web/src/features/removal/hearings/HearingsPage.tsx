import { Grid, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HearingAhead } from '../../../api/types';
import { useMay, useMe } from '../../../app/session';
import { useWords } from '../../../i18n/words';
import { CutNote } from '../../../ui/CutNote';
import { personName, todayIn, useFormat } from '../../../ui/format';
import { Panel } from '../../../ui/Panel';
import { Screen } from '../../../ui/Screen';
import { Answer, Empty, Loading } from '../../../ui/states';
import { Tag } from '../../../ui/Tag';
import { ClientLink } from '../../clients/ClientLink';
import { HearingLine } from './HearingLine';
import { useHearingWatch } from '../queries';
import { Judges } from './Judges';

/** Which hearings somebody has to look up, what changed lately, and the directory of judges. */
export function HearingsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const watch = useHearingWatch();
  return (
    <Screen title={t('hearings.title')} lead={t('hearings.lead')}>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Answer query={watch} loading={<Loading lines={8} />}>
            {(data) => (
              <Stack gap="md">
                <Ahead items={data.ahead} more={data.cut.includes('ahead')} />
                <Due items={data.due} more={data.cut.includes('due')} />
                <Changed items={data.changed} more={data.cut.includes('changed')} />
              </Stack>
            )}
          </Answer>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>{may('directory.read') ? <Judges /> : null}</Grid.Col>
      </Grid>
    </Screen>
  );
}

function Ahead({ items, more }: { items: HearingAhead[]; more: boolean }) {
  const { t } = useTranslation();
  const me = useMe();
  const today = todayIn(me.organisation.timeZone);
  return (
    <Panel flush title={t('hearings.aheadTitle')}>
      {items.length ? null : <Empty>{t('hearings.aheadEmpty')}</Empty>}
      <ul className="v-rows">
        {items.map((hearing) => (
          <li key={hearing.proceedingId + hearing.on + hearing.time}>
            <HearingLine hearing={hearing} today={today} />
          </li>
        ))}
      </ul>
      <CutNote more={more} shown={items.length} />
    </Panel>
  );
}

type WatchData = NonNullable<ReturnType<typeof useHearingWatch>['data']>;

function Due({ items, more }: { items: WatchData['due']; more: boolean }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  return (
    <Panel flush title={t('hearings.dueTitle')}>
      {items.length ? null : <Empty>{t('hearings.dueEmpty')}</Empty>}
      <ul className="v-rows">
        {items.map((item) => (
          <li key={item.proceedingId}>
            <Group justify="space-between" gap="xs">
              <div>
                <ClientLink clientId={item.clientId} caseId={item.caseId} tab="removal">
                  {item.name}
                </ClientLink>
                <Text size="xs" c="dimmed">
                  {[
                    word('hearingKind', item.hearingKind),
                    item.hearingOn ? format.longDay(item.hearingOn) : t('hearings.noDate'),
                    item.lastAt
                      ? t('hearings.lastLooked', { day: format.instant(item.lastAt) })
                      : t('hearings.never'),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              </div>
              <Tag tone="soon">{t('hearings.due', { day: format.nearDay(item.dueOn) })}</Tag>
            </Group>
          </li>
        ))}
      </ul>
      <CutNote more={more} shown={items.length} />
    </Panel>
  );
}

function Changed({ items, more }: { items: WatchData['changed']; more: boolean }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  return (
    <Panel flush title={t('hearings.changedTitle')}>
      {items.length ? null : <Empty>{t('hearings.changedEmpty')}</Empty>}
      <ul className="v-rows">
        {items.map((item) => (
          <li key={item.clientId + item.at}>
            <ClientLink clientId={item.clientId} caseId={item.caseId} tab="removal">
              {item.name}
            </ClientLink>
            <Text size="sm">
              {t('hearings.changedLine', {
                name: personName(item.by),
                day: format.instant(item.at),
                what: item.changes.map((field) => word('hearingChange', field).toLowerCase()).join(', '),
              })}
            </Text>
          </li>
        ))}
      </ul>
      <CutNote more={more} shown={items.length} />
    </Panel>
  );
}
