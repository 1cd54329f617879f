import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Admission, Arrest, Conviction, OpenQuestion } from '../../../api/types';
import { flagValues } from '../../../api/values';
import { useWords } from '../../../i18n/words';
import { optionsOf } from '../../../ui/form/field';
import { useFormat } from '../../../ui/format';
import { Panel } from '../../../ui/Panel';
import { Answer } from '../../../ui/states';
import { Convictions } from '../Convictions';
import {
  useAddAdmission,
  useAddArrest,
  useArrests,
  useEditAdmission,
  useEditArrest,
  useOpenQuestions,
} from '../queries';
import { useFieldMakers } from './fields';
import { RecordPanel } from './RecordPanel';
import { TextForm } from './TextForm';

/** Convictions and arrests, and what is still to be asked about them. */
export function ConvictionsPart(props: { clientId: string; convictions: Conviction[]; mayEdit: boolean }) {
  const { clientId, convictions } = props;
  const arrests = useArrests(clientId);
  return (
    <Stack gap="md">
      <Questions clientId={clientId} />
      <Convictions {...props} />
      <Answer query={arrests}>
        {(data) => (
          <>
            <Arrests
              clientId={clientId}
              items={data.items}
              convictions={convictions}
              mayAdd={data.can.edit}
            />
            <Admissions clientId={clientId} items={data.admissions} mayAdd={data.can.edit} />
          </>
        )}
      </Answer>
    </Stack>
  );
}

function Questions({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const questions = useOpenQuestions(clientId);
  return (
    <Panel title={t('records.questions')} note={t('records.questionsNote')}>
      <Answer query={questions}>
        {(data) => (
          <Stack gap="md">
            <List title={t('records.forClient')} items={data.forClient} />
            <List title={t('records.forRecord')} items={data.forRecord} />
          </Stack>
        )}
      </Answer>
    </Panel>
  );
}

function List({ title, items }: { title: string; items: OpenQuestion[] }) {
  const { t } = useTranslation();
  const word = useWords();
  const nameOf = (field: string): string =>
    field.startsWith('flags.') ? word('convictionFlag', field.slice(6)) : word('convictionField', field);
  return (
    <section>
      <Title order={3} mb={4}>
        {title}
      </Title>
      {items.length ? null : (
        <Text size="sm" c="dimmed">
          {t('records.noQuestion')}
        </Text>
      )}
      <ul style={{ margin: 0, paddingInlineStart: 18 }}>
        {items.map((item) => (
          <li key={`${item.text}${item.field}${item.convictionId}`}>
            <Text size="sm" span>
              {item.text ? (
                <span lang="en">{item.text}</span>
              ) : (
                t('records.questionOf', { what: nameOf(item.field ?? ''), about: item.about ?? '—' })
              )}
            </Text>
            {item.charges.length ? (
              <Text size="xs" c="dimmed">
                {t('records.forCharges', { charges: item.charges.join(', ') })}
              </Text>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Arrests(props: { clientId: string; items: Arrest[]; convictions: Conviction[]; mayAdd: boolean }) {
  const { clientId, convictions } = props;
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const make = useFieldMakers();
  const add = useAddArrest();
  const edit = useEditArrest();
  const choice = convictions.map(({ id, offence }) => ({
    value: id,
    label: offence ?? t('common.notRecorded'),
  }));
  return (
    <RecordPanel<Arrest>
      clientId={clientId}
      kind="arrest"
      title={t('records.arrests')}
      empty={t('records.arrestsEmpty')}
      items={props.items}
      mayAdd={props.mayAdd}
      addLabel={t('records.addArrest')}
      editTitle={t('records.editArrest')}
      line={(item) => ({
        head: [format.day(item.arrestedOn) || t('cases.unknownDate'), item.agency].filter(Boolean).join(', '),
        tag: word('arrestOutcome', item.outcome),
        details: [
          item.charges,
          format.day(item.outcomeOn),
          choice.find(({ value }) => value === item.convictionId)?.label,
        ],
        text: [item.note],
        earlier: (value) => word('arrestOutcome', value),
      })}
      form={(item, close) => (
        <TextForm
          draftKey={`arrest:${item?.id ?? clientId}`}
          item={item}
          begin={{ outcome: 'not_known' }}
          fields={[
            make.partial('arrestedOn', 'arrestedOn'),
            make.text('agency', 'agency'),
            make.long('charges', 'charges'),
            make.choice('outcome', 'outcome', 'arrestOutcome'),
            make.partial('outcomeOn', 'outcomeOn'),
            make.options('convictionId', 'conviction', choice),
            make.long('note', 'note'),
          ]}
          send={(body, { version, key }) =>
            item
              ? edit.mutateAsync({ path: { arrestId: item.id }, version, key, body: body as never })
              : add.mutateAsync({ path: { clientId }, key, body: body as never })
          }
          close={close}
        />
      )}
    />
  );
}

function Admissions(props: { clientId: string; items: Admission[]; mayAdd: boolean }) {
  const { clientId } = props;
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const make = useFieldMakers();
  const add = useAddAdmission();
  const edit = useEditAdmission();
  const flags = optionsOf(flagValues, (flag) => word('flag', flag));
  return (
    <RecordPanel<Admission>
      clientId={clientId}
      kind="admission"
      title={t('records.admissions')}
      empty={t('records.admissionsEmpty')}
      items={props.items}
      mayAdd={props.mayAdd}
      addLabel={t('records.addAdmission')}
      editTitle={t('records.editAdmission')}
      line={(item) => ({
        head: `${t('records.admittedOn')} ${format.day(item.admittedOn) || '?'}`,
        details: [
          `${t('records.asRefugee')}: ${word('flag', item.asRefugee)}`,
          item.adjustedOn ? `${t('records.adjustedOn')} ${format.day(item.adjustedOn)}` : '',
        ],
        text: [item.note],
      })}
      form={(item, close) => (
        <TextForm
          draftKey={`admission:${item?.id ?? clientId}`}
          item={item}
          begin={{ asRefugee: 'not_known' }}
          fields={[
            make.partial('admittedOn', 'admittedOn'),
            make.options('asRefugee', 'asRefugee', flags, true),
            make.partial('adjustedOn', 'adjustedOn'),
            make.long('note', 'note'),
          ]}
          send={(body, { version, key }) =>
            item
              ? edit.mutateAsync({ path: { admissionId: item.id }, version, key, body: body as never })
              : add.mutateAsync({ path: { clientId }, key, body: body as never })
          }
          close={close}
        />
      )}
    />
  );
}
