import { Button, Group, Modal, Stack, Text, type ButtonProps } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { useProblemText } from './states';

/** An act that is asked for once more, with its consequence in words. */
export function ConfirmButton(props: {
  label: string;
  question: string;
  confirm: string;
  icon?: ReactNode;
  danger?: boolean;
  /** The button itself is an alarm. */
  urgent?: boolean;
  variant?: ButtonProps['variant'];
  act: () => Promise<unknown>;
}) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [opened, setOpened] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const act = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await props.act();
      setOpened(false);
    } catch (error) {
      setProblem(Problem.from(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button
        className="v-wraps"
        size="xs"
        variant={props.urgent ? 'filled' : (props.variant ?? 'default')}
        color={props.urgent ? 'red.8' : undefined}
        leftSection={props.icon}
        onClick={() => setOpened(true)}
      >
        {props.label}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={props.label}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <Stack gap="md">
          <Text size="sm">{props.question}</Text>
          {problem ? (
            <Text size="sm" c="var(--v-urgent)" role="alert">
              {problemText(problem)}
            </Text>
          ) : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => setOpened(false)}>
              {t('common.cancel')}
            </Button>
            <Button color={props.danger ? 'red.8' : undefined} loading={busy} onClick={() => void act()}>
              {props.confirm}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
