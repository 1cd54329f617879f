import { Grid, Group, Stack, Text } from '@mantine/core';
import { IconPencil, IconPlus, IconUserPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../api/types';
import { useWords } from '../../i18n/words';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { personName, useFormat } from '../../ui/format';
import { Facts, Panel } from '../../ui/Panel';
import { useColleagues } from '../staff/queries';
import { DueTasks } from '../work/DueTasks';
import { EditCaseForm, NewCaseForm } from './CaseForms';
import { useAddMember, useRemoveMember } from './queries';
import { Timeline } from './Timeline';

/** The case at a glance: its facts, its team, its stages, and everything dated. */
export function OverviewTab({ file }: { file: CaseFile }) {
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Timeline clientId={file.client.id} caseId={file.id} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Stack gap="md">
          <DueTasks file={file} />
          <CaseFacts file={file} />
          <Team file={file} />
          <Stages file={file} />
        </Stack>
      </Grid.Col>
    </Grid>
  );
}

function CaseFacts({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  return (
    <Panel
      title={t('cases.caseFacts')}
      actions={
        file.can.edit ? (
          <>
            <FormButton label={t('cases.editCase')} icon={<IconPencil size={14} aria-hidden />}>
              {(close) => <EditCaseForm file={file} close={close} />}
            </FormButton>
            <FormButton
              label={t('common.add')}
              title={t('cases.newCase')}
              icon={<IconPlus size={14} aria-hidden />}
            >
              {(close) => <NewCaseForm clientId={file.client.id} close={close} />}
            </FormButton>
          </>
        ) : null
      }
    >
      <Facts
        absent={t('common.notRecorded')}
        items={[
          [t('cases.type'), word('caseType', file.type)],
          [t('cases.responsible'), file.responsible?.name],
          [t('cases.opened'), format.day(file.openedOn)],
          file.closedOn ? [t('cases.outcome'), word('caseOutcome', file.outcome)] : null,
        ]}
      />
    </Panel>
  );
}

function Team({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const word = useWords();
  const add = useAddMember();
  const remove = useRemoveMember();
  const colleagues = useColleagues((role) => role !== 'volunteer' && role !== 'auditor');
  const inTeam = new Set(file.team.map((member) => member.user.id));
  return (
    <Panel
      flush
      title={t('cases.team')}
      note={t('cases.teamNote')}
      actions={
        file.can.manageTeam ? (
          <FormButton
            label={t('common.add')}
            title={t('cases.addMember')}
            icon={<IconUserPlus size={14} aria-hidden />}
          >
            {(close) => (
              <RecordForm
                draftKey={`member:${file.id}`}
                fields={[
                  {
                    name: 'userId',
                    kind: 'select',
                    label: t('cases.member'),
                    required: true,
                    options: colleagues.filter((one) => !inTeam.has(one.value)),
                  },
                ]}
                initial={{ userId: '' }}
                submitLabel={t('common.add')}
                send={({ userId }, { key }) => add.mutateAsync({ path: { caseId: file.id, userId }, key })}
                done={close}
                onCancel={close}
              />
            )}
          </FormButton>
        ) : null
      }
    >
      <ul className="v-rows">
        {file.team.map(({ user }) => (
          <li key={user.id}>
            <Group justify="space-between" gap="xs">
              <div>
                <Text size="sm">{user.name}</Text>
                <Text size="xs" c="dimmed">
                  {word('role', user.role)}
                </Text>
              </div>
              {file.can.manageTeam ? (
                <ConfirmButton
                  label={t('common.remove')}
                  confirm={t('cases.removeMember')}
                  question={t('cases.removeMemberAsk', { name: user.name })}
                  icon={<IconX size={14} aria-hidden />}
                  variant="subtle"
                  act={() => remove.mutateAsync({ path: { caseId: file.id, userId: user.id } })}
                />
              ) : null}
            </Group>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Stages({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  return (
    <Panel title={t('cases.stagesTitle')}>
      <ol className="v-timeline">
        {[...file.stages].reverse().map((step) => (
          <li key={step.stage + step.at}>
            <Text size="sm" fw={600}>
              {word('caseStage', step.stage)}
            </Text>
            <Text size="xs" c="dimmed">
              {format.day(step.on)} {personName(step.by) ? t('common.by', { name: personName(step.by) }) : ''}
            </Text>
            {step.note ? <Text size="sm">{step.note}</Text> : null}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
