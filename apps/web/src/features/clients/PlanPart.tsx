import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconHistory, IconPencil, IconPlus, IconPrinter, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { planStates } from '../../api/person-values';
import type { Client, Plan, PlanItem } from '../../api/types';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { optionsOf, orNull } from '../../ui/form/field';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { PlanItemHistory } from './PlanItemHistory';
import { useItemName } from './plan-words';
import { useAddPlanItem, useFamily, usePlan, useRemovePlanItem, useWritePlanItem } from './queries';

/** What the family does if the person is taken, item by item. */
export function PlanPart({ client }: { client: Client }) {
  const { t } = useTranslation();
  const query = usePlan(client.id);
  return (
    <Answer query={query}>
      {(plan) => (
        <Stack gap="md">
          <Head client={client} plan={plan} />
          <div className="v-plan">
            {plan.sections.map((section) => (
              <Panel
                key={section.section}
                flush
                title={t(`plan.sections.${section.section}`)}
                note={t('plan.progress', { done: section.done, needed: section.needed })}
              >
                {section.section === 'children' ? <Children clientId={client.id} /> : null}
                <ul className="v-rows">
                  {section.items.map((one) => (
                    <li key={one.item}>
                      <One clientId={client.id} one={one} edits={plan.can.edit} />
                    </li>
                  ))}
                </ul>
              </Panel>
            ))}
          </div>
        </Stack>
      )}
    </Answer>
  );
}

const WORDS = { both: 'plan.both', es: 'plan.spanish', en: 'plan.english' } as const;

function Head({ client, plan }: { client: Client; plan: Plan }) {
  const { t } = useTranslation();
  const format = useFormat();
  const progress = t('plan.progress', { done: plan.done, needed: plan.needed });
  return (
    <Panel
      title={t('plan.title')}
      note={t('plan.lead')}
      actions={
        <>
          {(['both', 'es', 'en'] as const).map((language) => (
            <Button
              key={language}
              component={Link}
              to={`/clients/${client.id}/plan?lang=${language}`}
              size="xs"
              variant="default"
              leftSection={<IconPrinter size={14} aria-hidden />}
            >
              {`${t('plan.print')}: ${t(WORDS[language])}`}
            </Button>
          ))}
          {plan.can.edit ? (
            <FormButton label={t('plan.add')} icon={<IconPlus size={14} aria-hidden />}>
              {(close) => <AddForm clientId={client.id} plan={plan} close={close} />}
            </FormButton>
          ) : null}
        </>
      }
    >
      <Group gap="sm">
        <Progress
          value={plan.needed ? (100 * plan.done) / plan.needed : 0}
          aria-label={progress}
          style={{ flex: '1 1 160px' }}
        />
        <Text size="sm" className="v-num">
          {progress}
        </Text>
        {plan.savedAt ? (
          <Text size="xs" c="dimmed">
            {t('plan.savedAt', { when: format.instant(plan.savedAt) })}
          </Text>
        ) : null}
      </Group>
    </Panel>
  );
}

/** The children on file, so that none is forgotten. */
function Children({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const family = useFamily(clientId);
  const names = (family.data?.items ?? [])
    .filter(({ relationship }) => ['child', 'stepchild', 'grandchild'].includes(relationship))
    .map(({ name }) => name);
  return names.length ? (
    <Text size="sm" px="md" pb="xs">
      {t('plan.children', { names: names.join(', ') })}
    </Text>
  ) : null;
}

function One(props: { clientId: string; one: PlanItem; edits: boolean }) {
  const { clientId, one, edits } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const name = useItemName();
  const remove = useRemovePlanItem();
  const tone = one.state === 'done' ? 'good' : one.state === 'open' ? 'soon' : 'plain';
  return (
    <>
      <Group justify="space-between" gap="xs" align="flex-start" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          <Text size="sm" fw={600}>
            {name(one)}
          </Text>
          {one.text ? (
            <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
              {one.text}
            </Text>
          ) : null}
        </div>
        <Tag tone={tone}>
          {[t(`plan.states.${one.state}`), one.doneOn ? format.day(one.doneOn) : '']
            .filter(Boolean)
            .join(' ')}
        </Tag>
      </Group>
      <Group gap={4}>
        {edits ? (
          <FormButton
            label={t('plan.edit')}
            title={name(one)}
            icon={<IconPencil size={14} aria-hidden />}
            variant="subtle"
          >
            {(close) => <ItemForm clientId={clientId} one={one} close={close} />}
          </FormButton>
        ) : null}
        {one.version > 0 ? (
          <FormButton
            label={t('plan.history')}
            title={name(one)}
            icon={<IconHistory size={14} aria-hidden />}
            variant="subtle"
          >
            {() => <PlanItemHistory clientId={clientId} item={one.item} />}
          </FormButton>
        ) : null}
        {edits && one.title !== null ? (
          <ConfirmButton
            label={t('plan.remove')}
            confirm={t('plan.remove')}
            question={t('plan.removeAsk')}
            icon={<IconTrash size={14} aria-hidden />}
            variant="subtle"
            danger
            act={() => remove.mutateAsync({ path: { clientId, item: one.item } })}
          />
        ) : null}
      </Group>
    </>
  );
}

function useStateFields() {
  const { t } = useTranslation();
  return [
    { name: 'text', kind: 'textarea', label: t('plan.what') },
    {
      name: 'state',
      kind: 'select',
      label: t('plan.state'),
      required: true,
      half: true,
      options: optionsOf(planStates, (state) => t(`plan.states.${state}`)),
    },
    {
      name: 'doneOn',
      kind: 'date',
      label: t('plan.doneOn'),
      hint: t('plan.doneHint'),
      half: true,
      when: ({ state }: { state: string }) => state === 'done',
    },
  ] as const;
}

function ItemForm({ clientId, one, close }: { clientId: string; one: PlanItem; close: () => void }) {
  const write = useWritePlanItem();
  const fields = useStateFields();
  return (
    <RecordForm
      draftKey={`plan:${clientId}:${one.item}`}
      version={one.version}
      fields={[...fields]}
      initial={{ text: one.text ?? '', state: one.state as string, doneOn: one.doneOn ?? '' }}
      send={({ text, state, doneOn }, { version, key }) =>
        write.mutateAsync({
          path: { clientId, item: one.item },
          version,
          key,
          body: { text: orNull(text), state, doneOn: state === 'done' ? orNull(doneOn) : null },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}

function AddForm({ clientId, plan, close }: { clientId: string; plan: Plan; close: () => void }) {
  const { t } = useTranslation();
  const add = useAddPlanItem();
  const fields = useStateFields();
  return (
    <RecordForm
      draftKey={`plan:${clientId}:new`}
      fields={[
        { name: 'title', kind: 'text', label: t('plan.ownTitle'), required: true },
        {
          name: 'section',
          kind: 'select',
          label: t('plan.ownSection'),
          required: true,
          options: plan.sections.map(({ section }) => ({
            value: section,
            label: t(`plan.sections.${section}`),
          })),
        },
        ...fields,
      ]}
      initial={{ title: '', section: '', text: '', state: 'open', doneOn: '' }}
      send={({ title, section, text, state, doneOn }, { key }) =>
        add.mutateAsync({
          path: { clientId },
          key,
          body: {
            ...{ title: title.trim(), section, state, text: orNull(text) },
            doneOn: state === 'done' ? orNull(doneOn) : null,
          },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}
