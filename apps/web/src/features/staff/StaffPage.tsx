import { Group, Text } from '@mantine/core';
import {
  IconLogout,
  IconPlayerPause,
  IconPlayerPlay,
  IconUserCog,
  IconUserPlus,
  IconX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '../../app/session';
import type { StaffMember } from '../../api/types';
import { useWords } from '../../i18n/words';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { FormButton } from '../../ui/form/FormButton';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Screen } from '../../ui/Screen';
import { Answer, Empty, Loading } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { Letterhead } from './FilingDetails';
import { FactorTag, LockActions, LockedTag } from './LockActions';
import { SecurityPolicy } from './SecurityPolicy';
import { InviteForm, RoleForm } from './StaffForms';
import { SuspendForm } from './SuspendForm';
import { UnsentMails } from './UnsentMails';
import { useEndSessions, useInvitations, useReinstate, useStaff, useWithdraw } from './queries';

/** Who works here and what they may do. */
export function StaffPage() {
  const { t } = useTranslation();
  const { user } = useMe();
  const staff = useStaff();
  const may = useMay();
  const manages = may('staff.manage');
  return (
    <Screen
      title={t('staff.title')}
      lead={t('staff.lead')}
      actions={
        manages ? (
          <FormButton
            label={t('staff.invite')}
            icon={<IconUserPlus size={16} aria-hidden />}
            variant="filled"
            size="sm"
          >
            {(close) => <InviteForm close={close} />}
          </FormButton>
        ) : null
      }
    >
      <Panel flush>
        <Answer
          query={staff}
          loading={<Loading lines={8} />}
          isEmpty={(data) => data.items.length === 0}
          empty={<Empty>{t('staff.empty')}</Empty>}
        >
          {(data) => <Members members={data.items} me={user.id} />}
        </Answer>
      </Panel>
      {manages ? <Invitations /> : null}
      {manages ? <UnsentMails /> : null}
      {may('security.policy') ? <SecurityPolicy /> : null}
      {manages ? <Letterhead /> : null}
    </Screen>
  );
}

function Members({ members, me }: { members: StaffMember[]; me: string }) {
  const { t } = useTranslation();
  const word = useWords();
  return (
    <ul className="v-rows">
      {members.map((person) => (
        <li key={person.id}>
          <Group justify="space-between" gap="xs">
            <div style={{ flex: '1 1 220px', minWidth: 0 }}>
              <Text size="sm" fw={600}>
                {person.name}
                {person.id === me ? (
                  <Text span size="xs" c="dimmed" fw={400}>
                    {' '}
                    ({t('staff.you')})
                  </Text>
                ) : null}
              </Text>
              <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {person.email}
              </Text>
            </div>
            <Group gap="xs" style={{ flex: '0 1 220px' }}>
              <Text size="sm">{word('role', person.role)}</Text>
              {person.status === 'suspended' ? (
                <Tag tone="soon" icon={<IconPlayerPause size={13} aria-hidden />}>
                  {word('staffStatus', person.status)}
                </Tag>
              ) : null}
              <LockedTag person={person} />
              <FactorTag person={person} />
            </Group>
            <MemberActions person={person} />
          </Group>
        </li>
      ))}
    </ul>
  );
}

function MemberActions({ person }: { person: StaffMember }) {
  const { t } = useTranslation();
  const reinstate = useReinstate();
  const end = useEndSessions();
  const at = { path: { id: person.id }, version: person.version };
  return (
    <Group gap={4} justify="flex-end" style={{ flex: '1 1 330px' }}>
      {person.can.changeRole ? (
        <FormButton
          label={t('staff.changeRole')}
          icon={<IconUserCog size={14} aria-hidden />}
          variant="subtle"
        >
          {(close) => <RoleForm person={person} close={close} />}
        </FormButton>
      ) : null}
      {person.can.endSessions ? (
        <ConfirmButton
          label={t('staff.endSessions')}
          confirm={t('staff.endSessions')}
          question={t('staff.endSessionsAsk', { name: person.name })}
          icon={<IconLogout size={14} aria-hidden />}
          variant="subtle"
          act={() => end.mutateAsync({ path: { id: person.id } })}
        />
      ) : null}
      <LockActions person={person} />
      {person.can.suspend ? (
        <FormButton
          label={t('staff.suspend')}
          icon={<IconPlayerPause size={14} aria-hidden />}
          variant="subtle"
        >
          {(close) => <SuspendForm person={person} close={close} />}
        </FormButton>
      ) : null}
      {person.can.reinstate ? (
        <ConfirmButton
          label={t('staff.reinstate')}
          confirm={t('staff.reinstate')}
          question={t('staff.reinstateAsk', { name: person.name })}
          icon={<IconPlayerPlay size={14} aria-hidden />}
          variant="subtle"
          act={() => reinstate.mutateAsync({ ...at, key: crypto.randomUUID() })}
        />
      ) : null}
    </Group>
  );
}

function Invitations() {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const invitations = useInvitations(true);
  const withdraw = useWithdraw();
  return (
    <Panel flush title={t('staff.invitations')}>
      <Answer
        query={invitations}
        isEmpty={(data) => data.items.length === 0}
        empty={<Empty>{t('staff.invitationsEmpty')}</Empty>}
      >
        {(data) => (
          <ul className="v-rows">
            {data.items.map((invitation) => (
              <li key={invitation.id}>
                <Group justify="space-between" gap="xs">
                  <div>
                    <Text size="sm">
                      {invitation.name}, {word('role', invitation.role)}
                    </Text>
                    <Text size="xs" c="dimmed">
                      {invitation.email} · {word('delivery', invitation.delivery)} ·{' '}
                      {t('staff.expires', { when: format.instant(invitation.expiresAt) })}
                    </Text>
                  </div>
                  <ConfirmButton
                    label={t('staff.withdraw')}
                    confirm={t('staff.withdraw')}
                    question={t('staff.withdrawAsk', { email: invitation.email })}
                    icon={<IconX size={14} aria-hidden />}
                    variant="subtle"
                    act={() => withdraw.mutateAsync({ path: { id: invitation.id } })}
                  />
                </Group>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Panel>
  );
}
