import { Anchor, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session';
import type { ReferralRow } from '../../api/types';
import { useWords } from '../../i18n/words';
import { MoreButton } from '../../ui/MoreButton';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Screen } from '../../ui/Screen';
import { Answer, Empty } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { Doors } from './Doors';
import { Hit } from './Hit';
import { OfficeParties } from './OfficeParties';
import { useConflicts, useReferrals } from './queries';

const views = ['referrals', 'conflicts', 'parties', 'settings'] as const;
type View = (typeof views)[number];

/** People who ask for help, the conflicts that wait, who the office knows, and the doors people come through. */
export function IntakesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const search = useSearch({ from: '/shell/intakes' });
  const navigate = useNavigate();
  const shown = views.filter((view) => view !== 'settings' || may('intake.link'));
  const view: View = shown.find((one) => one === search.view) ?? 'referrals';
  return (
    <Screen
      title={t('nav.intakes')}
      lead={t('intake.lead')}
      actions={
        may('intake.write') ? (
          <Button
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => void navigate({ to: '/intakes/new' })}
          >
            {t('intake.new')}
          </Button>
        ) : null
      }
    >
      <SegmentedControl
        aria-label={t('intake.view')}
        value={view}
        onChange={(next) =>
          void navigate({ to: '/intakes', search: { view: next === 'referrals' ? undefined : next } })
        }
        data={shown.map((one) => ({ value: one, label: t(`intake.views.${one}`) }))}
        style={{ alignSelf: 'flex-start', maxWidth: '100%', overflowX: 'auto' }}
      />
      {view === 'referrals' ? <ReferralLists /> : null}
      {view === 'conflicts' ? <OpenConflicts /> : null}
      {view === 'parties' ? <OfficeParties /> : null}
      {view === 'settings' ? <Doors /> : null}
    </Screen>
  );
}

function ReferralLists() {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <Referrals title={t('intake.waiting')} empty={t('intake.noReferrals')} />
      <Referrals title={t('intake.declinedList')} state="declined" empty={t('intake.noDeclined')} />
    </Stack>
  );
}

function Referrals(props: { title: string; empty: string; state?: string }) {
  const list = useReferrals(props.state);
  return (
    <Panel flush title={props.title}>
      <Answer query={list}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items);
          return rows.length ? (
            <>
              <ul className="v-rows">
                {rows.map((row) => (
                  <Row key={row.id} row={row} />
                ))}
              </ul>
              <MoreButton list={list} />
            </>
          ) : (
            <Empty>{props.empty}</Empty>
          );
        }}
      </Answer>
    </Panel>
  );
}

function Row({ row }: { row: ReferralRow }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  return (
    <li>
      <Group justify="space-between" gap="xs" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <Anchor
            component={Link}
            to="/intakes/$referralId"
            params={{ referralId: row.id } as never}
            size="sm"
            fw={600}
          >
            {row.name || t('intake.forgotten')}
          </Anchor>
          <Text size="xs" c="dimmed">
            {[
              row.birth ? t('intake.born', { day: format.day(row.birth) }) : null,
              word('referralOrigin', row.origin),
              row.fromName,
              format.instant(row.at),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </div>
        <Group gap={6}>
          {row.openHits ? <Tag tone="soon">{t('intake.hitsFound', { count: row.openHits })}</Tag> : null}
          <Tag tone={row.cleared ? 'good' : 'plain'}>
            {row.cleared && row.state === 'conflict_check'
              ? t('intake.cleared')
              : word('referralState', row.state)}
          </Tag>
        </Group>
      </Group>
    </li>
  );
}

function OpenConflicts() {
  const { t } = useTranslation();
  const list = useConflicts('open');
  return (
    <Panel flush title={t('intake.openConflicts')} note={t('intake.openConflictsNote')}>
      <Answer query={list}>
        {(data) => {
          const hits = data.pages.flatMap((page) => page.items);
          return hits.length ? (
            <ul className="v-rows">
              {hits.map((hit) => (
                <Hit key={hit.id} hit={hit} />
              ))}
            </ul>
          ) : (
            <Empty>{t('intake.noOpenConflicts')}</Empty>
          );
        }}
      </Answer>
    </Panel>
  );
}
