import { Group, Text } from '@mantine/core';
import { IconDeviceMobile, IconFingerprint, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { passkeysHere } from '../../api/passkeys';
import type { Factor } from '../../api/types';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { FormButton } from '../../ui/form/FormButton';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { AddApp, AddPasskey } from './AddFactor';
import { RecoveryCodes } from './RecoveryCodes';
import { useFactors, useRemoveFactor } from './queries';

/** What is asked for beside the password. */
export function Factors() {
  const { t } = useTranslation();
  const factors = useFactors();
  const passkeys = factors.data?.passkeysPossible && passkeysHere();
  return (
    <Panel
      flush
      title={t('factors.title')}
      note={t('factors.note')}
      actions={
        <>
          <FormButton label={t('factors.addApp')} icon={<IconPlus size={14} aria-hidden />}>
            {(close) => <AddApp close={close} />}
          </FormButton>
          {passkeys ? (
            <FormButton label={t('factors.addPasskey')} icon={<IconFingerprint size={14} aria-hidden />}>
              {(close) => <AddPasskey close={close} />}
            </FormButton>
          ) : null}
        </>
      }
    >
      <Answer
        query={factors}
        isEmpty={(data) => data.items.length === 0}
        empty={<Empty>{t('factors.empty')}</Empty>}
      >
        {(data) => (
          <>
            <ul className="v-rows">
              {data.items.map((factor) => (
                <FactorRow key={factor.id} factor={factor} />
              ))}
            </ul>
            <RecoveryCodes left={data.recoveryCodesLeft} />
          </>
        )}
      </Answer>
      {factors.data && !factors.data.passkeysPossible ? (
        <Text size="xs" c="dimmed" p="md" pt={0}>
          {t('factors.passkeysImpossible')}
        </Text>
      ) : null}
    </Panel>
  );
}

function FactorRow({ factor }: { factor: Factor }) {
  const { t } = useTranslation();
  const format = useFormat();
  const remove = useRemoveFactor();
  const Icon = factor.kind === 'totp' ? IconDeviceMobile : IconFingerprint;
  return (
    <li>
      <Group justify="space-between" gap="xs">
        <div>
          <Group gap="xs">
            <Icon size={15} aria-hidden />
            <Text size="sm" fw={600}>
              {factor.name}
            </Text>
          </Group>
          <Text size="xs" c="dimmed">
            {factor.lastUsedAt
              ? t('factors.lastUsed', { when: format.instant(factor.lastUsedAt) })
              : t('factors.neverUsed')}{' '}
            · {t('factors.added', { when: format.instant(factor.createdAt) })}
          </Text>
        </div>
        <ConfirmButton
          label={t('factors.remove')}
          confirm={t('factors.remove')}
          question={t('factors.removeAsk', { name: factor.name })}
          icon={<IconX size={14} aria-hidden />}
          variant="subtle"
          danger
          act={() => remove.mutateAsync({ path: { id: factor.id } })}
        />
      </Group>
    </li>
  );
}
