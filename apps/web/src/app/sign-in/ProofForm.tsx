import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerWithPasskey, passkeysHere, type PasskeyDoor } from '../../api/passkeys';
import { Problem } from '../../api/problem';
import type { Field } from '../../ui/form/field';
import { RecordForm } from '../../ui/form/RecordForm';
import { useProblemText } from '../../ui/states';

/** What a person can show. */
export type Way = 'password' | 'totp' | 'recovery_code' | 'passkey';
export type Passkey = Awaited<ReturnType<typeof answerWithPasskey>>;
export interface Proof {
  password?: string;
  code?: string;
  recoveryCode?: string;
  passkey?: Passkey;
}

const typed = ['password', 'totp', 'recovery_code'] as const;
type Typed = (typeof typed)[number];

/** One proof: a passkey by a button, or something typed; what else would do is a link away. */
export function ProofForm(props: {
  ways: Way[];
  door: PasskeyDoor;
  send: (proof: Proof) => Promise<unknown>;
  onCancel?: () => void;
}) {
  const { t } = useTranslation();
  const possible = typed.filter((way) => props.ways.includes(way));
  const [chosen, choose] = useState<Typed | undefined>(possible[0]);
  const others = possible.filter((way) => way !== chosen);
  const labels = {
    password: t('proof.usePassword'),
    totp: t('proof.useCode'),
    recovery_code: t('proof.useRecovery'),
  };
  return (
    <Stack gap="md">
      {props.ways.includes('passkey') && passkeysHere() ? (
        <PasskeyButton door={props.door} send={props.send} />
      ) : null}
      {chosen ? <TypedProof key={chosen} way={chosen} send={props.send} onCancel={props.onCancel} /> : null}
      {others.length ? (
        <Group gap="md">
          {others.map((way) => (
            <Anchor key={way} component="button" type="button" size="sm" onClick={() => choose(way)}>
              {labels[way]}
            </Anchor>
          ))}
        </Group>
      ) : null}
    </Stack>
  );
}

function PasskeyButton(props: { door: PasskeyDoor; send: (proof: Proof) => Promise<unknown> }) {
  const { t } = useTranslation();
  const text = useProblemText();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const act = async (): Promise<void> => {
    setBusy(true);
    setFault('');
    try {
      await props.send({ passkey: await answerWithPasskey(props.door) });
    } catch (error) {
      setFault(error instanceof Problem ? text(error) : t('proof.passkeyFailed'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div>
      <Button
        fullWidth
        loading={busy}
        leftSection={<IconFingerprint size={18} aria-hidden />}
        onClick={() => void act()}
      >
        {t('proof.usePasskey')}
      </Button>
      {fault ? (
        <Text size="sm" c="var(--v-urgent)" role="alert" mt="xs">
          {fault}
        </Text>
      ) : null}
    </div>
  );
}

function TypedProof(props: { way: Typed; send: (proof: Proof) => Promise<unknown>; onCancel?: () => void }) {
  const { t } = useTranslation();
  const fields: Record<Typed, Field<{ value: string }>> = {
    password: {
      ...{ name: 'value', kind: 'password', required: true },
      ...{ label: t('proof.password'), autoComplete: 'current-password' },
    },
    totp: {
      ...{ name: 'value', kind: 'text', required: true, label: t('proof.code') },
      ...{ hint: t('proof.codeHint'), autoComplete: 'one-time-code' },
    },
    recovery_code: {
      ...{ name: 'value', kind: 'text', required: true, label: t('proof.recoveryCode') },
      ...{ hint: t('proof.recoveryHint'), autoComplete: 'off' },
    },
  };
  const name = { password: 'password', totp: 'code', recovery_code: 'recoveryCode' } as const;
  return (
    <RecordForm
      draftKey=""
      fields={[fields[props.way]]}
      initial={{ value: '' }}
      submitLabel={t('proof.submit')}
      saved=""
      send={({ value }) => props.send({ [name[props.way]]: props.way === 'password' ? value : value.trim() })}
      onCancel={props.onCancel}
    />
  );
}
