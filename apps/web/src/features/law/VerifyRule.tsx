import { Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import { useWords } from '../../i18n/words';
import { orNull } from '../../ui/form/field';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { todayIn } from '../../ui/format';
import { useVerify } from './queries';
import type { Rule } from './types';

/** An attorney's word that one version agrees with the official text. */
export function VerifyRule({ rule }: { rule: Rule }) {
  const { t } = useTranslation();
  return (
    <FormButton label={t('lawRule.verify')} icon={<IconCircleCheck size={14} aria-hidden />}>
      {(close) => <VerifyForm rule={rule} close={close} />}
    </FormButton>
  );
}

function VerifyForm({ rule, close }: { rule: Rule; close: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const me = useMe();
  const verify = useVerify();
  const current = rule.versions.find((version) => version.current) ?? rule.versions.at(-1);
  const versions = [...rule.versions].reverse().map(({ version, status }) => ({
    value: String(version),
    label: `${t('lawRule.version', { version })}, ${word('ruleStatus', status)}`,
  }));
  return (
    <RecordForm
      draftKey={`verify:${rule.id}`}
      intro={
        <Text size="sm" c="dimmed">
          {t('lawRule.verifyLead')}
        </Text>
      }
      fields={[
        {
          name: 'version',
          kind: 'select',
          label: t('lawRule.whichVersion'),
          required: true,
          options: versions,
          half: true,
        },
        { name: 'on', kind: 'date', label: t('lawRule.comparedOn'), required: true, half: true },
        {
          name: 'sourceSeen',
          kind: 'text',
          label: t('lawRule.sourceSeen'),
          hint: t('lawRule.sourceSeenHint'),
          required: true,
        },
        { name: 'note', kind: 'textarea', label: t('common.note') },
      ]}
      initial={{
        version: String(current?.version ?? ''),
        on: todayIn(me.organisation.timeZone),
        sourceSeen: '',
        note: '',
      }}
      saved={t('lawRule.recorded')}
      send={(values, { key }) =>
        verify.mutateAsync({
          path: { rule: rule.id },
          key,
          body: {
            version: Number(values.version),
            on: values.on,
            sourceSeen: values.sourceSeen,
            note: orNull(values.note),
          },
        })
      }
      done={close}
      onCancel={close}
    />
  );
}
