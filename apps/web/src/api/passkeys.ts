import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { send, type BodyOf } from './client';

/** Whether this browser can use passkeys at all. */
export const passkeysHere = (): boolean => browserSupportsWebAuthn();

/** The doors that ask a passkey: the second step of a sign-in, and a proof inside a session. */
export type PasskeyDoor = '/sign-in/passkey-challenge' | '/me/passkey-challenge';
type Transports = NonNullable<
  Parameters<typeof startAuthentication>[0]['optionsJSON']['allowCredentials']
>[number]['transports'];

/** Asks the person's passkey and returns its answer as the API takes it. @throws when they decline or have none here */
export async function answerWithPasskey(door: PasskeyDoor) {
  const { challenge, rpId, credentials } = await send('post', door);
  const { id, response } = await startAuthentication({
    optionsJSON: {
      ...{ challenge, rpId, userVerification: 'required' },
      allowCredentials: credentials.map((one) => ({
        ...{ id: one.id, type: 'public-key' },
        transports: one.transports as Transports,
      })),
    },
  });
  const { clientDataJSON, authenticatorData, signature } = response;
  return { credentialId: id, clientDataJson: clientDataJSON, authenticatorData, signature };
}

/** Makes a passkey on this device. @throws when the person declines */
export async function makePasskey(name: string): Promise<BodyOf<'/me/factors/passkeys', 'post'>> {
  const asked = await send('post', '/me/factors/passkey-challenge');
  const { id, response } = await startRegistration({
    optionsJSON: {
      challenge: asked.challenge,
      rp: { id: asked.rpId, name: 'Vacatur' },
      user: { id: asked.userId, name: asked.userName, displayName: asked.userDisplayName },
      pubKeyCredParams: asked.algorithms.map((alg) => ({ alg, type: 'public-key' })),
      excludeCredentials: asked.credentials.map((one) => ({ id: one.id, type: 'public-key' })),
      authenticatorSelection: { userVerification: 'required', residentKey: 'discouraged' },
      attestation: 'none',
    },
  });
  return {
    ...{ name, credentialId: id, clientDataJson: response.clientDataJSON },
    ...{ attestationObject: response.attestationObject, transports: response.transports ?? [] },
  };
}
