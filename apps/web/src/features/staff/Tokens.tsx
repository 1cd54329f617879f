import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { FormButton } from '../../ui/form/FormButton';
import { RecordForm } from '../../ui/form/RecordForm';
import { useFormat } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { Answer, Empty } from '../../ui/states';
import { Notice } from '../../ui/Tag';
import { useCreateToken, useRevokeToken, useTokens } from './queries';

/** Tokens for programs that act as this person. */
export function Tokens() {
  const { t } = useTranslation();
  const format = useFormat();
  const tokens = useTokens();
  const revoke = useRevokeToken();
  return (
    <Panel
      flush
      title={t('account.tokens')}
      note={t('account.tokensNote')}
      actions={
        <FormButton label={t('account.createToken')} icon={<IconPlus size={14} aria-hidden />}>
          {(close) => <CreateToken close={close} />}
        </FormButton>
      }
    >
      <Answer
        query={tokens}
        isEmpty={(data) => data.items.length === 0}
        empty={<Empty>{t('account.tokensEmpty')}</Empty>}
      >
        {(data) => (
          <ul className="v-rows">
            {data.items.map((token) => (
              <li key={token.id}>
                <Group justify="space-between" gap="xs">
                  <div>
                    <Text size="sm" fw={600}>
                      {token.name}
                    </Text>
                    <Text size="xs" c="dimmed">
                      {token.scopes.join(', ')} ·{' '}
                      {t('staff.expires', { when: format.instant(token.expiresAt) })} ·{' '}
                      {token.lastUsedAt
                        ? t('account.lastSeen', { when: format.instant(token.lastUsedAt) })
                        : t('account.never')}
                    </Text>
                  </div>
                  <ConfirmButton
                    label={t('account.revoke')}
                    confirm={t('account.revoke')}
                    question={t('account.revokeAsk', { name: token.name })}
                    icon={<IconX size={14} aria-hidden />}
                    variant="subtle"
                    danger
                    act={() => revoke.mutateAsync({ path: { id: token.id } })}
                  />
                </Group>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Panel>
  );
}

function CreateToken({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const create = useCreateToken();
  const [token, setToken] = useState<string | null>(null);
  if (token) return <Once token={token} close={close} />;
  return (
    <RecordForm
      draftKey=""
      fields={[
        { name: 'name', kind: 'text', label: t('account.tokenName'), required: true },
        {
          name: 'scopes',
          kind: 'multi',
          label: t('account.scopes'),
          hint: t('account.scopesHint'),
          required: true,
          options: me.permissions.map((permission) => ({ value: permission, label: permission })),
        },
        {
          name: 'expiresInDays',
          kind: 'select',
          label: t('account.expiresInDays'),
          required: true,
          options: [7, 30, 90, 365].map((count) => ({
            value: String(count),
            label: t('common.days', { count }),
          })),
        },
      ]}
      initial={{ name: '', scopes: [] as string[], expiresInDays: '90' }}
      submitLabel={t('account.createToken')}
      saved=""
      send={async ({ name, scopes, expiresInDays }, { key }) => {
        const made = await create.mutateAsync({
          key,
          body: { name, scopes, expiresInDays: Number(expiresInDays) },
        });
        setToken(made.token);
      }}
      onCancel={close}
    />
  );
}

/** The token, this one time. */
function Once({ token, close }: { token: string; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <Notice tone="soon" role="status">
        {t('account.tokenOnce')}
      </Notice>
      <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {token}
      </Code>
      <Group justify="flex-end" gap="xs">
        <CopyButton value={token}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              onClick={copy}
              leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
            >
              {copied ? t('common.copied') : t('common.copy')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={close}>{t('account.done')}</Button>
      </Group>
    </Stack>
  );
}
