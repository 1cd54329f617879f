import { Group, Text } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TaskTemplate } from '../../api/types';
import { caseTypes, taskPriorities } from '../../api/values';
import { useWords } from '../../i18n/words';
import { optionsOf, orNull } from '../../ui/form/field';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { useAddTemplate, useReplaceTemplate, useTemplates } from './queries';

/** Tasks that a kind of case always needs, in the office's own words. */
export function TemplatesPanel() {
  const { t } = useTranslation();
  const word = useWords();
  const templates = useTemplates();
  return (
    <Panel
      flush
      title={t('tasks.templates')}
      note={t('tasks.templatesNote')}
      actions={
        <FormButton label={t('tasks.addTemplate')} icon={<IconPlus size={14} aria-hidden />} wide>
          {(close) => <TemplateForm close={close} />}
        </FormButton>
      }
    >
      <Answer
        query={templates}
        isEmpty={(data) => data.items.length === 0}
        empty={<Empty>{t('tasks.templatesEmpty')}</Empty>}
      >
        {(data) => (
          <ul className="v-rows">
            {data.items.map((template) => (
              <li key={template.id}>
                <Group justify="space-between" gap="xs">
                  <div>
                    <Group gap={6}>
                      <Text size="sm" fw={600}>
                        {template.name}
                      </Text>
                      {template.caseType ? <Tag>{word('caseType', template.caseType)}</Tag> : null}
                      {template.active ? null : <Tag tone="soon">{t('tasks.notInUse')}</Tag>}
                    </Group>
                    <Text size="xs" c="dimmed">
                      {template.steps.map(({ title }) => title).join(' · ')}
                    </Text>
                  </div>
                  <FormButton label={t('common.edit')} icon={<IconPencil size={14} aria-hidden />} wide>
                    {(close) => <TemplateForm template={template} close={close} />}
                  </FormButton>
                </Group>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Panel>
  );
}

type Row = Record<string, string | boolean>;
type Step = TaskTemplate['steps'][number];

const rowOf = (step: Step): Row => ({
  title: step.title,
  dueAfterDays: step.dueAfterDays === null ? '' : String(step.dueAfterDays),
  priority: step.priority,
  items: step.items.join('; '),
});
const stepOf = (row: Row) => ({
  title: String(row.title),
  dueAfterDays: row.dueAfterDays === '' ? undefined : Number(row.dueAfterDays),
  priority: String(row.priority),
  items: String(row.items)
    .split(';')
    .map((text) => text.trim())
    .filter(Boolean),
});

function TemplateForm({ template, close }: { template?: TaskTemplate; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const [add, replace] = [useAddTemplate(), useReplaceTemplate()];
  const newRow: Row = { title: '', dueAfterDays: '', priority: 'normal', items: '' };
  return (
    <RecordForm
      draftKey={`template:${template?.id ?? 'new'}`}
      version={template?.version}
      fields={[
        { name: 'name', kind: 'text', label: t('tasks.templateName'), required: true },
        {
          name: 'caseType',
          kind: 'select',
          label: t('tasks.forType'),
          options: optionsOf(caseTypes, (type) => word('caseType', type)),
        },
        {
          name: 'steps',
          kind: 'rows',
          label: t('tasks.steps'),
          required: true,
          addLabel: t('tasks.addStep'),
          newRow,
          columns: [
            { name: 'title', kind: 'text', label: t('tasks.what'), required: true },
            { name: 'dueAfterDays', kind: 'number', label: t('tasks.dueAfter') },
            {
              name: 'priority',
              kind: 'select',
              label: t('tasks.priority'),
              required: true,
              options: optionsOf(taskPriorities, (one) => word('taskPriority', one)),
            },
            { name: 'items', kind: 'text', label: t('tasks.checklistInLine') },
          ],
        },
        { name: 'active', kind: 'switch', label: t('tasks.inUse') },
      ]}
      initial={{
        name: template?.name ?? '',
        caseType: template?.caseType ?? '',
        steps: template?.steps.map(rowOf) ?? [newRow],
        active: template?.active ?? true,
      }}
      send={(values, { version, key }) => {
        const body = {
          name: values.name,
          active: values.active,
          caseType: orNull(values.caseType),
          steps: values.steps.map(stepOf),
        };
        return template
          ? replace.mutateAsync({ path: { templateId: template.id }, version, key, body })
          : add.mutateAsync({ key, body });
      }}
      done={close}
      onCancel={close}
    />
  );
}
