import { Button, Group, Text } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../ui/states';
import { useReveal } from './queries';

/** How long a revealed number stays on the screen. */
const shownFor = 60_000;

/** The A-number, masked until someone asks for it; the asking is written down before the answer. */
export function ANumber(props: { clientId: string; masked: string | null; allowed?: boolean }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const reveal = useReveal();
  const [shown, setShown] = useState<string | null>(null);
  useEffect(() => {
    if (!shown) return undefined;
    const timer = setTimeout(() => setShown(null), shownFor);
    return () => clearTimeout(timer);
  }, [shown]);
  if (!props.masked) {
    return (
      <Text size="sm" c="dimmed" span>
        {t('clients.noANumber')}
      </Text>
    );
  }
  const ask = async (): Promise<void> => {
    const answer = await reveal.mutateAsync({ path: { clientId: props.clientId } });
    setShown(answer.aNumber);
  };
  return (
    <Group gap={6} component="span" wrap="nowrap">
      <Text size="sm" span className="v-num" fw={500} style={{ whiteSpace: 'nowrap' }} aria-live="polite">
        {shown ?? props.masked}
      </Text>
      {props.allowed === false ? null : (
        <Button
          size="compact-xs"
          variant="default"
          loading={reveal.isPending}
          title={t('clients.revealHint')}
          leftSection={shown ? <IconEyeOff size={13} aria-hidden /> : <IconEye size={13} aria-hidden />}
          onClick={() => (shown ? setShown(null) : void ask().catch(() => undefined))}
        >
          {shown ? t('clients.hide') : t('clients.reveal')}
        </Button>
      )}
      {reveal.error ? (
        <Text size="xs" c="var(--v-urgent)" role="alert" span>
          {problemText(reveal.error)}
        </Text>
      ) : null}
    </Group>
  );
}
