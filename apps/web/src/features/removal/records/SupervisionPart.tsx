import { Stack, Text } from '@mantine/core';
import { IconArrowsExchange, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Condition, Departure } from '../../../api/types';
import { useWords } from '../../../i18n/words';
import { FormButton } from '../../../ui/form/FormButton';
import { useFormat } from '../../../ui/format';
import { Answer } from '../../../ui/states';
import {
  useAddCondition,
  useAddDeparture,
  useAddInquiry,
  useChangeCondition,
  useEditDeparture,
  useEndCondition,
  useInquiries,
  useSupervision,
} from '../queries';
import { useFieldMakers } from './fields';
import { RecordPanel } from './RecordPanel';
import { TextForm } from './TextForm';

/** Conditions the client lives under, with what came before; nothing is overwritten. */
export function SupervisionPart({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const supervision = useSupervision(clientId);
  const span = (item: Condition): string =>
    t('records.span', {
      from: format.day(item.fromOn) || '?',
      until: item.status === 'in_force' ? t('records.now') : format.day(item.untilOn) || '?',
    });
  return (
    <Answer query={supervision}>
      {(data) => (
        <RecordPanel<Condition>
          clientId={clientId}
          kind="supervision_condition"
          title={t('records.supervision')}
          note={t('records.supervisionNote')}
          empty={t('records.supervisionEmpty')}
          items={data.items}
          mayAdd={data.can.edit}
          addLabel={t('records.addCondition')}
          line={(item) => ({
            head: word('conditionKind', item.kind),
            tag: word('conditionStatus', item.status),
            tone: item.status === 'in_force' ? 'soon' : undefined,
            details: [span(item), word('imposer', item.imposedBy), item.document],
            // Why it ended says nothing of a condition that is in force again.
            text: [item.terms, item.status === 'in_force' ? null : item.reason],
          })}
          form={(_item, close) => <ConditionForm clientId={clientId} close={close} />}
          actions={(item) =>
            item.can.edit && item.status === 'in_force' ? (
              <>
                <FormButton
                  label={t('records.changeCondition')}
                  title={t('records.changeConditionTitle')}
                  icon={<IconArrowsExchange size={14} aria-hidden />}
                  variant="subtle"
                >
                  {(close) => <ConditionForm clientId={clientId} replaced={item} close={close} />}
                </FormButton>
                <FormButton
                  label={t('records.endCondition')}
                  title={t('records.endConditionTitle')}
                  icon={<IconX size={14} aria-hidden />}
                  variant="subtle"
                >
                  {(close) => <EndForm item={item} close={close} />}
                </FormButton>
              </>
            ) : null
          }
        />
      )}
    </Answer>
  );
}

function ConditionForm(props: { clientId: string; replaced?: Condition; close: () => void }) {
  const { clientId, replaced, close } = props;
  const make = useFieldMakers();
  const add = useAddCondition();
  const change = useChangeCondition();
  return (
    <TextForm
      draftKey={`condition:${replaced?.id ?? clientId}`}
      begin={{ imposedBy: replaced?.imposedBy ?? 'ice', kind: replaced?.kind ?? '' }}
      fields={[
        make.choice('kind', 'conditionKind', 'conditionKind'),
        make.choice('imposedBy', 'imposedBy', 'imposer'),
        make.partial('fromOn', 'fromOn'),
        make.text('document', 'document'),
        make.long('terms', 'terms'),
        ...(replaced ? [make.text('reason', 'reason')] : []),
      ]}
      send={(body, { key }) =>
        replaced
          ? change.mutateAsync({
              ...{ path: { conditionId: replaced.id }, version: replaced.version, key },
              body: body as never,
            })
          : add.mutateAsync({ path: { clientId }, key, body: body as never })
      }
      close={close}
    />
  );
}

function EndForm({ item, close }: { item: Condition; close: () => void }) {
  const make = useFieldMakers();
  const end = useEndCondition();
  return (
    <TextForm
      draftKey={`condition-end:${item.id}`}
      fields={[make.partial('untilOn', 'untilOn'), make.text('reason', 'reason')]}
      send={(body, { key }) =>
        end.mutateAsync({
          ...{ path: { conditionId: item.id }, version: item.version, key },
          body: { untilOn: null, ...body } as never,
        })
      }
      close={close}
    />
  );
}

/** What the client was asked, and when they left the country: until somebody asks, nothing is called open or absent. */
export function AskedPart({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const inquiries = useInquiries(clientId);
  return (
    <Answer query={inquiries}>
      {(data) => (
        <Stack gap="md">
          <RecordPanel
            clientId={clientId}
            kind="inquiry"
            title={t('records.asked')}
            note={t('records.askedNote')}
            empty={t('records.askedEmpty')}
            items={data.items}
            mayAdd={data.can.edit}
            addLabel={t('records.addInquiry')}
            before={
              data.unanswered.length ? (
                <Text size="sm" px="md" pt="sm" className="v-text" data-tone="soon">
                  {t('records.unanswered', {
                    what: data.unanswered
                      .map((topic) => word('inquiryTopic', topic).toLowerCase())
                      .join(', '),
                  })}
                </Text>
              ) : null
            }
            line={(item) => ({
              head: word('inquiryTopic', item.topic),
              tag: word('inquiryAnswer', item.answer),
              details: [format.longDay(item.askedOn)],
              text: [item.note],
            })}
            form={(_item, close) => <InquiryForm clientId={clientId} close={close} />}
          />
          <Departures clientId={clientId} items={data.departures} mayAdd={data.can.edit} />
        </Stack>
      )}
    </Answer>
  );
}

function InquiryForm({ clientId, close }: { clientId: string; close: () => void }) {
  const make = useFieldMakers();
  const add = useAddInquiry();
  return (
    <TextForm
      draftKey={`inquiry:${clientId}`}
      fields={[
        make.choice('topic', 'topic', 'inquiryTopic'),
        make.choice('answer', 'answer', 'inquiryAnswer'),
        make.day('askedOn', 'askedOn', true),
        make.long('note', 'note'),
      ]}
      send={(body, { key }) => add.mutateAsync({ path: { clientId }, key, body: body as never })}
      close={close}
    />
  );
}

function Departures(props: { clientId: string; items: Departure[]; mayAdd: boolean }) {
  const { clientId } = props;
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const make = useFieldMakers();
  const add = useAddDeparture();
  const edit = useEditDeparture();
  return (
    <RecordPanel<Departure>
      clientId={clientId}
      kind="departure"
      title={t('records.departures')}
      empty={t('records.departuresEmpty')}
      items={props.items}
      mayAdd={props.mayAdd}
      addLabel={t('records.addDeparture')}
      editTitle={t('records.editDeparture')}
      line={(item) => ({
        head: word('departureWay', item.how),
        details: [
          `${t('records.leftOn')} ${format.day(item.leftOn) || '?'}`,
          item.returnedOn ? `${t('records.returnedOn')} ${format.day(item.returnedOn)}` : '',
        ],
        text: [item.note],
        earlier: (value) => word('departureWay', value),
      })}
      form={(item, close) => (
        <TextForm
          draftKey={`departure:${item?.id ?? clientId}`}
          item={item}
          fields={[
            make.choice('how', 'how', 'departureWay'),
            make.partial('leftOn', 'leftOn'),
            make.partial('returnedOn', 'returnedOn'),
            make.long('note', 'note'),
          ]}
          send={(body, { version, key }) =>
            item
              ? edit.mutateAsync({ path: { departureId: item.id }, version, key, body: body as never })
              : add.mutateAsync({ path: { clientId }, key, body: body as never })
          }
          close={close}
        />
      )}
    />
  );
}
