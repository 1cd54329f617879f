import { Button, Text } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../ui/form/FormButton';
import { TimeForm } from './TimeForm';
import { useStartTimer, useStopTimer, useTimer } from './queries';

/** Runs on the server: a reload loses nothing, and the browser keeps nothing. */
export function Timer({ caseId, today }: { caseId: string; today: string }) {
  const { t } = useTranslation();
  const timer = useTimer();
  const [start, stop] = [useStartTimer(), useStopTimer()];
  const [minutes, setMinutes] = useState<number | null>(null);
  const running = timer.data?.timer ?? null;
  const close = (): void => setMinutes(null);
  return (
    <>
      {running?.caseId === caseId ? (
        <Button
          size="xs"
          variant="default"
          loading={stop.isPending}
          leftSection={<IconPlayerStop size={14} aria-hidden />}
          onClick={() => stop.mutate({}, { onSuccess: (answer) => setMinutes(answer.minutes) })}
        >
          {t('time.stop')} <Elapsed since={running.startedAt} />
        </Button>
      ) : running ? (
        <Text size="xs" c="dimmed">
          {t('time.runsElsewhere')}
        </Text>
      ) : (
        <Button
          size="xs"
          variant="subtle"
          loading={start.isPending}
          disabled={!timer.data}
          leftSection={<IconPlayerPlay size={14} aria-hidden />}
          onClick={() => start.mutate({ path: { caseId } })}
        >
          {t('time.start')}
        </Button>
      )}
      <Sheet opened={minutes !== null} onClose={close} title={t('time.add')}>
        <TimeForm caseId={caseId} today={today} minutes={minutes ?? undefined} close={close} />
      </Sheet>
    </>
  );
}

function Elapsed({ since }: { since: string }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const every = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(every);
  }, []);
  const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / 60_000));
  return (
    <span className="v-num" style={{ marginLeft: 6 }}>
      {Math.floor(minutes / 60)}:{String(minutes % 60).padStart(2, '0')}
    </span>
  );
}
