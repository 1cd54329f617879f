import { Stack } from '@mantine/core';
import type { CaseFile } from '../../api/types';
import { ReviewsPanel } from './ReviewsPanel';
import { TasksPanel } from './TasksPanel';
import { TimePanel } from './TimePanel';

/** The work on a case: what is to be done, what a supervisor was asked, the time it took. */
export function WorkTab({ file }: { file: CaseFile }) {
  return (
    <Stack gap="md">
      <TasksPanel file={file} />
      <ReviewsPanel file={file} />
      <TimePanel file={file} />
    </Stack>
  );
}
