import { ActionIcon, Group, Select, Text } from '@mantine/core';
import { IconUserMinus, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../api/client';
import type { CheckInHistory } from '../../api/types';
import { useColleagues } from '../staff/queries';

/** Who goes along to a check-in; whoever may move it may ask somebody to come. */
export function Companions({ checkIn }: { checkIn: CheckInHistory }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const add = useSend('put', '/check-ins/{checkInId}/companions/{userId}');
  const remove = useSend('delete', '/check-ins/{checkInId}/companions/{userId}');
  const going = checkIn.companions;
  const colleagues = useColleagues((role) => role !== 'auditor').filter(
    ({ value }) => !going.some((each) => each.id === value),
  );
  if (!going.length && !checkIn.can.move) return null;
  const path = (userId: string): Record<string, string> => ({ checkInId: checkIn.id, userId });
  return (
    <Group gap={6} mt={4}>
      <Text size="xs" c="dimmed">
        {going.length ? t('accompany.who', { names: '' }).trim() : t('accompany.nobody')}
      </Text>
      {going.map((each) => (
        <Group key={each.id} gap={2}>
          <Text size="xs">{each.name}</Text>
          {checkIn.can.move ? (
            <ActionIcon
              size="sm"
              variant="subtle"
              aria-label={t('accompany.remove', { who: each.name })}
              onClick={() => remove.mutate({ path: path(each.id) })}
            >
              <IconUserMinus size={13} aria-hidden />
            </ActionIcon>
          ) : null}
        </Group>
      ))}
      {checkIn.can.move ? (
        adding ? (
          <Select
            size="xs"
            w={220}
            searchable
            autoFocus
            data={colleagues}
            aria-label={t('accompany.add')}
            placeholder={t('accompany.add')}
            onBlur={() => setAdding(false)}
            onChange={(userId) => {
              if (userId) add.mutate({ path: path(userId) });
              setAdding(false);
            }}
          />
        ) : (
          <ActionIcon
            size="sm"
            variant="subtle"
            aria-label={t('accompany.add')}
            onClick={() => setAdding(true)}
          >
            <IconUserPlus size={14} aria-hidden />
          </ActionIcon>
        )
      ) : null}
    </Group>
  );
}
