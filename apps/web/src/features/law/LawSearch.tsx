import { Button, Group, Kbd, Select, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Option } from '../../ui/form/field';

export interface LawFilter {
  name: string;
  label: string;
  options: Option[];
  value: string | undefined;
}

const typing = (target: EventTarget | null): boolean =>
  (target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')) ||
  document.querySelector('[role=dialog]') !== null;

/** '/' goes to the search of this screen; elsewhere it opens the search for clients. */
function useSlash() {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const go = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      field.current?.focus();
      field.current?.select();
    };
    // Before the shell hears of it, which would open its own search.
    window.addEventListener('keydown', go, { capture: true });
    return () => window.removeEventListener('keydown', go, { capture: true });
  }, []);
  return field;
}

/** Words and filters of a list of the law; the words never reach the address. */
export function LawSearch(props: {
  label: string;
  text: string;
  onText: (text: string) => void;
  filters: LawFilter[];
  onFilter: (name: string, value: string | undefined) => void;
  /** Takes every filter back; the words are taken back here. */
  onClear: () => void;
}) {
  const { t } = useTranslation();
  const field = useSlash();
  const narrowed = props.text !== '' || props.filters.some((filter) => filter.value !== undefined);
  const down = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    document.querySelector<HTMLElement>('[data-law-row] a')?.focus();
  };
  return (
    <Group gap="xs" align="flex-end" role="search" aria-label={props.label}>
      <TextInput
        ref={field}
        style={{ flex: '1 1 240px' }}
        maw={440}
        label={t('law.search')}
        placeholder={props.label}
        size="xs"
        value={props.text}
        onChange={(event) => props.onText(event.currentTarget.value)}
        onKeyDown={down}
        autoComplete="off"
        aria-keyshortcuts="/"
        leftSection={<IconSearch size={15} stroke={1.6} aria-hidden />}
        rightSection={
          <Kbd size="xs" aria-hidden title={t('law.slash')}>
            /
          </Kbd>
        }
      />
      {props.filters.map((filter) => (
        <Select
          key={filter.name}
          size="xs"
          style={{ flex: '1 1 150px' }}
          maw={220}
          label={filter.label}
          placeholder={t('common.any')}
          data={filter.options}
          value={filter.value ?? null}
          onChange={(value) => props.onFilter(filter.name, value ?? undefined)}
          clearable
          clearButtonProps={{ 'aria-label': t('common.remove') }}
        />
      ))}
      {narrowed ? (
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          leftSection={<IconX size={14} aria-hidden />}
          onClick={() => {
            props.onText('');
            props.onClear();
          }}
        >
          {t('law.clear')}
        </Button>
      ) : null}
    </Group>
  );
}

/** Up and down between the links of the rows of a list. */
export function moveByArrows(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const row = (event.target as HTMLElement).closest('[data-law-row]');
  if (step === 0 || !row) return;
  const rows = [...document.querySelectorAll('[data-law-row]')];
  const next = rows[rows.indexOf(row) + step];
  if (!next) return;
  event.preventDefault();
  next.querySelector<HTMLElement>('a')?.focus();
}
