import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { useFormat } from '../../ui/format';
import { Answer, Empty } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { useFormerContacts } from './queries';

/** Numbers and addresses that were taken off: not to be used, and not forgotten. */
export function FormerContacts({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const former = useFormerContacts(clientId);
  return (
    <Answer
      query={former}
      isEmpty={(found) => found.items.length === 0}
      empty={<Empty>{t('person.formerContactsEmpty')}</Empty>}
    >
      {(found) => (
        <ol className="v-rows">
          {found.items.map((was) => (
            <li key={was.takenOffAt + was.value}>
              <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
                {was.value}
              </Text>
              <Tag tone={was.safeToContact ? 'plain' : 'urgent'}>
                {t(was.safeToContact ? 'clients.safe' : 'clients.notSafe')}
              </Tag>
              <Text size="xs" c="dimmed">
                {[word('contactKind', was.kind), format.instant(was.takenOffAt), was.takenOffBy]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </li>
          ))}
        </ol>
      )}
    </Answer>
  );
}
