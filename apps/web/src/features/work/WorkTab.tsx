import { Stack } from '@mantine/core';
import type { CaseFile } from '../../api/types';
import { TasksPanel } from './TasksPanel';

/** The work on a case: what is to be done. */
export function WorkTab({ file }: { file: CaseFile }) {
  return (
    <Stack gap="md">
      <TasksPanel file={file} />
    </Stack>
  );
}
