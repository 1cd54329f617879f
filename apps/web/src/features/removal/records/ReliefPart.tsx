import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Appeal, ReliefApplication } from '../../../api/types';
import { motionFilers } from '../../../api/values';
import { useWords } from '../../../i18n/words';
import { optionsOf } from '../../../ui/form/field';
import { useFormat } from '../../../ui/format';
import { Answer } from '../../../ui/states';
import type { Tone } from '../../../ui/Tag';
import { useAddAppeal, useAddApplication, useEditAppeal, useEditApplication, useRelief } from '../queries';
import { useFieldMakers } from './fields';
import { useOrderChoice } from './OrdersPart';
import { RecordPanel } from './RecordPanel';
import { TextForm } from './TextForm';

const TONES: Readonly<Record<string, Tone>> = {
  pending: 'open',
  granted: 'good',
  sustained: 'good',
  remanded: 'good',
};

/** Applications for relief, and appeals. */
export function ReliefPart({ clientId }: { clientId: string }) {
  const relief = useRelief(clientId);
  return (
    <Answer query={relief}>
      {(data) => (
        <Stack gap="md">
          <Applications clientId={clientId} data={data} />
          <Appeals clientId={clientId} data={data} />
        </Stack>
      )}
    </Answer>
  );
}

type Data = NonNullable<ReturnType<typeof useRelief>['data']>;

function Applications({ clientId, data }: { clientId: string; data: Data }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const make = useFieldMakers();
  const add = useAddApplication();
  const edit = useEditApplication();
  return (
    <RecordPanel<ReliefApplication>
      clientId={clientId}
      kind="relief_application"
      title={t('records.relief')}
      empty={t('records.reliefEmpty')}
      items={data.applications}
      mayAdd={data.can.edit}
      addLabel={t('records.addRelief')}
      editTitle={t('records.editRelief')}
      line={(item) => ({
        head: word('reliefKind', item.kind),
        tag: word('reliefStatus', item.status),
        tone: TONES[item.status],
        details: [
          word('reliefForum', item.forum),
          item.filedOn ? `${t('records.filedOn')} ${format.day(item.filedOn)}` : '',
          item.statusOn ? `${word('reliefStatus', item.status)} ${format.day(item.statusOn)}` : '',
          item.receipt,
        ],
        text: [item.note],
        earlier: (value) => word('reliefStatus', value),
      })}
      form={(item, close) => (
        <TextForm
          draftKey={`relief:${item?.id ?? clientId}`}
          item={item}
          begin={{ status: 'pending', forum: 'court' }}
          fields={[
            make.choice('kind', 'reliefKind', 'reliefKind'),
            make.choice('forum', 'forum', 'reliefForum'),
            make.partial('filedOn', 'filedOn'),
            make.text('receipt', 'receipt'),
            make.choice('status', 'status', 'reliefStatus'),
            make.partial('statusOn', 'statusOn'),
            make.long('note', 'note'),
          ]}
          send={(body, { version, key }) =>
            item
              ? edit.mutateAsync({ path: { applicationId: item.id }, version, key, body: body as never })
              : add.mutateAsync({ path: { clientId }, key, body: body as never })
          }
          close={close}
        />
      )}
    />
  );
}

function Appeals({ clientId, data }: { clientId: string; data: Data }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const make = useFieldMakers();
  const orders = useOrderChoice(data.orders);
  const add = useAddAppeal();
  const edit = useEditAppeal();
  const filers = optionsOf(motionFilers, (filer) => word('motionFiler', filer));
  return (
    <RecordPanel<Appeal>
      clientId={clientId}
      kind="appeal"
      title={t('records.appeals')}
      empty={t('records.appealsEmpty')}
      items={data.appeals}
      mayAdd={data.can.edit}
      addLabel={t('records.addAppeal')}
      editTitle={t('records.editAppeal')}
      line={(item) => ({
        head: word('appealForum', item.forum),
        tag: word('appealResult', item.result),
        tone: TONES[item.result],
        details: [
          item.filedOn ? `${t('records.filedOn')} ${format.day(item.filedOn)}` : '',
          word('motionFiler', item.filedBy),
          `${t('records.fee')}: ${word('appealFee', item.fee)}`,
          item.briefDueOn ? `${t('records.briefDueOn')} ${format.day(item.briefDueOn)}` : '',
          item.briefedOn ? `${t('records.briefedOn')} ${format.day(item.briefedOn)}` : '',
          item.decidedOn ? `${t('records.decidedOn')} ${format.day(item.decidedOn)}` : '',
        ],
        text: [[item.counsel, item.receipt].filter(Boolean).join(' · '), item.note],
        earlier: (value) => word('appealResult', value),
      })}
      form={(item, close) => (
        <TextForm
          draftKey={`appeal:${item?.id ?? clientId}`}
          item={item}
          begin={{ result: 'pending', fee: 'not_known', orderId: orders.length === 1 ? orders[0].value : '' }}
          fields={[
            make.choice('forum', 'forum', 'appealForum'),
            make.options('orderId', 'order', orders),
            make.partial('filedOn', 'filedOn'),
            make.options('filedBy', 'filedBy', filers, true),
            make.choice('fee', 'fee', 'appealFee'),
            make.text('receipt', 'receipt'),
            make.day('briefDueOn', 'briefDueOn'),
            make.partial('briefedOn', 'briefedOn'),
            make.choice('result', 'result', 'appealResult'),
            make.partial('decidedOn', 'decidedOn'),
            make.text('counsel', 'counsel'),
            make.long('note', 'note'),
          ]}
          send={(body, { version, key }) =>
            item
              ? edit.mutateAsync({ path: { appealId: item.id }, version, key, body: body as never })
              : add.mutateAsync({ path: { clientId }, key, body: body as never })
          }
          close={close}
        />
      )}
    />
  );
}
