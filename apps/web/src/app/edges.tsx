import { Button, Stack, Text } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { Failure, Loading } from '../ui/states';
import { QuickExit } from './shell/QuickExit';

/** While the code of a screen or the session is on its way. */
export function Waiting() {
  return <Loading lines={6} />;
}

/** Before the session is known there is no shell yet. */
export function Opening() {
  return (
    <main style={{ maxWidth: 480, margin: '20vh auto' }}>
      <h1 style={{ textAlign: 'center' }}>Vacatur</h1>
      <QuickExit />
      <Loading lines={3} />
    </main>
  );
}

/** An address that leads nowhere. */
export function NotFound() {
  return <Failure error={new Problem(404, {})} />;
}

/** A screen that threw: say so, offer a reload, send nothing anywhere. */
export function Crashed({ error }: ErrorComponentProps) {
  const { t } = useTranslation();
  if (error instanceof Problem) return <Failure error={error} retry={() => location.reload()} />;
  return (
    <Stack p="md" align="flex-start" role="alert">
      <Text>{t('state.crashed')}</Text>
      <Button variant="default" onClick={() => location.reload()}>
        {t('state.reload')}
      </Button>
      <QuickExit />
    </Stack>
  );
}
