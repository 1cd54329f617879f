import { useTranslation } from 'react-i18next';
import type { Person, Task } from '../../api/types';
import { taskPriorities, taskRepeats } from '../../api/values';
import { useWords } from '../../i18n/words';
import { known, optionsOf, orNull, type Field } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { useAddTask, useEditTask } from './queries';

interface Values {
  title: string;
  details: string;
  assigneeId: string;
  dueOn: string;
  priority: string;
  repeats: string;
  items: Record<string, string | boolean>[];
}

function useFields(assignable: Person[], isNew: boolean): Field<Values>[] {
  const { t } = useTranslation();
  const word = useWords();
  return [
    { name: 'title', kind: 'text', label: t('tasks.what'), required: true },
    {
      name: 'assigneeId',
      kind: 'select',
      label: t('tasks.assignee'),
      hint: t('tasks.assigneeHint'),
      options: assignable.map(({ id, name }) => ({ value: id, label: name })),
    },
    { name: 'dueOn', kind: 'date', label: t('tasks.due'), half: true },
    {
      name: 'priority',
      kind: 'select',
      label: t('tasks.priority'),
      required: true,
      half: true,
      options: optionsOf(taskPriorities, (one) => word('taskPriority', one)),
    },
    {
      name: 'repeats',
      kind: 'select',
      label: t('tasks.repeats'),
      hint: t('tasks.repeatsHint'),
      options: optionsOf(taskRepeats, (one) => word('taskRepeats', one)),
    },
    { name: 'details', kind: 'textarea', label: t('tasks.details') },
    {
      name: 'items',
      kind: 'rows',
      label: t('tasks.checklist'),
      when: () => isNew,
      addLabel: t('tasks.addLine'),
      newRow: { text: '' },
      columns: [{ name: 'text', kind: 'text', label: t('tasks.line'), required: true }],
    },
  ];
}

/** A new task in a case. */
export function NewTaskForm(props: { caseId: string; assignable: Person[]; close: () => void }) {
  const add = useAddTask();
  const fields = useFields(props.assignable, true);
  const empty: Values = {
    ...{ title: '', details: '', assigneeId: '', dueOn: '', priority: 'normal', repeats: '' },
    items: [],
  };
  return (
    <RecordForm<Values>
      draftKey={`task:${props.caseId}`}
      fields={fields}
      initial={empty}
      send={({ items, ...body }, { key }) =>
        add.mutateAsync({
          path: { caseId: props.caseId },
          key,
          body: {
            ...known(bodyOf(body)),
            title: body.title,
            items: items.map(({ text }) => String(text)).filter((text) => text.trim()),
          },
        })
      }
      done={props.close}
      onCancel={props.close}
    />
  );
}

/** What a task says, its day, and who has it. */
export function EditTaskForm(props: { task: Task; assignable: Person[]; close: () => void }) {
  const { task } = props;
  const edit = useEditTask();
  const fields = useFields(props.assignable, false);
  return (
    <RecordForm<Values>
      draftKey={`task-edit:${task.id}`}
      version={task.version}
      fields={fields}
      initial={{
        title: task.title,
        details: task.details ?? '',
        assigneeId: task.assignee?.id ?? '',
        dueOn: task.dueOn ?? '',
        priority: task.priority,
        repeats: task.repeats ?? '',
        items: [],
      }}
      send={(values, { version, key, edited }) =>
        edit.mutateAsync({
          path: { taskId: task.id },
          version,
          key,
          body: Object.fromEntries(
            Object.entries({ ...bodyOf(values), title: values.title }).filter(([name]) => edited.has(name)),
          ),
        })
      }
      done={props.close}
      onCancel={props.close}
    />
  );
}

function bodyOf(values: Omit<Values, 'items'>) {
  return {
    details: orNull(values.details),
    assigneeId: orNull(values.assigneeId),
    dueOn: orNull(values.dueOn),
    priority: values.priority,
    repeats: orNull(values.repeats),
  };
}
