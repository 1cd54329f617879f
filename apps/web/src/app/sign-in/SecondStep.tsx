import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { send } from '../../api/client';
import { Problem } from '../../api/problem';
import type { Me } from '../../api/types';
import { Frame } from './Frame';
import { ProofForm, type Way } from './ProofForm';

/** After the right password, for people with a second factor. */
export function SecondStep(props: { ways: Way[]; enter: (me: Me) => void; again: () => void }) {
  const { t } = useTranslation();
  return (
    <Frame title={t('proof.secondTitle')} lead={t('proof.secondLead')}>
      <ProofForm
        ways={props.ways}
        door="/sign-in/passkey-challenge"
        send={async (proof) => {
          try {
            props.enter(await send('post', '/sign-in/second-step', proof));
          } catch (error) {
            if (Problem.from(error).code === 'sign_in_again') props.again();
            throw error;
          }
        }}
      />
      <Anchor component="button" type="button" size="sm" mt="md" onClick={props.again}>
        {t('proof.again')}
      </Anchor>
    </Frame>
  );
}
