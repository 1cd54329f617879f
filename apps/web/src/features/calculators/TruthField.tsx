import { SegmentedControl, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

/** Yes, no, or not known, which is never read as no; in one line, so that many fit beside an answer. */
export function TruthField(props: { label: string; value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className="screen-truth">
      <Text size="sm" id={id} lh={1.3}>
        {props.label}
      </Text>
      <SegmentedControl
        size="xs"
        data-answered={props.value !== 'not_known' || undefined}
        aria-labelledby={id}
        value={props.value}
        onChange={props.onChange}
        data={[
          { value: 'not_known', label: t('calculators.notKnown') },
          { value: 'yes', label: t('common.yes') },
          { value: 'no', label: t('common.no') },
        ]}
      />
    </div>
  );
}
