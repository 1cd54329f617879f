import { Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import { roles, type Role } from '../../api/values';
import { useWords } from '../../i18n/words';
import { optionsOf } from '../../ui/form/field';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { addDays, todayIn, useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { useSecurityPolicy, useSetSecurityPolicy } from './queries';

const officeRoles = roles.filter((role) => role !== 'operator');
const GRACE_DAYS = 14;

/** Which roles need a second factor, and from when. */
export function SecurityPolicy() {
  const { t } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const policy = useSecurityPolicy();
  return (
    <Panel
      title={t('lock.policy')}
      note={t('lock.policyNote')}
      actions={
        policy.data ? (
          <FormButton label={t('lock.policyChange')} icon={<IconPencil size={14} aria-hidden />}>
            {(close) => <PolicyForm policy={policy.data} close={close} />}
          </FormButton>
        ) : null
      }
    >
      <Answer
        query={policy}
        isEmpty={(data) => data.roles.length === 0}
        empty={<Empty>{t('lock.policyOff')}</Empty>}
      >
        {(data) => (
          <Text size="sm">
            {t('lock.policyOn', {
              roles: data.roles.map((role) => word('role', role)).join(', '),
              date: format.day(data.requiredFrom),
            })}
          </Text>
        )}
      </Answer>
    </Panel>
  );
}

function PolicyForm(props: {
  policy: { roles: Role[]; requiredFrom: string | null; version: number };
  close: () => void;
}) {
  const { t } = useTranslation();
  const word = useWords();
  const { organisation } = useMe();
  const set = useSetSecurityPolicy();
  const { policy, close } = props;
  return (
    <RecordForm
      draftKey="security-policy"
      version={policy.version}
      intro={
        <Text size="sm" c="dimmed">
          {t('lock.policyLead')}
        </Text>
      }
      fields={[
        {
          ...{ name: 'roles', kind: 'multi', label: t('lock.policyRoles') },
          options: optionsOf(officeRoles, (role) => word('role', role)),
        },
        {
          ...{ name: 'requiredFrom', kind: 'date', label: t('lock.policyFrom'), required: true },
          hint: t('lock.policyFromHint'),
        },
      ]}
      initial={{
        roles: policy.roles as string[],
        requiredFrom: policy.requiredFrom ?? addDays(todayIn(organisation.timeZone), GRACE_DAYS),
      }}
      send={(body, { version, key }) => set.mutateAsync({ body, version, key })}
      done={close}
      onCancel={close}
    />
  );
}
