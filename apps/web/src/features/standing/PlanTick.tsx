import { Checkbox, Text } from '@mantine/core';
import { useMay } from '../../app/session';
import type { CheckInPlan } from '../../api/types';
import { useSettlePreparation } from '../custody/protocol-queries';

/** An item of the preparation that can be ticked off; words only for whoever may not. */
export function PlanTick(props: { checkInId: string; item: CheckInPlan['items'][number] }) {
  const may = useMay();
  const settle = useSettlePreparation();
  const { checkInId, item } = props;
  const done = item.standing === 'done';
  if (!may('checkin.schedule'))
    return (
      <Text size="sm" lang="en" td={done ? 'line-through' : undefined}>
        {item.title}
      </Text>
    );
  return (
    <Checkbox
      size="sm"
      checked={done}
      disabled={settle.isPending}
      label={<span lang="en">{item.title}</span>}
      onChange={(event) =>
        settle.mutate({
          path: { checkInId, step: item.id },
          body: { state: event.currentTarget.checked ? 'done' : 'open' },
        })
      }
    />
  );
}
