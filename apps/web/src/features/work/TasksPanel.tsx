import { IconPlus, IconTemplate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '../../app/session';
import type { CaseFile, Person } from '../../api/types';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { known, orNull } from '../../ui/form/field';
import { todayIn } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { TaskEntry } from './TaskEntry';
import { NewTaskForm } from './TaskForm';
import { useCaseTasks, useTemplates, useUseTemplate } from './queries';

/** What is to be done in this case, by whom and until when. */
export function TasksPanel({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const me = useMe();
  const tasks = useCaseTasks(file.id);
  const today = todayIn(me.organisation.timeZone);
  const assignable = tasks.data?.assignable ?? [];
  const may = useMay();
  const actions = !may('task.edit') ? null : (
    <>
      <FromTemplate file={file} assignable={assignable} today={today} />
      <FormButton label={t('tasks.add')} icon={<IconPlus size={14} aria-hidden />}>
        {(close) => <NewTaskForm caseId={file.id} assignable={assignable} close={close} />}
      </FormButton>
    </>
  );
  return (
    <Panel flush title={t('tasks.title')} actions={actions}>
      <Answer
        query={tasks}
        isEmpty={(data) => data.items.length === 0}
        empty={<Empty>{t('tasks.empty')}</Empty>}
      >
        {(data) => (
          <ul className="v-rows">
            {data.items.map((task) => (
              <li key={task.id}>
                <TaskEntry task={task} today={today} assignable={data.assignable} />
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Panel>
  );
}

function FromTemplate(props: { file: CaseFile; assignable: Person[]; today: string }) {
  const { t } = useTranslation();
  const { file } = props;
  const templates = useTemplates();
  const use = useUseTemplate();
  const fitting = (templates.data?.items ?? [])
    .filter(({ active, caseType }) => active && (caseType === null || caseType === file.type))
    .map(({ id, name }) => ({ value: id, label: name }));
  if (fitting.length === 0) return null;
  return (
    <FormButton label={t('tasks.fromTemplate')} icon={<IconTemplate size={14} aria-hidden />}>
      {(close) => (
        <RecordForm
          draftKey={`task-template:${file.id}`}
          fields={[
            {
              name: 'templateId',
              kind: 'select',
              label: t('tasks.template'),
              required: true,
              options: fitting,
            },
            { name: 'from', kind: 'date', label: t('tasks.countFrom'), required: true },
            {
              name: 'assigneeId',
              kind: 'select',
              label: t('tasks.assignee'),
              options: props.assignable.map(({ id, name }) => ({ value: id, label: name })),
            },
          ]}
          initial={{ templateId: fitting[0].value, from: props.today, assigneeId: '' }}
          send={({ assigneeId, ...body }, { key }) =>
            use.mutateAsync({
              path: { caseId: file.id },
              key,
              body: { ...body, ...known({ assigneeId: orNull(assigneeId) }) },
            })
          }
          done={close}
          onCancel={close}
        />
      )}
    </FormButton>
  );
}
