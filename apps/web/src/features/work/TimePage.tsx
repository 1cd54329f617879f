import { Group, SimpleGrid, Table, TextInput } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '../../app/session';
import type { Funding, TimeTotal } from '../../api/types';
import { orNull } from '../../ui/form/field';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { todayIn, useFormat } from '../../ui/format';
import { MoreButton } from '../../ui/MoreButton';
import { DownloadButton } from '../../ui/DownloadButton';
import { Panel } from '../../ui/Panel';
import { Screen } from '../../ui/Screen';
import { Answer, Empty, Loading } from '../../ui/states';
import { asHours, TimeRows } from './TimePanel';
import { useAddFunding, useFunding, useReplaceFunding, useTime, useTotals } from './queries';

/** Own time; for a director everybody's, with totals, the file for funders and the list of funding codes. */
export function TimePage() {
  const { t } = useTranslation();
  const me = useMe();
  const may = useMay();
  const today = todayIn(me.organisation.timeZone);
  const [from, setFrom] = useState(`${today.slice(0, 7)}-01`);
  const [to, setTo] = useState(today);
  const time = useTime({ from, to });
  return (
    <Screen
      title={t('time.title')}
      lead={may('time.totals') ? t('time.leadAll') : t('time.leadOwn')}
      actions={
        <Group gap="xs" align="flex-end">
          <Day label={t('time.from')} value={from} onChange={setFrom} />
          <Day label={t('time.to')} value={to} onChange={setTo} />
          {may('time.totals') ? (
            <DownloadButton
              label={t('time.csv')}
              path={`/time-totals/file?from=${from}&to=${to}`}
              fileName="time.csv"
            />
          ) : null}
        </Group>
      }
    >
      {may('time.totals') ? <Totals from={from} to={to} /> : null}
      <Panel flush title={t('time.entries')}>
        <Answer
          query={time}
          loading={<Loading lines={6} />}
          isEmpty={(data) => data.pages[0].items.length === 0}
          empty={<Empty>{t('time.empty')}</Empty>}
        >
          {(data) => (
            <>
              <TimeRows
                items={data.pages.flatMap((page) => page.items)}
                minutes={data.pages[0].minutes}
                today={today}
                withClient
              />
              <MoreButton list={time} />
            </>
          )}
        </Answer>
      </Panel>
      {may('funding.manage') ? <FundingPanel /> : null}
    </Screen>
  );
}

function Day(props: { label: string; value: string; onChange: (day: string) => void }) {
  return (
    <TextInput
      size="xs"
      type="date"
      label={props.label}
      value={props.value}
      onChange={(event) => event.currentTarget.value && props.onChange(event.currentTarget.value)}
    />
  );
}

function Totals({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation();
  const totals = useTotals({ from, to });
  return (
    <Answer query={totals} loading={<Loading lines={3} />}>
      {(data) => (
        <SimpleGrid cols={{ base: 1, md: 3 }}>
          <Sum title={t('time.byFunding')} rows={data.byFunding} none={t('time.noFunding')} />
          <Sum title={t('time.byPerson')} rows={data.byPerson} none="" />
          <Sum title={t('time.byMonth')} rows={data.byMonth} none="" />
        </SimpleGrid>
      )}
    </Answer>
  );
}

function Sum({ title, rows, none }: { title: string; rows: TimeTotal[]; none: string }) {
  const { t } = useTranslation();
  return (
    <Panel flush title={title}>
      {rows.length === 0 ? (
        <Empty>{t('time.empty')}</Empty>
      ) : (
        <Table>
          <Table.Tbody>
            {rows.map(({ label, minutes }) => (
              <Table.Tr key={label ?? ''}>
                <Table.Td>{label ?? none}</Table.Td>
                <Table.Td className="v-num" ta="right">
                  {asHours(minutes)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
}

function FundingPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const funding = useFunding();
  return (
    <Panel
      flush
      title={t('time.fundingCodes')}
      actions={
        <FormButton label={t('time.addFunding')} icon={<IconPlus size={14} aria-hidden />}>
          {(close) => <FundingForm close={close} />}
        </FormButton>
      }
    >
      <Answer
        query={funding}
        isEmpty={(data) => data.items.length === 0}
        empty={<Empty>{t('time.fundingEmpty')}</Empty>}
      >
        {(data) => (
          <ul className="v-rows">
            {data.items.map((one) => (
              <li key={one.id}>
                <Group justify="space-between" gap="xs">
                  <div>
                    <strong>{one.code}</strong> {one.name}{' '}
                    <span style={{ color: 'var(--v-quiet)' }}>
                      {one.activeFrom || one.activeUntil
                        ? [one.activeFrom, one.activeUntil]
                            .map((day) => (day ? format.day(day) : '…'))
                            .join(' – ')
                        : null}
                    </span>
                  </div>
                  <FormButton label={t('common.edit')} icon={<IconPencil size={14} aria-hidden />}>
                    {(close) => <FundingForm funding={one} close={close} />}
                  </FormButton>
                </Group>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Panel>
  );
}

function FundingForm({ funding, close }: { funding?: Funding; close: () => void }) {
  const { t } = useTranslation();
  const [add, replace] = [useAddFunding(), useReplaceFunding()];
  return (
    <RecordForm
      draftKey={`funding:${funding?.id ?? 'new'}`}
      version={funding?.version}
      fields={[
        { name: 'code', kind: 'text', label: t('time.code'), required: true },
        { name: 'name', kind: 'text', label: t('time.fundingName'), required: true },
        { name: 'activeFrom', kind: 'date', label: t('time.activeFrom'), half: true },
        { name: 'activeUntil', kind: 'date', label: t('time.activeUntil'), half: true },
      ]}
      initial={{
        code: funding?.code ?? '',
        name: funding?.name ?? '',
        activeFrom: funding?.activeFrom ?? '',
        activeUntil: funding?.activeUntil ?? '',
      }}
      send={(values, { version, key }) => {
        const { code, name } = values;
        const days = { activeFrom: orNull(values.activeFrom), activeUntil: orNull(values.activeUntil) };
        const body = { code, name, ...days };
        return funding
          ? replace.mutateAsync({ path: { fundingId: funding.id }, version, key, body })
          : add.mutateAsync({ key, body });
      }}
      done={close}
      onCancel={close}
    />
  );
}
