import { Button, Group, Stack } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Deadline, DeadlineItem } from '../../api/types';
import { Sheet } from '../../ui/form/FormButton';
import { Answer } from '../../ui/states';
import { CompleteDeadline, ConfirmDeadline } from './DeadlineForms';
import { PrintDate } from './PrintedDate';
import { useDeadline } from './queries';
import { Reasons } from './Reasons';

/** Every reason behind one date, beside the list it was opened from. */
export function WhyThisDate(props: { deadline: DeadlineItem | null; today: string; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Sheet opened={props.deadline !== null} onClose={props.onClose} title={t('deadlines.why')} wide>
      {props.deadline ? <Fetched id={props.deadline.id} today={props.today} /> : null}
    </Sheet>
  );
}

function Fetched({ id, today }: { id: string; today: string }) {
  const { t } = useTranslation();
  const deadline = useDeadline(id);
  return (
    <Answer query={deadline}>
      {(found) => (
        <Stack gap="md" className="v-print">
          <Reasons deadline={found} today={today} />
          <Group gap="xs" className="v-no-print">
            <DeadlineActs deadline={found} today={today} />
            <Button
              size="xs"
              variant="default"
              renderRoot={(root) => (
                <Link to="/deadlines/$deadlineId/why" params={{ deadlineId: id }} {...root} />
              )}
              leftSection={<IconPrinter size={14} aria-hidden />}
            >
              {t('deadlines.printPage')}
            </Button>
          </Group>
        </Stack>
      )}
    </Answer>
  );
}

/** What this person may do with the date, beside its reasons. */
export function DeadlineActs({ deadline, today }: { deadline: Deadline; today: string }) {
  return (
    <>
      <ConfirmDeadline deadline={deadline} />
      <CompleteDeadline deadline={deadline} today={today} />
      <PrintDate deadline={deadline} />
    </>
  );
}
