import { Modal, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../api/client';
import { askForProofWith, type ProofWanted } from '../../api/proof';
import type { Me } from '../../api/types';
import { lookAgain, useMe } from '../session';
import { ProofForm, type Way } from '../sign-in/ProofForm';

/** Who has a second factor shows that for a grave act; the password alone could have been watched. */
export function waysOf({ secondFactor }: Me, wanted: ProofWanted): Way[] {
  const kinds: Way[] = secondFactor.kinds.length ? [...secondFactor.kinds, 'recovery_code'] : [];
  if (wanted === 'unlock') return ['password', ...kinds.filter((way) => way === 'passkey')];
  return kinds.length ? kinds : ['password'];
}

/** Asks for a fresh proof over whatever is open, and lets the request that wanted it go on. */
export function StepUp() {
  const { t } = useTranslation();
  const me = useMe();
  const [wanted, setWanted] = useState(false);
  const answer = useRef<(proved: boolean) => void>(() => undefined);
  useEffect(
    () =>
      askForProofWith(async (what) => {
        if (what === 'unlock') {
          await lookAgain();
          return false;
        }
        return new Promise((resolve) => {
          answer.current = resolve;
          setWanted(true);
        });
      }),
    [],
  );
  const end = (proved: boolean): void => {
    setWanted(false);
    answer.current(proved);
  };
  return (
    <Modal
      opened={wanted}
      onClose={() => end(false)}
      title={t('proof.stepUpTitle')}
      zIndex={390}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Text size="sm" mb="md">
        {t('proof.stepUpLead')}
      </Text>
      <ProofForm
        ways={waysOf(me, 'step_up')}
        door="/me/passkey-challenge"
        send={async (proof) => {
          await send('post', '/me/step-up', proof);
          end(true);
        }}
      />
    </Modal>
  );
}
