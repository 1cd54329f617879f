import { Group, Text } from '@mantine/core';
import { IconClockPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ClientAccess } from '../../api/types';
import { useWords } from '../../i18n/words';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { FormButton } from '../../ui/form/FormButton';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Empty } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { useEndAccess } from './queries';
import { GrantForm } from './WallForms';

/** Access that ends by itself: given by a colleague, or taken by breaking the glass. */
export function Grants({ clientId, access }: { clientId: string; access: ClientAccess }) {
  const { t } = useTranslation();
  const give = access.can.giveAccess ? (
    <FormButton label={t('walls.give')} icon={<IconClockPlus size={14} aria-hidden />}>
      {(close) => <GrantForm clientId={clientId} close={close} />}
    </FormButton>
  ) : null;
  return (
    <Panel flush title={t('walls.grants')} note={t('walls.grantsNote')} actions={give}>
      {access.grants.length ? (
        <ul className="v-rows">
          {access.grants.map((grant) => (
            <li key={grant.id}>
              <One clientId={clientId} grant={grant} canEnd={access.can.giveAccess && grant.live} />
            </li>
          ))}
        </ul>
      ) : (
        <Empty>{t('walls.grantsNone')}</Empty>
      )}
    </Panel>
  );
}

function One(props: { clientId: string; grant: ClientAccess['grants'][number]; canEnd: boolean }) {
  const { clientId, grant, canEnd } = props;
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const end = useEndAccess();
  return (
    <Group justify="space-between" gap="xs" align="flex-start">
      <div style={{ minWidth: 0 }}>
        <Text size="sm" fw={600}>
          {grant.user.name}{' '}
          <Text span size="xs" c="dimmed">
            {word('sightReason', grant.kind)}
          </Text>
        </Text>
        <Text size="xs" c="dimmed">
          {t('walls.givenBy', { who: grant.givenBy.name, when: format.instant(grant.since) })}{' '}
          {t('walls.until', { when: format.instant(grant.endedAt ?? grant.until) })}
        </Text>
        {grant.reason ? <Text size="sm">{grant.reason}</Text> : null}
      </div>
      <Group gap="xs">
        <Tag tone={grant.live ? 'soon' : 'plain'}>{t(grant.live ? 'walls.live' : 'walls.over')}</Tag>
        {canEnd ? (
          <ConfirmButton
            label={t('walls.end')}
            question={t('walls.endAsk', { who: grant.user.name })}
            confirm={t('walls.end')}
            variant="subtle"
            act={() => end.mutateAsync({ path: { clientId, grantId: grant.id } })}
          />
        ) : null}
      </Group>
    </Group>
  );
}
