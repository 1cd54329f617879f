import { Text } from '@mantine/core';
import { IconArrowsSplit } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PardonEffect } from '../../api/types';
import { useWords } from '../../i18n/words';
import { useFormat } from '../../ui/format';
import { Notice } from '../../ui/Tag';

/** Dates the sources disagree about: both of them, and whether the answer hangs on which one is right. */
export function EffectDisputes({ disputes }: { disputes: PardonEffect['disputes'] }) {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  if (disputes.length === 0) return null;
  return (
    <div style={{ padding: '4px 16px' }}>
      <Notice
        tone={disputes.some(({ decides }) => decides) ? 'urgent' : 'soon'}
        icon={<IconArrowsSplit size={18} aria-hidden />}
      >
        <Text size="sm" fw={600}>
          {t('clemency.disputed')}
        </Text>
        {disputes.map((one) => (
          <div key={one.sourceId + one.fact + one.otherOn} style={{ marginTop: 4 }}>
            <Text size="sm">
              {t('clemency.disputedDates', {
                what: word('fact', one.fact),
                recorded: format.day(one.recordedOn) || t('common.notRecorded'),
                other: format.day(one.otherOn),
              })}
            </Text>
            <Text size="sm" c={one.decides ? undefined : 'dimmed'}>
              {one.decides
                ? t('clemency.disputeDecides', {
                    recorded: word('overall', one.overallRecorded),
                    other: word('overall', one.overallOther),
                  })
                : t('clemency.disputeNoMatter')}
            </Text>
            {one.changed.map((charge) => (
              <Text key={charge.chargeId} size="xs" c="dimmed">
                {charge.ina}: {word('effect', charge.from ?? 'not_applicable')} → {word('effect', charge.to)}
              </Text>
            ))}
          </div>
        ))}
      </Notice>
    </div>
  );
}
