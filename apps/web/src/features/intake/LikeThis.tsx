import { List, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/words';
import { MoreButton } from '../../ui/MoreButton';
import { useFormat } from '../../ui/format';
import { Notice } from '../../ui/Tag';
import { ClientLink } from '../clients/ClientLink';
import { useDuplicates, usePeopleLike } from './queries';

/** Who has such a name already, of those this person may see: perhaps the same person, perhaps a conflict. */
export function LikeThis(props: { given: string; family: string; birth: string; aNumber: string }) {
  const { t } = useTranslation();
  const word = useWords();
  const [typed] = useDebouncedValue(props, 500);
  const [given, family] = [typed.given.trim(), typed.family.trim()];
  const enough = given.length > 1 && family.length > 1;
  const birth = /^\d{4}(-\d\d){0,2}$/.test(typed.birth.trim()) ? typed.birth.trim() : undefined;
  const duplicates = useDuplicates(
    { name: { given, family }, birth, aNumber: typed.aNumber.trim() || undefined },
    enough,
  );
  const like = usePeopleLike(`${given} ${family}`, enough);
  const same = duplicates.data?.items ?? [];
  const found = like.data?.pages ?? [];
  const others = found.flatMap((page) => page.items).filter((one) => one.role !== 'client');
  const alike = found[0]?.alike ?? 0;
  if (!enough || (!same.length && !others.length && !like.hasNextPage)) return null;
  return (
    <Notice tone="soon" role="status" icon={<IconUsers size={18} aria-hidden />}>
      {same.length ? (
        <>
          <Text size="sm" fw={600}>
            {t('intake.mayBeSame')}
          </Text>
          <Same items={same} />
          {duplicates.data?.more ? <Text size="sm">{t('intake.moreSame')}</Text> : null}
        </>
      ) : null}
      {others.length ? (
        <>
          <Text size="sm" fw={600} mt={same.length ? 'xs' : 0}>
            {t('intake.mayConflict')}
          </Text>
          <List size="sm">
            {others.map((one, at) => (
              <List.Item key={`${one.role}${at}`}>
                {one.name}: {word('conflictRole', one.role)}
                {one.client ? (
                  <>
                    {' '}
                    {t('intake.ofClient')} <ClientLink clientId={one.client.id}>{one.client.name}</ClientLink>
                  </>
                ) : null}
              </List.Item>
            ))}
          </List>
        </>
      ) : null}
      <Further list={like} alike={alike} />
    </Notice>
  );
}

type Duplicate = NonNullable<ReturnType<typeof useDuplicates>['data']>['items'][number];

function Same({ items }: { items: Duplicate[] }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  return (
    <List size="sm">
      {items.map((one) => (
        <List.Item key={one.client.id}>
          <ClientLink clientId={one.client.id}>{one.client.name}</ClientLink>{' '}
          {[one.birth ? t('intake.born', { day: format.day(one.birth) }) : null, word('conflictHow', one.how)]
            .filter(Boolean)
            .join(' · ')}
        </List.Item>
      ))}
    </List>
  );
}

/** That more people have such a name than are shown, and the way to them. */
function Further({ list, alike }: { list: ReturnType<typeof usePeopleLike>; alike: number }) {
  const { t } = useTranslation();
  if (!list.hasNextPage) return null;
  return (
    <>
      <Text size="sm" mt="xs">
        {t('intake.manyAlike', { count: alike })}
      </Text>
      <MoreButton list={list} />
    </>
  );
}
