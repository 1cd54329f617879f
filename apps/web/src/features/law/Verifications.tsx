import { Group, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { useFormat } from '../../ui/format';
import type { Verification } from './types';

type Verified = Omit<Verification, 'ruleVersion'>;
type Withdraw = (verificationId: string) => Promise<unknown>;

/** Who has compared a record with the official text, what they saw, and who took it back. */
export function Verifications(props: { items: Verified[]; none: string; withdraw?: Withdraw }) {
  const { t } = useTranslation();
  return (
    <section style={{ marginTop: 14 }}>
      <Title order={3} mb={4}>
        {t('lawRule.verifications')}
      </Title>
      {props.items.length === 0 ? (
        <Text size="sm" c="dimmed">
          {props.none}
        </Text>
      ) : (
        <ul className="law-dates">
          {props.items.map((verification) => (
            <li key={verification.id} style={{ display: 'block' }}>
              <Line verification={verification} withdraw={props.withdraw} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Line({ verification, withdraw }: { verification: Verified; withdraw?: Withdraw }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { withdrawn } = verification;
  return (
    <Group justify="space-between" align="flex-start" gap="xs">
      <div style={{ flex: '1 1 260px', minWidth: 0 }}>
        <Text size="sm" td={withdrawn ? 'line-through' : undefined}>
          {withdrawn ? null : (
            <IconCircleCheck size={15} color="var(--v-good)" style={{ verticalAlign: -2 }} aria-hidden />
          )}{' '}
          {t('lawRule.line', { name: verification.by.name, day: format.day(verification.on) })}
        </Text>
        <Text size="sm" className="law-source">
          {t('lawRule.seen', { source: verification.sourceSeen })}
        </Text>
        {verification.note ? (
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {verification.note}
          </Text>
        ) : null}
        {withdrawn ? (
          <Text size="xs" c="dimmed">
            {t('lawRule.withdrawn', { name: withdrawn.by.name, when: format.instant(withdrawn.at) })}
          </Text>
        ) : null}
      </div>
      {withdraw && !withdrawn ? (
        <ConfirmButton
          label={t('lawRule.withdraw')}
          confirm={t('lawRule.withdraw')}
          question={t('lawRule.withdrawAsk')}
          danger
          act={() => withdraw(verification.id)}
        />
      ) : null}
    </Group>
  );
}
