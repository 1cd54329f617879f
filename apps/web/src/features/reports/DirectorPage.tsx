import { Grid, SimpleGrid, Table, Text } from '@mantine/core';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DirectorReport } from '../../api/types';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Screen } from '../../ui/Screen';
import { ScrollBox } from '../../ui/ScrollBox';
import { Answer, Empty, Loading } from '../../ui/states';
import { useDirector } from './queries';

const Charts = lazy(() => import('./DirectorCharts').then((m) => ({ default: m.DirectorCharts })));

/** The office as a whole: load, risk, pipeline, outcomes. */
export function DirectorPage() {
  const { t } = useTranslation();
  const report = useDirector();
  return (
    <Screen title={t('director.title')} lead={t('director.lead')}>
      <Answer query={report} loading={<Loading lines={8} />}>
        {(data) => <Report report={data} />}
      </Answer>
    </Screen>
  );
}

function Report({ report }: { report: DirectorReport }) {
  const { t } = useTranslation();
  const { totals, deadlinesAtRisk: risk } = report;
  return (
    <>
      <section className="v-panel" aria-label={t('director.lead')}>
        <SimpleGrid cols={{ base: 2, sm: 4, md: 8 }} spacing={0}>
          <Count label={t('director.clients')} value={totals.clients} />
          <Count label={t('director.openCases')} value={totals.openCases} />
          <Count
            label={t('director.unassigned')}
            value={totals.unassigned}
            tone={totals.unassigned ? 'soon' : undefined}
          />
          <Count
            label={t('director.detained')}
            value={totals.detained}
            tone={totals.detained ? 'urgent' : undefined}
          />
          <Count label={t('director.pardons')} value={totals.pardonsGranted} />
          <Count
            label={t('director.overdue')}
            value={risk.overdue}
            tone={risk.overdue ? 'urgent' : undefined}
          />
          <Count label={t('director.in7')} value={risk.in7} tone={risk.in7 ? 'soon' : undefined} />
          <Count label={t('director.in30')} value={risk.in30} />
        </SimpleGrid>
      </section>
      <Grid gap="md">
        <Grid.Col span={12}>
          <Caseloads report={report} />
        </Grid.Col>
      </Grid>
      <Suspense fallback={<Loading lines={8} />}>
        <Charts report={report} />
      </Suspense>
    </>
  );
}

function Count(props: { label: ReactNode; value: number; tone?: string }) {
  const format = useFormat();
  return (
    <div className="v-count">
      <div className="v-eyebrow">{props.label}</div>
      <div className="v-big v-text" data-tone={props.tone}>
        {format.number(props.value)}
      </div>
    </div>
  );
}

function Caseloads({ report }: { report: DirectorReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const most = Math.max(1, ...report.caseloads.map((one) => one.open));
  return (
    <Panel flush title={t('director.caseloads')}>
      {report.caseloads.length === 0 ? <Empty>{t('director.none')}</Empty> : null}
      <ScrollBox label={t('director.caseloads')}>
        <Table miw={520}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('director.person')}</Table.Th>
              <Table.Th>{t('director.open')}</Table.Th>
              <Table.Th ta="right">{t('director.checkIns')}</Table.Th>
              <Table.Th ta="right">{t('director.deadlines')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {report.caseloads.map((one) => (
              <Table.Tr key={one.user.id}>
                <Table.Td>{one.user.name}</Table.Td>
                <Table.Td w="45%">
                  <span
                    className="v-bar"
                    style={{ '--share': one.open / most } as React.CSSProperties}
                    aria-hidden
                  />
                  <Text span size="sm" className="v-num">
                    {format.number(one.open)}
                  </Text>
                </Table.Td>
                <Table.Td ta="right">{format.number(one.checkInsThisWeek)}</Table.Td>
                <Table.Td ta="right">
                  <span className="v-text" data-tone={one.deadlinesAtRisk ? 'soon' : undefined}>
                    {format.number(one.deadlinesAtRisk)}
                  </span>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollBox>
    </Panel>
  );
}
