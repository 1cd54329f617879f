import { Group, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import type { Client } from '../../api/types';
import { custodyStatuses } from '../../api/values';
import { useWords } from '../../i18n/words';
import { optionsOf, orAbsent } from '../../ui/form/field';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { todayIn, useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { CustodyTag } from '../cases/CaseTags';
import { useCustody, useRecordCustody } from './queries';

/** Where the client is held or that they are free, with every change kept. */
export function CustodyPanel({ client }: { client: Client }) {
  const { t } = useTranslation();
  const format = useFormat();
  const history = useCustody(client.id);
  return (
    <Panel
      flush
      title={t('clients.custody')}
      actions={
        history.data?.can.record ? (
          <FormButton label={t('clients.custodyRecord')} icon={<IconLock size={14} aria-hidden />}>
            {(close) => <CustodyForm clientId={client.id} close={close} />}
          </FormButton>
        ) : null
      }
    >
      <Answer
        query={history}
        isEmpty={(data) => data.items.length === 0}
        empty={<Empty>{t('clients.custodyEmpty')}</Empty>}
      >
        {(data) => (
          <ul className="v-rows" aria-label={t('clients.custodyHistory')}>
            {data.items.map((entry, at) => (
              <li key={`${entry.status}-${entry.since}-${at}`}>
                <Group gap="xs">
                  <CustodyTag status={entry.status} />
                  <Text size="sm" className="v-num">
                    {format.longDay(entry.since) || t('cases.unknownDate')}
                  </Text>
                </Group>
                {entry.place ? (
                  <Text size="xs" c="dimmed">
                    {entry.place}
                  </Text>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Panel>
  );
}

function CustodyForm({ clientId, close }: { clientId: string; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const me = useMe();
  const record = useRecordCustody();
  return (
    <RecordForm
      draftKey={`custody:${clientId}`}
      fields={[
        {
          name: 'status',
          kind: 'select',
          label: t('clients.custodyStatus'),
          required: true,
          options: optionsOf(custodyStatuses, (status) => word('custody', status)),
        },
        { name: 'since', kind: 'date', label: t('clients.custodySince'), required: true },
        {
          name: 'place',
          kind: 'text',
          label: t('clients.custodyPlace'),
          hint: t('clients.custodyPlaceHint'),
          when: ({ status }) => status === 'detained',
        },
      ]}
      initial={{ status: '', since: todayIn(me.organisation.timeZone), place: '' }}
      send={({ status, since, place }, { key }) =>
        record.mutateAsync({
          path: { clientId },
          key,
          body: { status, since, place: status === 'detained' ? orAbsent(place) : undefined },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}
