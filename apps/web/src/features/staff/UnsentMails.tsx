import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Tag, type Tone } from '../../ui/Tag';
import { useUnsentMails } from './queries';

const TONES: Record<string, Tone> = { failed: 'urgent', unsure: 'soon' };

/** Mails of the office that nobody recorded as sent. Nothing is shown while there are none. */
export function UnsentMails() {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const items = useUnsentMails().data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Panel flush title={t('staff.unsent')} note={t('staff.unsentNote')}>
      <ul className="v-rows">
        {items.map((mail) => (
          <li key={mail.id}>
            <Group gap="xs">
              <Tag tone={TONES[mail.state] ?? 'plain'}>{word('delivery', mail.state)}</Tag>
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {mail.to ?? t('staff.unsentUnreadable')}
              </Text>
            </Group>
            <Text size="xs" c="dimmed">
              {[
                mail.subject,
                format.instant(mail.createdAt),
                t('staff.unsentAttempts', { count: mail.attempts }),
                mail.answer,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
