import { Group, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

/** A titled region of a screen. `flush` lets lists and tables touch the frame. */
export function Panel(props: {
  title?: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
  flush?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="v-panel" aria-labelledby={props.title ? id : undefined}>
      {props.title ? (
        <header className="v-panel-head">
          <div>
            <Title order={2} id={id}>
              {props.title}
            </Title>
            {props.note ? (
              <Text size="xs" c="dimmed">
                {props.note}
              </Text>
            ) : null}
          </div>
          {props.actions ? <Group gap="xs">{props.actions}</Group> : null}
        </header>
      ) : null}
      <div className={props.flush ? 'v-panel-body flush' : 'v-panel-body'}>{props.children}</div>
    </section>
  );
}

/** Labelled facts as a definition list; absent values are said, not left empty. */
export function Facts(props: {
  items: (readonly [label: string, value: ReactNode] | null)[];
  absent: string;
}) {
  return (
    <dl className="v-facts">
      {props.items.map((item) =>
        item ? (
          <div key={item[0]}>
            <dt>{item[0]}</dt>
            <dd>{item[1] || <span style={{ color: 'var(--v-quiet)' }}>{props.absent}</span>}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
