import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TraceStep } from '../deadlines/trace';
import { LawText } from '../deadlines/LawText';

/** Reasons that are there when somebody asks: steps, authority, whether an attorney has checked it. */
export function Because(props: {
  trace?: TraceStep[];
  citation?: string;
  verified?: boolean;
  about: string;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const { trace = [] } = props;
  return (
    <details className="v-because">
      <summary aria-label={`${t('standing.because')}: ${props.about}`}>{t('standing.because')}</summary>
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
