import { List, Text, type TextProps } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';

/** Ids of rules and names of facts, such as bia.appeal.30d and printed_due. */
const CODE = /\b[a-z][a-z0-9]+(?:[._][a-z0-9]+)+\b/g;

/** Words of the law come from the server in English, whatever the language of the screen. */
export function English(props: { children: ReactNode }) {
  return <span lang="en">{props.children}</span>;
}

/** A sentence of the law, its ids set as code. */
export function LawWords({ text }: { text: string }) {
  const ids = text.match(CODE) ?? [];
  return (
    <English>
      {text.split(CODE).map((part, at) => (
        <Fragment key={at}>
          {part}
          {ids[at] ? <code>{ids[at]}</code> : null}
        </Fragment>
      ))}
    </English>
  );
}

export function LawText({ text, ...props }: TextProps & { text: string }) {
  return (
    <Text size="sm" {...props}>
      <LawWords text={text} />
    </Text>
  );
}

export function LawList({ items }: { items: readonly string[] }) {
  return (
    <List size="sm" spacing={3}>
      {items.map((item) => (
        <List.Item key={item}>
          <LawWords text={item} />
        </List.Item>
      ))}
    </List>
  );
}

/** Whether every word of a query is in the text, in any order and without regard to case or accents. */
export function holdsWords(text: string, query: string): boolean {
  const plain = fold(text);
  return fold(query)
    .split(/\s+/)
    .every((word) => plain.includes(word));
}
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
