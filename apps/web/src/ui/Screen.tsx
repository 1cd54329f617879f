import { Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';

/** Puts the screen's name in the tab and the focus on the heading, so that a screen reader hears the change. */
export function useScreenTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Vacatur` : 'Vacatur';
  }, [title]);
}

let shownBefore = false;

/**
 * The heading to focus after a change of screen. Not on the first one: there the keyboard starts at the top,
 * with the skip link.
 */
export function useHeadingFocus() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (shownBefore) heading.current?.focus({ preventScroll: true });
    shownBefore = true;
  }, []);
  return heading;
}

/** A page: heading, one line of explanation, actions, content. */
export function Screen(props: { title: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  const heading = useHeadingFocus();
  useScreenTitle(props.title);
  return (
    <Stack gap="md">
      <Group className="v-screen-head" justify="space-between" align="flex-end" gap="sm">
        <div>
          <Title order={1} ref={heading} tabIndex={-1}>
            {props.title}
          </Title>
          {props.lead ? (
            <Text c="dimmed" size="sm">
              {props.lead}
            </Text>
          ) : null}
        </div>
        {props.actions ? <Group gap="xs">{props.actions}</Group> : null}
      </Group>
      {props.children}
    </Stack>
  );
}
