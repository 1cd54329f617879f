import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { Button, Grid, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DirectorReport } from '../../api/types';
import { useWords } from '../../i18n/words';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Empty } from '../../ui/states';

/** Pipeline, week and outcomes as charts; each can be read as a table. */
export function DirectorCharts({ report }: { report: DirectorReport }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const [came, detained] = [t('director.came'), t('director.detained')];
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 6 }}>
        <Chart
          title={t('director.pipeline')}
          head={t('director.stage')}
          height={Math.max(180, report.pipeline.length * 30)}
          across
          series={[{ name: t('director.count'), color: 'pine.6' }]}
          rows={report.pipeline.map(({ stage, count }) => ({
            label: word('clemencyStage', stage),
            values: [count],
          }))}
        />
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 6 }}>
        <Chart
          title={t('director.week')}
          head={t('director.day')}
          height={220}
          series={[
            { name: came, color: 'pine.6' },
            { name: detained, color: 'red.8' },
          ]}
          rows={report.checkInsThisWeek.map((day) => ({
            label: format.nearDay(day.day),
            values: [day.count - day.detained, day.detained],
          }))}
        />
        <div style={{ height: 16 }} />
        <Chart
          title={t('director.outcomes')}
          head={t('director.outcome')}
          height={Math.max(140, report.outcomes.length * 32)}
          across
          series={[{ name: t('director.count'), color: 'pine.6' }]}
          rows={report.outcomes.map(({ outcome, count }) => ({
            label: word('caseOutcome', outcome),
            values: [count],
          }))}
        />
      </Grid.Col>
    </Grid>
  );
}

interface ChartProps {
  title: string;
  head: string;
  height: number;
  across?: boolean;
  series: { name: string; color: string }[];
  rows: { label: string; values: number[] }[];
}

function Chart(props: ChartProps) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  const data = props.rows.map((row) => ({
    label: row.label,
    ...Object.fromEntries(props.series.map((one, at) => [one.name, row.values[at]])),
  }));
  const empty = props.rows.every((row) => row.values.every((value) => value === 0));
  return (
    <Panel
      title={props.title}
      actions={
        empty ? null : (
          <Button size="compact-xs" variant="subtle" onClick={() => setAsTable(!asTable)}>
            {asTable ? t('director.asChart') : t('director.asTable')}
          </Button>
        )
      }
    >
      {empty ? <Empty>{t('director.none')}</Empty> : null}
      {!empty && asTable ? <AsTable {...props} /> : null}
      {!empty && !asTable ? (
        <div
          role="img"
          aria-label={`${props.title}: ${props.rows.map((r) => `${r.label} ${r.values.join(' / ')}`).join(', ')}`}
        >
          <BarChart
            h={props.height}
            data={data}
            dataKey="label"
            series={props.series}
            type="stacked"
            orientation={props.across ? 'vertical' : 'horizontal'}
            withLegend={props.series.length > 1}
            gridAxis={props.across ? 'y' : 'x'}
            tickLine="none"
            barProps={{ radius: 2, maxBarSize: 22, isAnimationActive: false }}
            yAxisProps={props.across ? { width: 130, interval: 0 } : { width: 28, allowDecimals: false }}
            xAxisProps={props.across ? { allowDecimals: false } : { interval: 0, tick: { fontSize: 11 } }}
            accessibilityLayer={false}
          />
        </div>
      ) : null}
    </Panel>
  );
}

function AsTable(props: ChartProps) {
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{props.head}</Table.Th>
          {props.series.map((one) => (
            <Table.Th key={one.name} ta="right">
              {one.name}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {props.rows.map((row) => (
          <Table.Tr key={row.label}>
            <Table.Td>{row.label}</Table.Td>
            {row.values.map((value, at) => (
              <Table.Td key={props.series[at].name} ta="right">
                {value}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
