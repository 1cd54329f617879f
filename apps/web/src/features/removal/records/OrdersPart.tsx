import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OrderAttacks, Reinstatement } from '../../../api/types';
import { flagValues } from '../../../api/values';
import { useWords } from '../../../i18n/words';
import { optionsOf, type Option } from '../../../ui/form/field';
import { useFormat } from '../../../ui/format';
import { Panel } from '../../../ui/Panel';
import { Answer, Empty } from '../../../ui/states';
import { Tag } from '../../../ui/Tag';
import { useAddReinstatement, useEditReinstatement, useRelief } from '../queries';
import { useFieldMakers } from './fields';
import { RecordPanel } from './RecordPanel';
import { TextForm } from './TextForm';

/** The orders as a choice. */
export function useOrderChoice(orders: OrderAttacks[]): Option[] {
  const word = useWords();
  const format = useFormat();
  return orders.flatMap(({ orderId, kind, decidedOn }) =>
    orderId ? [{ value: orderId, label: `${word('orderKind', kind)} ${format.day(decidedOn)}`.trim() }] : [],
  );
}

/** Order by order: what was tried against it, what became of it, when it was stayed and reinstated. */
export function OrdersPart({ clientId }: { clientId: string }) {
  const relief = useRelief(clientId);
  return (
    <Answer query={relief}>
      {(data) => (
        <Stack gap="md">
          <Attacks orders={data.orders} />
          <Reinstatements clientId={clientId} orders={data.orders} mayAdd={data.can.edit} />
        </Stack>
      )}
    </Answer>
  );
}

function Attacks({ orders }: { orders: OrderAttacks[] }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  return (
    <Panel flush title={t('records.orders')} note={t('records.ordersNote')}>
      {orders.length ? null : <Empty>{t('records.ordersEmpty')}</Empty>}
      <ul className="v-rows">
        {orders.map((order) => (
          <li key={order.orderId ?? 'loose'}>
            <Text fw={600}>
              {order.orderId
                ? `${word('orderKind', order.kind)} ${format.day(order.decidedOn)}`
                : t('records.looseOrder')}{' '}
              {order.status ? <Tag>{word('orderStatus', order.status)}</Tag> : null}
            </Text>
            {order.stays.map((stay) => (
              <Text key={`${stay.from}-${stay.until}`} size="sm">
                {t('records.stayed', {
                  from: format.day(stay.from) || '?',
                  until: stay.until ? format.day(stay.until) : t('records.now'),
                })}
              </Text>
            ))}
            {order.attacks.length ? (
              <ol className="v-timeline" style={{ marginTop: 8 }}>
                {order.attacks.map((attack) => (
                  <li key={attack.source + attack.id}>
                    <Text size="sm" fw={600}>
                      {attack.kind === 'appeal'
                        ? word('attackKind', attack.kind)
                        : word('motionKind', attack.kind)}
                      {': '}
                      {attack.source === 'motion'
                        ? word('motionResult', attack.result)
                        : word('appealResult', attack.result)}
                    </Text>
                    <Text size="xs" c="dimmed">
                      {[
                        attack.source === 'motion'
                          ? word('motionForum', attack.forum)
                          : word('appealForum', attack.forum),
                        attack.filedOn ? `${t('records.filedOn')} ${format.day(attack.filedOn)}` : '',
                        attack.resultOn ? `${t('records.decidedOn')} ${format.day(attack.resultOn)}` : '',
                        attack.source === 'order' ? '' : word('motionFiler', attack.filedBy),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </Text>
                  </li>
                ))}
              </ol>
            ) : (
              <Text size="sm" c="dimmed">
                {t('records.noAttack')}
              </Text>
            )}
            {order.reinstatements.map((each) => (
              <Text key={each.id} size="sm">
                {t('records.reinstated', { day: format.day(each.reinstatedOn) || '?' })}
              </Text>
            ))}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Reinstatements(props: { clientId: string; orders: OrderAttacks[]; mayAdd: boolean }) {
  const { clientId, orders } = props;
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const choice = useOrderChoice(orders);
  const make = useFieldMakers();
  const add = useAddReinstatement();
  const edit = useEditReinstatement();
  const items = orders.flatMap((order) => order.reinstatements);
  if (choice.length === 0) return null;
  return (
    <RecordPanel<Reinstatement>
      clientId={clientId}
      kind="reinstatement"
      title={t('records.reinstatements')}
      empty={t('records.reinstatementsEmpty')}
      items={items}
      mayAdd={props.mayAdd}
      addLabel={t('records.addReinstatement')}
      editTitle={t('records.editReinstatement')}
      line={(item) => ({
        head: t('records.reinstated', { day: format.day(item.reinstatedOn) || '?' }),
        details: [
          item.servedOn ? `${t('records.servedOn')} ${format.day(item.servedOn)}` : '',
          `${t('records.contested')}: ${word('flag', item.contested)}`,
        ],
        text: [item.note],
        earlier: (value) => word('flag', value),
      })}
      form={(item, close) => (
        <TextForm
          draftKey={`reinstatement:${item?.id ?? clientId}`}
          item={item}
          begin={{ orderId: choice[0].value, contested: 'not_known' }}
          fields={[
            make.options('orderId', 'order', choice, true),
            make.partial('reinstatedOn', 'reinstatedOn'),
            make.partial('servedOn', 'servedOn'),
            make.options(
              'contested',
              'contested',
              optionsOf(flagValues, (flag) => word('flag', flag)),
              true,
            ),
            make.long('note', 'note'),
          ]}
          send={(body, { version, key }) =>
            item
              ? edit.mutateAsync({ path: { reinstatementId: item.id }, version, key, body: body as never })
              : add.mutateAsync({ path: { clientId }, key, body: body as never })
          }
          close={close}
        />
      )}
    />
  );
}
