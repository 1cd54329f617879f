import { Text } from '@mantine/core';
import { IconLock, IconLockOpen, IconShieldOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StaffMember } from '../../api/types';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { useFormat } from '../../ui/format';
import { Tag } from '../../ui/Tag';
import { useLock, useRemoveColleaguesFactors, useUnlock } from './queries';

/** That an account is locked, by whom and why. */
export function LockedTag({ person }: { person: StaffMember }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!person.lockedAt) return null;
  const when = format.instant(person.lockedAt);
  return (
    <Tag
      tone="urgent"
      icon={<IconLock size={13} aria-hidden />}
      title={[when, person.lockReason].filter(Boolean).join(': ')}
    >
      {person.lockKind === 'self' ? t('lock.lockedSelf') : t('lock.locked')}
    </Tag>
  );
}

/** Whether an account has a second factor, for those who manage accounts. */
export function FactorTag({ person }: { person: StaffMember }) {
  const { t } = useTranslation();
  if (person.secondFactor === null) return null;
  return person.secondFactor ? <Tag tone="good">{t('lock.hasFactor')}</Tag> : <Tag>{t('lock.noFactor')}</Tag>;
}

/** The emergency lock, its undoing, and help for who lost every second factor. */
export function LockActions({ person }: { person: StaffMember }) {
  const { t } = useTranslation();
  const unlock = useUnlock();
  const remove = useRemoveColleaguesFactors();
  return (
    <>
      {person.can.lock ? (
        <FormButton label={t('lock.lock')} icon={<IconLock size={14} aria-hidden />} variant="subtle">
          {(close) => <LockForm person={person} close={close} />}
        </FormButton>
      ) : null}
      {person.can.unlock ? (
        <ConfirmButton
          label={t('lock.unlock')}
          confirm={t('lock.unlock')}
          question={t('lock.unlockAsk', { name: person.name })}
          icon={<IconLockOpen size={14} aria-hidden />}
          variant="subtle"
          act={() => unlock.mutateAsync({ path: { id: person.id }, version: person.version })}
        />
      ) : null}
      {person.can.removeFactors && person.secondFactor ? (
        <ConfirmButton
          label={t('lock.removeFactors')}
          confirm={t('lock.removeFactors')}
          question={t('lock.removeFactorsAsk', { name: person.name })}
          icon={<IconShieldOff size={14} aria-hidden />}
          variant="subtle"
          danger
          act={() => remove.mutateAsync({ path: { id: person.id } })}
        />
      ) : null}
    </>
  );
}

function LockForm({ person, close }: { person: StaffMember; close: () => void }) {
  const { t } = useTranslation();
  const lock = useLock();
  return (
    <RecordForm
      draftKey=""
      version={person.version}
      intro={<Text size="sm">{t('lock.lockAsk', { name: person.name })}</Text>}
      fields={[{ name: 'reason', kind: 'textarea', label: t('lock.reason'), required: true }]}
      initial={{ reason: '' }}
      submitLabel={t('lock.lock')}
      saved={t('lock.lockSaved')}
      danger
      send={(body, { version }) => lock.mutateAsync({ path: { id: person.id }, version, body })}
      done={close}
      onCancel={close}
    />
  );
}
