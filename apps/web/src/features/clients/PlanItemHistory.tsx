import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format';
import { Answer, Empty } from '../../ui/states';
import { Tag } from '../../ui/Tag';
import { usePlanItemHistory } from './queries';

/** Every version of an item, so that nothing agreed is lost. */
export function PlanItemHistory({ clientId, item }: { clientId: string; item: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const history = usePlanItemHistory(clientId, item);
  return (
    <Answer query={history} empty={<Empty>{t('plan.nothing')}</Empty>}>
      {(found) => (
        <>
          <Text size="sm" c="dimmed">
            {t('plan.historyLead')}
          </Text>
          <ol className="v-rows">
            {found.items.map((was) => (
              <li key={was.version}>
                <Group gap="xs">
                  <Text size="sm" fw={600}>
                    {t('plan.version', { number: was.version })}
                  </Text>
                  <Tag>{t(`plan.states.${was.state}`)}</Tag>
                </Group>
                <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
                  {was.text ?? t('plan.nothing')}
                </Text>
                <Text size="xs" c="dimmed">
                  {t('plan.savedBy', { when: format.instant(was.at), name: was.by ?? '' })}
                </Text>
              </li>
            ))}
          </ol>
        </>
      )}
    </Answer>
  );
}
