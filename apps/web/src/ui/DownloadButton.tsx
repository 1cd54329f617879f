import { Button, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { download } from '../api/download';
import { Problem } from '../api/problem';
import { useProblemText } from './states';

/** Saves a file that the server makes on demand; says so when it refuses. */
export function DownloadButton(props: {
  label: string;
  path: string;
  fileName: string;
  method?: 'GET' | 'POST';
}) {
  const problemText = useProblemText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await download(props.path, props.fileName, props.method);
    } catch (error) {
      setProblem(Problem.from(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button
        size="xs"
        variant="default"
        loading={busy}
        leftSection={<IconDownload size={14} aria-hidden />}
        onClick={() => void save()}
      >
        {props.label}
      </Button>
      {problem ? (
        <Text size="sm" c="var(--v-urgent)" role="alert">
          {problemText(problem)}
        </Text>
      ) : null}
    </>
  );
}
