import { Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/problem';
import { Failure } from '../../ui/states';
import { Notice } from '../../ui/Tag';

/** A question that could not be answered: the field says why; what names no field is said here. */
export function Refused({ problem, retry }: { problem: Problem; retry: () => void }) {
  const { t } = useTranslation();
  if (![400, 422].includes(problem.status)) return <Failure error={problem} retry={retry} />;
  return (
    <Notice tone="soon" role="alert" icon={<IconAlertTriangle size={18} aria-hidden />}>
      <Text size="sm">{t('calculators.checkFields')}</Text>
      {problem.fields.map(({ path, message }) => (
        <Text size="sm" key={path + message} lang="en">
          {message}
        </Text>
      ))}
    </Notice>
  );
}
