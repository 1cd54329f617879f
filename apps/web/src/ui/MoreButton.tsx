import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** What a list that is read page by page tells of itself. */
interface Paged {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
}

/** Reads the next page of a list; nothing when there is none. */
export function MoreButton({ list }: { list: Paged }) {
  const { t } = useTranslation();
  if (!list.hasNextPage) return null;
  return (
    <Group p="sm" justify="flex-end">
      <Button
        size="xs"
        variant="default"
        loading={list.isFetchingNextPage}
        onClick={() => void list.fetchNextPage()}
      >
        {t('common.more')}
      </Button>
    </Group>
  );
}
