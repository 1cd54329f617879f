import { ActionIcon, Group } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** The list with one item moved by one place. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const next = [...items];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

/** Moves one row of a list up or down; the focus stays on the button that was used. */
export function MoveButtons(props: {
  what: string;
  at: number;
  count: number;
  busy: boolean;
  move: (to: number) => void;
}) {
  const { t } = useTranslation();
  const { what, at, count, busy, move } = props;
  const used = useRef<HTMLButtonElement | null>(null);
  useEffect(() => {
    if (!busy && used.current) {
      used.current.focus({ preventScroll: true });
      used.current = null;
    }
  }, [at, busy]);
  const button = (to: number, label: string, icon: React.ReactNode) => (
    <ActionIcon
      variant="default"
      size="md"
      aria-label={label}
      aria-disabled={to < 0 || to >= count}
      data-disabled={to < 0 || to >= count || undefined}
      onClick={(event) => {
        if (busy || to < 0 || to >= count) return;
        used.current = event.currentTarget;
        move(to);
      }}
    >
      {icon}
    </ActionIcon>
  );
  return (
    <Group gap={4} wrap="nowrap">
      {button(at - 1, t('person.moveUp', { what }), <IconChevronUp size={15} aria-hidden />)}
      {button(at + 1, t('person.moveDown', { what }), <IconChevronDown size={15} aria-hidden />)}
    </Group>
  );
}
