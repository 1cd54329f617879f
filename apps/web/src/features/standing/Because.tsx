import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TraceStep } from '../deadlines/trace';
import { LawText } from '../deadlines/LawText';

/** One sentence of why; opened, the steps behind it, its authority, and whether an attorney has checked it. */
export function Because(props: {
  why: string;
  trace?: TraceStep[];
  citation?: string;
  verified?: boolean;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const { trace = [] } = props;
  return (
    <details className="v-because">
      <summary>
        <LawText>{props.why}</LawText>
      </summary>
      {props.children}
      {trace.length ? (
        <ol>
          {trace.map(({ text }, at) => (
            <li key={at}>
              <LawText>{text}</LawText>
            </li>
          ))}
        </ol>
      ) : null}
      {props.citation ? (
        <Text size="xs" c="dimmed">
          <LawText>{props.citation}</LawText>
          {props.verified === false ? ` · ${t('common.notVerified')}` : null}
        </Text>
      ) : null}
    </details>
  );
}

/** Warnings of the engine, each a line of its own. */
export function Cautions({ items }: { items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <ul className="v-cautions">
      {items.map((item) => (
        <li key={item}>
          <LawText>{item}</LawText>
        </li>
      ))}
    </ul>
  );
}
