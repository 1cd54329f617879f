import { Group, Table, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconFileText, IconPencil, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Charge, Conviction, Proceeding } from '../../api/types';
import { useWords } from '../../i18n/words';
import { FormButton } from '../../ui/form/FormButton';
import { useFormat } from '../../ui/format';
import { Facts, Panel } from '../../ui/Panel';
import { Empty } from '../../ui/states';
import { Tag, type Tone } from '../../ui/Tag';
import { ChargeForm } from './ChargeForm';
import { OrderForm } from './OrderForms';
import { OrderView } from './OrderView';
import { WithdrawButton } from './in-error/WithdrawButton';
import { ChargingDocumentForm, ProceedingForm } from './ProceedingForms';

interface Props {
  clientId: string;
  proceeding: Proceeding;
  convictions: Conviction[];
  mayEdit: boolean;
}

/** One proceeding: its court, its documents, its charges, its orders. */
export function ProceedingView({ clientId, proceeding, convictions, mayEdit }: Props) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const { court, nextHearing } = proceeding;
  return (
    <Panel
      title={`${word('proceedingKind', proceeding.kind)}${court?.city ? `, ${court.city}` : ''}`}
      actions={
        mayEdit ? (
          <>
            <FormButton
              label={t('common.edit')}
              title={t('removal.editProceeding')}
              icon={<IconPencil size={14} aria-hidden />}
            >
              {(close) => <ProceedingForm clientId={clientId} proceeding={proceeding} close={close} />}
            </FormButton>
            <FormButton label={t('removal.addDocument')} icon={<IconFileText size={14} aria-hidden />}>
              {(close) => <ChargingDocumentForm proceedingId={proceeding.id} close={close} />}
            </FormButton>
          </>
        ) : null
      }
    >
      <Facts
        absent={t('common.notRecorded')}
        items={[
          [
            t('removal.court'),
            court
              ? `${[court.name, court.city, court.state].filter(Boolean).join(', ')}`
              : proceeding.courtCode,
          ],
          [t('removal.judge'), proceeding.noJudge ? t('common.none') : proceeding.judge],
          [t('removal.startedOn'), format.day(proceeding.startedOn)],
          [
            t('removal.nextHearing'),
            nextHearing
              ? [
                  format.longDay(nextHearing.date),
                  format.time(nextHearing.time),
                  word('hearingKind', nextHearing.kind),
                ]
                  .filter(Boolean)
                  .join(', ')
              : proceeding.noHearing
                ? t('common.none')
                : '',
          ],
          ...proceeding.documents.map((document): [string, string] => [
            word('documentForm', document.form),
            `${t('removal.dated')} ${format.day(document.dated) || '?'}, ${t('removal.servedOn').toLowerCase()} ${format.day(document.servedOn) || '?'}`,
          ]),
        ]}
      />
      <Group justify="space-between" mt="lg" mb={6}>
        <Title order={3}>{t('removal.charges')}</Title>
        {mayEdit ? (
          <FormButton label={t('removal.addCharge')} icon={<IconPlus size={14} aria-hidden />}>
            {(close) => <ChargeForm proceedingId={proceeding.id} convictions={convictions} close={close} />}
          </FormButton>
        ) : null}
      </Group>
      <Charges
        clientId={clientId}
        charges={proceeding.charges}
        convictions={convictions}
        mayEdit={mayEdit}
        proceedingId={proceeding.id}
      />
      <Group justify="space-between" mt="lg" mb={6}>
        <Title order={3}>{t('removal.orders')}</Title>
        {mayEdit ? (
          <FormButton label={t('removal.addOrder')} icon={<IconPlus size={14} aria-hidden />}>
            {(close) => <OrderForm proceedingId={proceeding.id} close={close} />}
          </FormButton>
        ) : null}
      </Group>
      {proceeding.orders.length ? (
        proceeding.orders.map((order) => <OrderView key={order.id} order={order} />)
      ) : (
        <Empty>{t('removal.ordersEmpty')}</Empty>
      )}
    </Panel>
  );
}

const tones: Partial<Record<Charge['status'], Tone>> = {
  sustained: 'urgent',
  conceded: 'urgent',
  charged: 'soon',
};

function Charges(props: {
  clientId: string;
  charges: Charge[];
  convictions: Conviction[];
  mayEdit: boolean;
  proceedingId: string;
}) {
  const { t } = useTranslation();
  const word = useWords();
  if (!props.charges.length) return <Empty>{t('removal.chargesEmpty')}</Empty>;
  const named = (ids: string[]): string =>
    ids
      .map((id) => props.convictions.find((c) => c.id === id)?.offence ?? '')
      .filter(Boolean)
      .join('; ');
  return (
    <div className="v-scroll">
      <Table miw={560}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('removal.charge')}</Table.Th>
            <Table.Th>{t('removal.status')}</Table.Th>
            <Table.Th>{t('removal.restsOn')}</Table.Th>
            <Table.Th>
              <VisuallyHidden>{t('cases.actions')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.charges.map((charge) => (
            <Table.Tr key={charge.id}>
              <Table.Td>
                <Text size="sm" fw={600} className="v-num">
                  INA {charge.ina}{' '}
                  <Text span size="xs" c="dimmed" fw={400}>
                    {charge.code}
                  </Text>
                </Text>
                <Text size="xs" c="dimmed">
                  {charge.description}
                </Text>
              </Table.Td>
              <Table.Td>
                <Tag tone={tones[charge.status]}>{word('chargeStatus', charge.status)}</Tag>
                <Text size="xs" c="dimmed">
                  {word('chargeOrigin', charge.origin)}
                </Text>
              </Table.Td>
              <Table.Td>
                <Text size="sm">{named(charge.convictionIds)}</Text>
              </Table.Td>
              <Table.Td ta="right">
                {props.mayEdit ? (
                  <FormButton
                    label={t('common.edit')}
                    title={t('removal.editCharge')}
                    icon={<IconPencil size={14} aria-hidden />}
                    variant="subtle"
                  >
                    {(close) => (
                      <ChargeForm
                        proceedingId={props.proceedingId}
                        charge={charge}
                        convictions={props.convictions}
                        close={close}
                      />
                    )}
                  </FormButton>
                ) : null}
                <WithdrawButton clientId={props.clientId} kind="charge" recordId={charge.id} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
