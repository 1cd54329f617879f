import { Group, Text } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonSight, SightReason } from '../../api/types';
import { useWords } from '../../i18n/words';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';

/** Everybody who sees the client, and everybody who would but for a wall, each with the reason. */
export function WhoSees({ people }: { people: PersonSight[] }) {
  const { t } = useTranslation();
  const inside = people.filter((each) => each.sees);
  const outside = people.filter((each) => !each.sees && each.because.some((why) => why.kind === 'screened'));
  return (
    <Panel flush title={t('walls.whoSees')} note={t('walls.whoSeesNote', { count: inside.length })}>
      <ul className="v-rows">
        {inside.map((each) => (
          <Person key={each.user.id} sight={each} />
        ))}
        {outside.map((each) => (
          <Person key={each.user.id} sight={each} />
        ))}
      </ul>
    </Panel>
  );
}

function Person({ sight }: { sight: PersonSight }) {
  const { t } = useTranslation();
  const word = useWords();
  const Icon = sight.sees ? IconEye : IconEyeOff;
  return (
    <li>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <Icon
          size={16}
          style={{ marginTop: 3, color: sight.sees ? undefined : 'var(--v-urgent)' }}
          aria-label={t(sight.sees ? 'walls.sees' : 'walls.doesNotSee')}
        />
        <div style={{ minWidth: 0 }}>
          <Text size="sm" fw={600}>
            {sight.user.name}{' '}
            <Text span size="xs" c="dimmed">
              {word('role', sight.user.role)}
            </Text>
          </Text>
          <Text size="xs" c="dimmed">
            {sight.because.map((why, at) => (
              <Fragment key={why.kind}>
                {at > 0 ? ' · ' : null}
                <Why why={why} />
              </Fragment>
            ))}
          </Text>
        </div>
      </Group>
    </li>
  );
}

function Why({ why }: { why: SightReason }) {
  const word = useWords();
  const { t } = useTranslation();
  const format = useFormat();
  const at = (moment: string): string => (moment.length === 10 ? format.day(moment) : format.instant(moment));
  return (
    <span>
      {word('sightReason', why.kind)}
      {why.until ? ` ${t('walls.until', { when: at(why.until) })}` : ''}
      {why.since ? ` ${t('walls.since', { when: at(why.since) })}` : ''}
    </span>
  );
}
