import { Button, Group, Text } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { useProblemText } from '../../ui/states';

/** How long a revealed number stays on the screen. */
const shownFor = 60_000;

/** A number, masked until someone asks for it; the asking is written down before the answer. */
export function Revealed(props: {
  masked: string;
  allowed?: boolean;
  what?: string;
  ask: () => Promise<string>;
}) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [shown, setShown] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    if (!shown) return undefined;
    const timer = setTimeout(() => setShown(null), shownFor);
    return () => clearTimeout(timer);
  }, [shown]);
  const ask = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      setShown(await props.ask());
    } catch (error) {
      setProblem(Problem.from(error));
    } finally {
      setBusy(false);
    }
  };
  const word = shown ? t('clients.hide') : t('clients.reveal');
  return (
    <Group gap={6} component="span" wrap="wrap">
      <Text size="sm" span className="v-num" fw={500} style={{ whiteSpace: 'nowrap' }} aria-live="polite">
        {shown ?? props.masked}
      </Text>
      {props.allowed === false ? null : (
        <Button
          size="compact-xs"
          variant="default"
          loading={busy}
          title={t('clients.revealHint')}
          aria-label={props.what ? `${word}: ${props.what}` : undefined}
          leftSection={shown ? <IconEyeOff size={13} aria-hidden /> : <IconEye size={13} aria-hidden />}
          onClick={() => (shown ? setShown(null) : void ask())}
        >
          {word}
        </Button>
      )}
      {problem ? (
        <Text size="xs" c="var(--v-urgent)" role="alert" span>
          {problemText(problem)}
        </Text>
      ) : null}
    </Group>
  );
}
