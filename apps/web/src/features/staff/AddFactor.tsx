import { Code, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '../../api/client';
import { makePasskey } from '../../api/passkeys';
import { Problem } from '../../api/problem';
import type { Field } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { ShownCodes } from './RecoveryCodes';
import { useAddPasskey, useBeginApp, useConfirmApp } from './queries';

type Begun = AnswerOf<'/me/factors/totp', 'post'>;

function useNameField(): Field<{ name: string }> {
  const { t } = useTranslation();
  return {
    name: 'name',
    kind: 'text',
    label: t('factors.name'),
    hint: t('factors.nameHint'),
    required: true,
  };
}

/** A name, the picture and a first code; with a person's first factor the recovery codes. */
export function AddApp({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const begin = useBeginApp();
  const name = useNameField();
  const [begun, setBegun] = useState<Begun | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes) return <ShownCodes codes={codes} done={close} />;
  if (begun) return <ConfirmApp begun={begun} done={(shown) => (shown ? setCodes(shown) : close())} />;
  return (
    <RecordForm
      draftKey=""
      fields={[name]}
      initial={{ name: t('factors.appName') }}
      submitLabel={t('factors.next')}
      saved=""
      send={async (body) => setBegun(await begin.mutateAsync({ body }))}
      onCancel={close}
    />
  );
}

function ConfirmApp({ begun, done }: { begun: Begun; done: (codes: string[] | null) => void }) {
  const { t } = useTranslation();
  const confirm = useConfirmApp();
  return (
    <Stack gap="md">
      <Text size="sm">{t('factors.scan')}</Text>
      <img
        alt={t('factors.picture')}
        src={`data:image/svg+xml;utf8,${encodeURIComponent(begun.picture)}`}
        width={220}
        height={220}
        style={{ alignSelf: 'center', background: '#fff' }}
      />
      <div>
        <Text size="xs" c="dimmed">
          {t('factors.secret')}
        </Text>
        <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}
        </Code>
      </div>
      <RecordForm
        draftKey=""
        fields={[
          {
            ...{ name: 'code', kind: 'text', label: t('proof.code'), required: true },
            autoComplete: 'one-time-code',
          },
        ]}
        initial={{ code: '' }}
        submitLabel={t('factors.confirm')}
        saved=""
        send={async ({ code }) => {
          const body = { code: code.replace(/\s/g, '') };
          done((await confirm.mutateAsync({ path: { id: begun.id }, body })).recoveryCodes);
        }}
      />
    </Stack>
  );
}

/** A name, and the device's own question. */
export function AddPasskey({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const add = useAddPasskey();
  const name = useNameField();
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes) return <ShownCodes codes={codes} done={close} />;
  return (
    <RecordForm
      draftKey=""
      fields={[name]}
      initial={{ name: t('factors.passkeyName') }}
      submitLabel={t('factors.next')}
      saved=""
      send={async (entry) => {
        const body = await makePasskey(entry.name).catch((error: unknown) => {
          throw error instanceof Problem ? error : new Problem(422, { detail: t('proof.passkeyFailed') });
        });
        const { recoveryCodes } = await add.mutateAsync({ body });
        if (recoveryCodes) setCodes(recoveryCodes);
        else close();
      }}
      onCancel={close}
    />
  );
}
