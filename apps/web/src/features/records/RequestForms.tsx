import { useTranslation } from 'react-i18next';
import type { RecordRequest } from '../../api/types';
import { useWords } from '../../i18n/words';
import { known, optionsOf, orNull, type Field } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { useAddRequest, useEditRequest, useRecordEvent } from './queries';
import { agencies, requestKinds, requestMethods, requestOutcomes } from './values';

interface Texts {
  method: string;
  office: string;
  subject: string;
  tracking: string;
}

function useTextFields<V extends Texts>(): Field<V>[] {
  const { t } = useTranslation();
  const word = useWords();
  const name = (one: keyof Texts): keyof V & string => one;
  return [
    {
      name: name('method'),
      kind: 'select',
      label: t('recordRequests.method'),
      required: true,
      options: optionsOf(requestMethods, (one) => word('requestMethod', one)),
    },
    { name: name('office'), kind: 'text', label: t('recordRequests.office') },
    { name: name('subject'), kind: 'textarea', label: t('recordRequests.subject') },
    { name: name('tracking'), kind: 'text', label: t('recordRequests.tracking') },
  ];
}

/** A request, sent or being prepared. */
export function NewRequestForm({ clientId, close }: { clientId: string; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const add = useAddRequest();
  type All = Texts & { agency: string; kind: string; sentOn: string };
  const texts = useTextFields<All>();
  return (
    <RecordForm<All>
      draftKey={`record-request:${clientId}`}
      fields={[
        {
          name: 'agency',
          kind: 'select',
          label: t('recordRequests.agency'),
          required: true,
          options: optionsOf(agencies, (one) => word('agency', one)),
        },
        {
          name: 'kind',
          kind: 'select',
          label: t('recordRequests.kind'),
          required: true,
          options: optionsOf(requestKinds, (one) => word('requestKind', one)),
        },
        ...texts,
        {
          name: 'sentOn',
          kind: 'date',
          label: t('recordRequests.sentOn'),
          hint: t('recordRequests.sentHint'),
        },
      ]}
      initial={{ agency: '', kind: '', method: '', office: '', subject: '', tracking: '', sentOn: '' }}
      send={({ agency, kind, method, ...more }, { key }) =>
        add.mutateAsync({
          path: { clientId },
          key,
          body: {
            ...{ agency, kind, method },
            ...known({
              office: orNull(more.office),
              subject: orNull(more.subject),
              tracking: orNull(more.tracking),
              sentOn: orNull(more.sentOn),
            }),
          },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}

/** What is known of a request, and what was found. */
export function EditRequestForm({ request, close }: { request: RecordRequest; close: () => void }) {
  const { t } = useTranslation();
  const edit = useEditRequest();
  type All = Texts & { found: string; fee: string };
  const texts = useTextFields<All>();
  return (
    <RecordForm<All>
      draftKey={`record-request-edit:${request.id}`}
      fields={[
        ...texts,
        { name: 'fee', kind: 'number', label: t('recordRequests.fee') },
        { name: 'found', kind: 'textarea', label: t('recordRequests.found') },
      ]}
      initial={{
        method: request.method,
        office: request.office ?? '',
        subject: request.subject ?? '',
        tracking: request.tracking ?? '',
        found: request.found ?? '',
        fee: request.feeCents === null ? '' : String(Math.round(request.feeCents / 100)),
      }}
      version={request.version}
      send={({ method, fee, ...more }, { version, key }) =>
        edit.mutateAsync({
          path: { requestId: request.id },
          version,
          key,
          body: {
            method,
            feeCents: fee === '' ? null : Number(fee) * 100,
            office: orNull(more.office),
            subject: orNull(more.subject),
            tracking: orNull(more.tracking),
            found: orNull(more.found),
          },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}

/** What happened to a request; only what can follow is offered. */
export function EventForm({ request, close }: { request: RecordRequest; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const record = useRecordEvent();
  return (
    <RecordForm
      draftKey={`record-event:${request.id}`}
      fields={[
        {
          name: 'kind',
          kind: 'select',
          label: t('recordRequests.event'),
          required: true,
          hint: request.foia ? t('recordRequests.reachedHint') : undefined,
          options: optionsOf(request.can.events, (one) => word('recordEvent', one)),
        },
        { name: 'on', kind: 'date', label: t('recordRequests.on'), required: true },
        {
          name: 'outcome',
          kind: 'select',
          label: t('recordRequests.outcome'),
          required: true,
          options: optionsOf(requestOutcomes, (one) => word('requestOutcome', one)),
          when: ({ kind }) => kind === 'answered',
        },
        { name: 'note', kind: 'textarea', label: t('custodyFile.note') },
      ]}
      initial={{ kind: '', on: '', outcome: '', note: '' }}
      version={request.version}
      send={({ kind, on, outcome, note }, { version, key }) =>
        record.mutateAsync({
          path: { requestId: request.id },
          version,
          key,
          body: {
            ...{ kind, on },
            ...known({ outcome: kind === 'answered' ? orNull(outcome) : null, note: orNull(note) }),
          },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}
