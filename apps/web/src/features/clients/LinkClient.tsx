import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../api/client';
import type { Relative } from '../../api/types';
import { Failure } from '../../ui/states';
import { useEditRelative } from './queries';

/** Finds the client who is this relative, among those this person sees. */
export function LinkClient(props: { clientId: string; one: Relative; close: () => void }) {
  const { clientId, one, close } = props;
  const { t } = useTranslation();
  const edit = useEditRelative();
  const [query, setQuery] = useState('');
  const [q] = useDebouncedValue(query.trim(), 180);
  const wanted = q.length >= 2;
  const found = useAsk('/search', { q }, { enabled: wanted, keep: true });
  const hits = wanted ? (found.data?.items ?? []).filter((hit) => hit.clientId !== clientId) : [];
  const link = (linkedClientId: string): void =>
    edit.mutate(
      { path: { clientId, relativeId: one.id }, version: one.version, body: { linkedClientId } },
      { onSuccess: close },
    );
  return (
    <Stack gap="md">
      <Text size="sm">{t('person.linkClientLead')}</Text>
      <TextInput
        label={t('person.linkSearch')}
        value={query}
        autoComplete="off"
        data-autofocus
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      {edit.error ? <Failure error={edit.error} /> : null}
      <ul className="v-rows" aria-live="polite">
        {hits.slice(0, 12).map((hit) => (
          <li key={hit.clientId}>
            <Group justify="space-between" gap="xs">
              <Text size="sm">{hit.name}</Text>
              <Button
                size="compact-sm"
                variant="default"
                loading={edit.isPending}
                aria-label={`${t('person.linkThis')}: ${hit.name}`}
                onClick={() => link(hit.clientId)}
              >
                {t('person.linkThis')}
              </Button>
            </Group>
          </li>
        ))}
      </ul>
      {wanted && !found.isFetching && hits.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('person.linkNothing')}
        </Text>
      ) : null}
    </Stack>
  );
}
