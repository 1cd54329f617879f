import { Group, Text } from '@mantine/core';
import { IconPencil, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { nameIn, useCountries } from '../../api/reference';
import type { Order } from '../../api/types';
import { useWords } from '../../i18n/words';
import { FormButton } from '../../ui/form/FormButton';
import { personName, useFormat } from '../../ui/format';
import { Facts } from '../../ui/Panel';
import { Tag, type Tone } from '../../ui/Tag';
import { OrderForm, OrderStatusForm } from './OrderForms';

const tones: Partial<Record<Order['status'], Tone>> = {
  in_force: 'soon',
  executed: 'urgent',
  vacated: 'good',
  terminated: 'good',
  stayed: 'open',
  reopened: 'open',
};

/** One order and everything that happened to it. */
export function OrderView({ order }: { order: Order }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const countries = useCountries();
  const flag = (value: boolean | null): string =>
    value === null ? t('common.notKnown') : value ? t('common.yes') : t('common.no');
  return (
    <div style={{ borderTop: '1px solid var(--v-line)', paddingTop: 10 }}>
      <Group justify="space-between" gap="xs" mb="xs">
        <Group gap="xs">
          <Text fw={600}>
            {word('orderKind', order.kind)} {format.day(order.decidedOn)}
          </Text>
          <Tag tone={tones[order.status]}>{word('orderStatus', order.status)}</Tag>
        </Group>
        <Group gap="xs">
          {order.can.recordStatus && order.nextStatuses.length ? (
            <FormButton label={t('removal.changeStatus')} icon={<IconRefresh size={14} aria-hidden />}>
              {(close) => <OrderStatusForm order={order} close={close} />}
            </FormButton>
          ) : null}
          {order.can.edit ? (
            <FormButton
              label={t('common.edit')}
              title={t('removal.editOrder')}
              icon={<IconPencil size={14} aria-hidden />}
              variant="subtle"
            >
              {(close) => <OrderForm order={order} close={close} />}
            </FormButton>
          ) : null}
        </Group>
      </Group>
      <Facts
        absent={t('common.notRecorded')}
        items={[
          [
            t('removal.decidedOn'),
            [order.decidedAbout ? t('cases.about') : '', format.longDay(order.decidedOn)]
              .filter(Boolean)
              .join(' '),
          ],
          [t('removal.decisionForm'), word('decisionForm', order.decisionForm)],
          order.mailedOn ? [t('removal.mailedOn'), format.longDay(order.mailedOn)] : null,
          [t('removal.inAbsentia'), flag(order.inAbsentia)],
          [
            t('removal.appeal'),
            [
              word('appeal', order.appeal),
              format.day(order.appealFiledOn),
              word('appealOutcome', order.appealOutcome),
              format.day(order.appealDecidedOn),
            ]
              .filter(Boolean)
              .join(', '),
          ],
          [t('removal.asylumDecided'), flag(order.asylumDecided)],
          order.voluntaryDepartureUntil
            ? [t('removal.voluntaryDepartureUntil'), format.longDay(order.voluntaryDepartureUntil)]
            : null,
          [t('removal.countryDesignated'), nameIn(countries, order.countryDesignated)],
        ]}
      />
      {order.statuses.length ? (
        <>
          <Text size="xs" c="dimmed" mt="sm" mb={4}>
            {t('removal.statusHistory')}
          </Text>
          {order.statuses.map((step) => (
            <Text size="sm" key={step.status + step.at}>
              {format.day(step.on) || t('cases.unknownDate')}: {word('orderStatus', step.status)}
              {step.note ? `. ${step.note}` : ''}{' '}
              <Text span size="xs" c="dimmed">
                {personName(step.by)}
              </Text>
            </Text>
          ))}
        </>
      ) : null}
    </div>
  );
}
