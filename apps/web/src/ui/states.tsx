import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconLock, IconPlugOff, IconSearchOff } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';

/** Grey lines in the shape of what is coming. */
export function Loading(props: { lines?: number; height?: number }) {
  const { t } = useTranslation();
  const count = props.lines ?? 4;
  return (
    <Stack gap="sm" p="md" role="status" aria-label={t('state.loading')} aria-busy="true">
      {Array.from({ length: count }, (_, at) => (
        <Skeleton key={at} height={props.height ?? 18} width={`${96 - ((at * 13) % 34)}%`} />
      ))}
    </Stack>
  );
}

/** Nothing here yet: what would be here, and what to do. */
export function Empty(props: { children: ReactNode; action?: ReactNode; icon?: ReactNode }) {
  return (
    <Stack align="flex-start" gap="xs" p="md">
      <Group gap="sm" wrap="nowrap" align="flex-start" c="dimmed">
        {props.icon}
        <Text size="sm" maw={560}>
          {props.children}
        </Text>
      </Group>
      {props.action}
    </Stack>
  );
}

/** The sentence for a problem: the translated one of its code, else the server's own. */
export function useProblemText(): (problem: Problem) => string {
  const { t, i18n } = useTranslation();
  return (problem) => {
    const key = `problem.${problem.code}`;
    if (i18n.exists(key)) return t(key as 'problem.unknown', problem.params);
    return problem.message || problem.title || t('problem.unknown');
  };
}

/** Why a screen or a part of it could not be shown. */
export function Failure(props: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  const text = useProblemText();
  const problem = Problem.from(props.error);
  if (problem.status === 403) return <NoPermission />;
  const gone = problem.status === 404;
  const Icon = gone ? IconSearchOff : problem.status === 0 ? IconPlugOff : IconAlertTriangle;
  return (
    <Stack gap="xs" p="md" role="alert" align="flex-start">
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <Icon size={20} aria-hidden />
        <div>
          <Text fw={600}>{gone ? t('state.notFound') : t('state.failed')}</Text>
          <Text size="sm">{gone ? t('state.notFoundWhy') : text(problem)}</Text>
          {problem.requestId ? (
            <Text size="xs" c="dimmed" ff="monospace">
              {t('state.requestId', { id: problem.requestId })}
            </Text>
          ) : null}
        </div>
      </Group>
      {props.retry && !gone ? (
        <Button size="xs" variant="default" onClick={props.retry}>
          {t('state.retry')}
        </Button>
      ) : null}
    </Stack>
  );
}

/** In reach, but not this person's action. */
export function NoPermission() {
  const { t } = useTranslation();
  return (
    <Empty icon={<IconLock size={20} aria-hidden />}>
      <strong>{t('state.noPermission')}</strong> {t('state.noPermissionWhy')}
    </Empty>
  );
}

type Shown<T> = Pick<UseQueryResult<T, unknown>, 'data' | 'error' | 'isPending' | 'refetch'>;

/** One query on the screen in its four states; `empty` decides what counts as nothing. */
export function Answer<T>(props: {
  query: Shown<T>;
  loading?: ReactNode;
  isEmpty?: (data: T) => boolean;
  empty?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  const { data, error, isPending, refetch } = props.query;
  if (data !== undefined) {
    return props.isEmpty?.(data) ? <>{props.empty}</> : <>{props.children(data)}</>;
  }
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  return isPending ? <>{props.loading ?? <Loading />}</> : null;
}
