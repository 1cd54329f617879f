import { Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { nameIn, useCountries } from '../../../api/reference';
import type { EntryInError } from '../../../api/types';
import { useWords } from '../../../i18n/words';
import { ConfirmButton } from '../../../ui/ConfirmButton';
import { personName, useFormat } from '../../../ui/format';
import { useEnteredInError, usePutBack } from '../queries';
import { familyOf, type EntryKind } from './kinds';

/** What of these kinds was entered in error: struck through, with who said so and why. Nothing when there is none. */
export function EnteredInError({ clientId, kinds }: { clientId: string; kinds: readonly EntryKind[] }) {
  const { t } = useTranslation();
  const { data } = useEnteredInError(clientId);
  const items = (data?.items ?? []).filter(({ kind }) => kinds.includes(kind));
  if (items.length === 0) return null;
  return (
    <section style={{ padding: '12px 16px', borderTop: '1px solid var(--v-line)' }}>
      <Title order={3} mb={6}>
        {t('inError.title')}
      </Title>
      <ul className="v-rows">
        {items.map((item) => (
          <li key={item.id}>
            <One item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function One({ item }: { item: EntryInError }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const say = useFact(item);
  const putBack = usePutBack();
  const what = [word('entryKind', item.kind), ...item.facts.map(say), item.text].filter(Boolean).join(' · ');
  return (
    <Group justify="space-between" gap="xs" align="flex-start">
      <div style={{ flex: '1 1 240px', minWidth: 0 }}>
        <Text size="sm">{item.putBack ? what : <s>{what}</s>}</Text>
        <Text size="xs" c="dimmed">
          {t('inError.by', {
            name: personName(item.by),
            at: format.instant(item.at),
            reason: item.reason ?? '…',
          })}
        </Text>
        {item.putBack ? (
          <Text size="xs" c="dimmed">
            {t('inError.backBy', { name: personName(item.putBack.by), at: format.instant(item.putBack.at) })}
          </Text>
        ) : null}
      </div>
      {item.can.putBack ? (
        <ConfirmButton
          label={t('inError.putBack')}
          confirm={t('inError.putBack')}
          question={t('inError.putBackAsk')}
          variant="subtle"
          act={() => putBack.mutateAsync({ path: { withdrawalId: item.id }, version: item.version })}
        />
      ) : null}
    </Group>
  );
}

/** One field in words: a code by its list, a day or an instant as such, a country by its name. */
function useFact({ kind }: EntryInError) {
  const word = useWords();
  const format = useFormat();
  const countries = useCountries();
  return ({ name, value }: EntryInError['facts'][number]): string => {
    if (name === 'country') return nameIn(countries, value);
    if (name.endsWith('On')) return format.day(value);
    if (name === 'at' || name.endsWith('At')) return format.instant(value);
    const family = familyOf(kind, name);
    return family ? word(family, value) : value;
  };
}
