import { Group, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { useFormat } from '../../ui/format';
import { useWithdrawVerification } from './queries';
import type { RuleVersion, Verification } from './types';

/** Who has compared a version with the official text, what they saw, and who took it back. */
export function Verifications({ version, mayWithdraw }: { version: RuleVersion; mayWithdraw: boolean }) {
  const { t } = useTranslation();
  return (
    <section style={{ marginTop: 14 }}>
      <Title order={3} mb={4}>
        {t('lawRule.verifications')}
      </Title>
      {version.verifications.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('lawRule.noVerifications')}
        </Text>
      ) : (
        <ul className="law-dates">
          {version.verifications.map((verification) => (
            <li key={verification.id} style={{ display: 'block' }}>
              <Line verification={verification} mayWithdraw={mayWithdraw} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Line({ verification, mayWithdraw }: { verification: Verification; mayWithdraw: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const withdraw = useWithdrawVerification();
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
      {mayWithdraw && !withdrawn ? (
        <ConfirmButton
          label={t('lawRule.withdraw')}
          confirm={t('lawRule.withdraw')}
          question={t('lawRule.withdrawAsk')}
          danger
          act={() =>
            withdraw.mutateAsync({ path: { verificationId: verification.id }, key: crypto.randomUUID() })
          }
        />
      ) : null}
    </Group>
  );
}
