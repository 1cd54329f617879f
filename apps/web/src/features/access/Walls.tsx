import { Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconWall } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ClientAccess, Wall } from '../../api/types';
import { useWords } from '../../i18n/words';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { FormButton } from '../../ui/form/FormButton';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Empty } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { useRemoveFromWall } from './queries';
import { AddPersonForm, LiftForm, WallForm } from './WallForms';

/** The walls around a client: those that stand, and those that were taken down. */
export function Walls({ clientId, access }: { clientId: string; access: ClientAccess }) {
  const { t } = useTranslation();
  const raise = access.can.raiseWall ? (
    <FormButton label={t('walls.raise')} icon={<IconPlus size={14} aria-hidden />}>
      {(close) => <WallForm clientId={clientId} close={close} />}
    </FormButton>
  ) : null;
  return (
    <Panel flush title={t('walls.title')} note={t('walls.note')} actions={raise}>
      {access.walls.length ? (
        <ul className="v-rows">
          {access.walls.map((wall) => (
            <li key={wall.id}>
              <One clientId={clientId} wall={wall} canChange={access.can.raiseWall && !wall.liftedAt} />
            </li>
          ))}
        </ul>
      ) : (
        <Empty>{t('walls.none')}</Empty>
      )}
    </Panel>
  );
}

function One({ clientId, wall, canChange }: { clientId: string; wall: Wall; canChange: boolean }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Tag tone={wall.liftedAt ? 'plain' : 'urgent'} icon={<IconWall size={13} aria-hidden />}>
            {word('wallKind', wall.kind)}
          </Tag>
          <Text size="xs" c="dimmed">
            {t('walls.raisedBy', { who: wall.raisedBy.name, when: format.instant(wall.raisedAt) })}
          </Text>
        </Group>
        {canChange ? (
          <Group gap="xs">
            <FormButton label={t('walls.addPerson')} variant="subtle">
              {(close) => <AddPersonForm clientId={clientId} wall={wall} close={close} />}
            </FormButton>
            <FormButton label={t('walls.lift')} variant="subtle">
              {(close) => <LiftForm clientId={clientId} wall={wall} close={close} />}
            </FormButton>
          </Group>
        ) : null}
      </Group>
      <Text size="sm">{wall.reason}</Text>
      <People clientId={clientId} wall={wall} canChange={canChange} />
      {wall.liftedAt ? (
        <Text size="xs" c="dimmed">
          {t('walls.liftedBy', { who: wall.liftedBy?.name, when: format.instant(wall.liftedAt) })}{' '}
          {wall.liftedReason}
        </Text>
      ) : null}
    </Stack>
  );
}

function People({ clientId, wall, canChange }: { clientId: string; wall: Wall; canChange: boolean }) {
  const { t } = useTranslation();
  const remove = useRemoveFromWall();
  const named = wall.kind === 'named';
  return (
    <div>
      <Text size="xs" c="dimmed">
        {t(named ? 'walls.inside' : 'walls.keptOut')}
      </Text>
      {wall.people.map((person) => (
        <Group key={person.id} gap="xs" justify="space-between">
          <Text size="sm">{person.name}</Text>
          {canChange ? (
            <ConfirmButton
              label={t('walls.takeOff', { who: person.name })}
              question={t(named ? 'walls.takeOffNamedAsk' : 'walls.takeOffEthicalAsk', { who: person.name })}
              confirm={t('walls.takeOffDo')}
              variant="subtle"
              act={() => remove.mutateAsync({ path: { clientId, wallId: wall.id, userId: person.id } })}
            />
          ) : null}
        </Group>
      ))}
    </div>
  );
}
