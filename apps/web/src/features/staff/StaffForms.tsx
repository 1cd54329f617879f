import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StaffMember } from '../../api/types';
import { roles, type Role } from '../../api/values';
import { useWords } from '../../i18n/words';
import { optionsOf } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { useChangeRole, useInvite } from './queries';

/** The operator belongs to the installation, not to an office. */
const officeRoles = roles.filter((role) => role !== 'operator');

export function InviteForm({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const invite = useInvite();
  return (
    <RecordForm
      draftKey="invite"
      intro={
        <Text size="sm" c="dimmed">
          {t('staff.inviteLead')}
        </Text>
      }
      fields={[
        { name: 'name', kind: 'text', label: t('staff.name'), required: true },
        { name: 'email', kind: 'email', label: t('staff.email'), required: true },
        {
          name: 'role',
          kind: 'select',
          label: t('staff.role'),
          required: true,
          options: optionsOf(officeRoles, (role) => word('role', role)),
        },
      ]}
      initial={{ name: '', email: '', role: '' as Role }}
      submitLabel={t('staff.invite')}
      saved={t('staff.invited')}
      send={(body, { key }) => invite.mutateAsync({ key, body: { ...body, email: body.email.trim() } })}
      done={close}
      onCancel={close}
    />
  );
}

export function RoleForm({ person, close }: { person: StaffMember; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const change = useChangeRole();
  return (
    <RecordForm
      draftKey={`role:${person.id}`}
      version={person.version}
      intro={<Text fw={600}>{person.name}</Text>}
      fields={[
        {
          name: 'role',
          kind: 'select',
          label: t('staff.role'),
          required: true,
          options: optionsOf(officeRoles, (role) => word('role', role)),
        },
      ]}
      initial={{ role: person.role }}
      send={(body, { version, key }) => change.mutateAsync({ path: { id: person.id }, version, key, body })}
      done={close}
      onCancel={close}
    />
  );
}
