import { ActionIcon, Kbd, Text, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, spotlight } from '@mantine/spotlight';
import { IconFileText, IconFolder, IconNote, IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../api/client';
import type { SearchHit, TextHit } from '../../api/types';
import { useWords } from '../../i18n/words';
import { useFormat } from '../../ui/format';
import { useMay } from '../session';
import { places } from './places';

/**
 * Finds clients by a name, another name or the A-number, and notes and documents by their words, from any screen; '/'
 * and Ctrl-K open it. Names answer first; nothing that is typed reaches an address.
 */
export function SearchBox() {
  const { t } = useTranslation();
  return (
    <>
      <UnstyledButton
        className="v-searchbox"
        onClick={spotlight.open}
        visibleFrom="sm"
        aria-keyshortcuts="/ Control+K"
      >
        <IconSearch size={16} stroke={1.6} aria-hidden />
        <Text size="sm" span truncate style={{ flex: 1, minWidth: 0 }}>
          {t('shell.search')}
        </Text>
        <Kbd size="xs" aria-hidden>
          /
        </Kbd>
      </UnstyledButton>
      <ActionIcon hiddenFrom="sm" size="lg" aria-label={t('shell.search')} onClick={spotlight.open}>
        <IconSearch size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
      <SearchDialog />
    </>
  );
}

function SearchDialog() {
  const { t } = useTranslation();
  const word = useWords();
  const navigate = useNavigate();
  const may = useMay();
  const [query, setQuery] = useState('');
  const [q] = useDebouncedValue(query.trim(), 180);
  const wanted = q.length >= 2;
  const found = useAsk('/search', { q }, { enabled: wanted, keep: true, staleTime: 30_000 });
  const texts = useAsk('/search/texts', { q }, { enabled: q.length >= 3, keep: true, staleTime: 30_000 });
  const hits = wanted ? (found.data?.items ?? []) : [];
  const written = q.length >= 3 ? (texts.data?.items ?? []) : [];
  const goals = places.filter(
    (place) => may(place.needs) && t(`nav.${place.text}`).toLowerCase().includes(query.trim().toLowerCase()),
  );
  const open = ({ clientId, caseId }: SearchHit): void =>
    void (caseId
      ? navigate({ to: '/cases/$caseId', params: { caseId }, search: {} })
      : navigate({ to: '/clients/$clientId', params: { clientId }, search: {} }));
  const message = !wanted
    ? t('shell.searchStart')
    : found.isFetching || texts.isFetching
      ? t('shell.searching')
      : found.error
        ? t('state.failed')
        : t('shell.searchNothing');
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={['/', 'mod + K']}
      clearQueryOnClose
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      scrollable
      maxHeight={420}
    >
      <Spotlight.Search
        placeholder={t('shell.searchPlaceholder')}
        aria-label={t('shell.search')}
        leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {hits.length ? (
          <Spotlight.ActionsGroup label={t('shell.clients')}>
            {hits.map((hit) => (
              <Spotlight.Action
                key={hit.caseId ?? hit.clientId}
                label={hit.name}
                description={`${word('caseStage', hit.stage)} · ${t('shell.matchedBy', { what: word('matched', hit.matched) })}`}
                leftSection={<IconFolder size={18} stroke={1.6} aria-hidden />}
                onClick={() => open(hit)}
              />
            ))}
          </Spotlight.ActionsGroup>
        ) : written.length ? null : (
          <Text size="sm" c="dimmed" p="md" role="status">
            {message}
          </Text>
        )}
        <TextHits hits={written} />
        {goals.length ? (
          <Spotlight.ActionsGroup label={t('shell.goTo')}>
            {goals.map((place) => (
              <Spotlight.Action
                key={place.to}
                label={t(`nav.${place.text}`)}
                leftSection={<place.icon size={18} stroke={1.6} aria-hidden />}
                onClick={() => void navigate({ to: place.to })}
              />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/** Notes and documents that were found, each leading to its part of the case. */
function TextHits({ hits }: { hits: TextHit[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const groups = [
    { kind: 'note', tab: 'notes', label: t('search.notes'), icon: IconNote },
    { kind: 'document', tab: 'documents', label: t('search.documents'), icon: IconFileText },
  ].map((group) => ({ ...group, hits: hits.filter((hit) => hit.kind === group.kind) }));
  const where = (hit: TextHit): string =>
    hit.page
      ? t('search.onPage', { name: hit.clientName, page: hit.page })
      : t('search.inNote', { name: hit.clientName, on: format.day(hit.at.slice(0, 10)) });
  return (
    <>
      {groups
        .filter((group) => group.hits.length)
        .map((group) => (
          <Spotlight.ActionsGroup key={group.kind} label={group.label}>
            {group.hits.map((hit) => (
              <Spotlight.Action
                key={hit.id}
                label={hit.title ?? where(hit)}
                description={[hit.title ? where(hit) : '', hit.snippet].filter(Boolean).join(' · ')}
                leftSection={<group.icon size={18} stroke={1.6} aria-hidden />}
                onClick={() =>
                  void (hit.caseId
                    ? navigate({
                        to: '/cases/$caseId',
                        params: { caseId: hit.caseId },
                        search: { tab: group.tab },
                      })
                    : navigate({ to: '/clients/$clientId', params: { clientId: hit.clientId }, search: {} }))
                }
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
    </>
  );
}
