import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import type { CaseFile } from '../../api/types';
import { caseTypes, type CaseType } from '../../api/values';
import { useWords } from '../../i18n/words';
import { optionsOf, orAbsent, orNull } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { todayIn } from '../../ui/format';
import { mayAnswer, useColleagues } from '../staff/queries';
import { useChangeStage, useEditCase, useNewCase, useReopenCase } from './queries';

interface Props {
  file: CaseFile;
  close: () => void;
}

export function StageForm({ file, close }: Props) {
  const { t } = useTranslation();
  const word = useWords();
  const me = useMe();
  const send = useChangeStage();
  return (
    <RecordForm
      draftKey={`stage:${file.id}`}
      version={file.version}
      fields={[
        {
          name: 'stage',
          kind: 'select',
          label: t('cases.newStage'),
          required: true,
          options: optionsOf(file.nextStages, (stage) => word('caseStage', stage)),
        },
        { name: 'on', kind: 'date', label: t('cases.since'), required: true },
        { name: 'note', kind: 'textarea', label: t('common.note') },
      ]}
      initial={{ stage: '', on: todayIn(me.organisation.timeZone), note: '' }}
      send={({ stage, on, note }, { version, key }) =>
        send.mutateAsync({
          path: { caseId: file.id },
          version,
          key,
          body: { stage, on, note: orAbsent(note) },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}

export function ReopenForm({ file, close }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const send = useReopenCase();
  return (
    <RecordForm
      draftKey={`reopen:${file.id}`}
      version={file.version}
      fields={[
        { name: 'on', kind: 'date', label: t('common.on'), required: true },
        { name: 'note', kind: 'textarea', label: t('common.note') },
      ]}
      initial={{ on: todayIn(me.organisation.timeZone), note: '' }}
      submitLabel={t('cases.reopen')}
      send={({ on, note }, { version, key }) =>
        send.mutateAsync({ path: { caseId: file.id }, version, key, body: { on, note: orAbsent(note) } })
      }
      done={close}
      onCancel={close}
    />
  );
}

export function EditCaseForm({ file, close }: Props) {
  const { t } = useTranslation();
  const word = useWords();
  const colleagues = useColleagues(mayAnswer);
  const send = useEditCase();
  return (
    <RecordForm
      draftKey={`case:${file.id}`}
      version={file.version}
      fields={[
        {
          name: 'type',
          kind: 'select',
          label: t('clients.caseType'),
          required: true,
          options: optionsOf(caseTypes, (type) => word('caseType', type)),
        },
        { name: 'responsibleId', kind: 'select', label: t('clients.responsible'), options: colleagues },
      ]}
      initial={{ type: file.type as string, responsibleId: file.responsible?.id ?? '' }}
      send={({ type, responsibleId }, { version, key }) =>
        send.mutateAsync({
          path: { caseId: file.id },
          version,
          key,
          body: { type, responsibleId: orNull(responsibleId) },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}

export function NewCaseForm({ clientId, close }: { clientId: string; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const me = useMe();
  const colleagues = useColleagues(mayAnswer);
  const send = useNewCase();
  return (
    <RecordForm
      draftKey={`new-case:${clientId}`}
      fields={[
        {
          name: 'type',
          kind: 'select',
          label: t('clients.caseType'),
          required: true,
          options: optionsOf(caseTypes, (type) => word('caseType', type)),
        },
        { name: 'responsibleId', kind: 'select', label: t('clients.responsible'), options: colleagues },
        { name: 'openedOn', kind: 'date', label: t('clients.openedOn'), required: true },
      ]}
      initial={{
        type: 'clemency_and_reopening' as CaseType,
        responsibleId: '',
        openedOn: todayIn(me.organisation.timeZone),
      }}
      send={({ type, responsibleId, openedOn }, { key }) =>
        send.mutateAsync({
          path: { clientId },
          key,
          body: { type, responsibleId: orAbsent(responsibleId), openedOn },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}
