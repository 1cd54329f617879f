import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import type { Wall } from '../../api/types';
import { useWords } from '../../i18n/words';
import { optionsOf } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { useColleagues } from '../staff/queries';
import { useAddToWall, useGiveAccess, useLiftWall, useRaiseWall } from './queries';

const KINDS = ['named', 'ethical'] as const;
const HOURS = ['1', '4', '24', '72', '168', '720'] as const;

export function WallForm({ clientId, close }: { clientId: string; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const me = useMe();
  const colleagues = useColleagues();
  const send = useRaiseWall();
  return (
    <RecordForm
      draftKey={`wall:${clientId}`}
      intro={({ kind }: { kind: string }) => (
        <Text size="sm">{t(kind === 'ethical' ? 'walls.ethicalMeans' : 'walls.namedMeans')}</Text>
      )}
      fields={[
        {
          name: 'kind',
          kind: 'select',
          label: t('walls.kind'),
          required: true,
          options: optionsOf(KINDS, (kind) => word('wallKind', kind)),
        },
        { name: 'people', kind: 'multi', label: t('walls.people'), required: true, options: colleagues },
        { name: 'reason', kind: 'textarea', label: t('walls.reason'), required: true },
      ]}
      initial={{ kind: 'named' as string, people: [me.user.id], reason: '' }}
      submitLabel={t('walls.raise')}
      send={({ kind, people, reason }, { key }) =>
        send.mutateAsync({ path: { clientId }, key, body: { kind, people, reason } })
      }
      done={close}
      onCancel={close}
    />
  );
}

export function AddPersonForm(props: { clientId: string; wall: Wall; close: () => void }) {
  const { clientId, wall, close } = props;
  const { t } = useTranslation();
  const colleagues = useColleagues().filter(
    ({ value }) => !wall.people.some((person) => person.id === value),
  );
  const send = useAddToWall();
  return (
    <RecordForm
      draftKey={`wall-person:${wall.id}`}
      fields={[
        { name: 'userId', kind: 'select', label: t('walls.colleague'), required: true, options: colleagues },
      ]}
      initial={{ userId: '' }}
      send={({ userId }, { key }) => send.mutateAsync({ path: { clientId, wallId: wall.id, userId }, key })}
      done={close}
      onCancel={close}
    />
  );
}

export function LiftForm(props: { clientId: string; wall: Wall; close: () => void }) {
  const { clientId, wall, close } = props;
  const { t } = useTranslation();
  const send = useLiftWall();
  return (
    <RecordForm
      draftKey={`wall-lift:${wall.id}`}
      intro={<Text size="sm">{t('walls.liftMeans')}</Text>}
      fields={[{ name: 'reason', kind: 'textarea', label: t('walls.reason'), required: true }]}
      initial={{ reason: '' }}
      submitLabel={t('walls.lift')}
      danger
      send={({ reason }, { key }) =>
        send.mutateAsync({ path: { clientId, wallId: wall.id }, key, body: { reason } })
      }
      done={close}
      onCancel={close}
    />
  );
}

/** Sight for a limited time; the choice is a length, because nobody remembers to end it. */
export function GrantForm({ clientId, close }: { clientId: string; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const colleagues = useColleagues((role) => role !== 'volunteer' && role !== 'auditor');
  const send = useGiveAccess();
  return (
    <RecordForm
      draftKey={`grant:${clientId}`}
      fields={[
        { name: 'userId', kind: 'select', label: t('walls.colleague'), required: true, options: colleagues },
        {
          name: 'hours',
          kind: 'select',
          label: t('walls.howLong'),
          required: true,
          options: optionsOf(HOURS, (hours) => word('grantLength', hours)),
        },
        { name: 'reason', kind: 'textarea', label: t('walls.reason'), required: true },
      ]}
      initial={{ userId: '', hours: '24' as string, reason: '' }}
      submitLabel={t('walls.give')}
      send={({ userId, hours, reason }, { key }) => {
        const until = new Date(Date.now() + Number(hours) * 3_600_000).toISOString();
        return send.mutateAsync({ path: { clientId }, key, body: { userId, until, reason } });
      }}
      done={close}
      onCancel={close}
    />
  );
}
