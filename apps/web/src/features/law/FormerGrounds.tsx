import { Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { English, LawWords } from './LawText';
import { ProvenanceTag, WaivedTag } from './RuleTags';
import type { FormerGround, Ground } from './types';

/** Grounds of former INA 241(a): what an old charging document cites, and where it stands today. */
export const FormerGrounds = memo(function FormerGrounds({
  items,
  present,
}: {
  items: FormerGround[];
  present: Ground[];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel flush title={t('lawGrounds.former')} note={t('lawGrounds.formerLead')}>
      <ul className="v-rows">
        {items.map((ground) => (
          <li key={ground.id}>
            <Group justify="space-between" gap="xs" align="flex-start">
              <div style={{ flex: '1 1 320px', minWidth: 0 }}>
                <Text size="sm">
                  <strong className="v-num">INA {ground.ina}</strong> <English>{ground.name}</English>
                </Text>
                <Text size="xs" c="dimmed">
                  <English>{ground.usc}</English> ·{' '}
                  {t('lawGrounds.used', {
                    from: format.day(ground.effectiveFrom),
                    to: format.day(ground.effectiveTo),
                  })}
                  {ground.waiver ? (
                    <>
                      {' '}
                      · {t('lawGrounds.waiver')}: <English>{ground.waiver}</English>
                    </>
                  ) : null}
                </Text>
                {ground.presentIds.length ? (
                  <Text size="xs">
                    {t('lawGrounds.today')}:{' '}
                    {ground.presentIds.map((id, at) => (
                      <span key={id}>
                        {at > 0 ? ', ' : ''}
                        <Link to="/law/grounds/$ground" params={{ ground: id }} className="law-link">
                          INA {present.find((other) => other.id === id)?.ina ?? id}
                        </Link>
                      </span>
                    ))}
                  </Text>
                ) : null}
                {ground.note ? (
                  <Text size="xs">
                    <LawWords text={ground.note} />
                  </Text>
                ) : null}
              </div>
              <Group gap={4}>
                <WaivedTag waived={ground.waived} />
                <ProvenanceTag provenance={ground.provenance} />
              </Group>
            </Group>
          </li>
        ))}
      </ul>
    </Panel>
  );
});
