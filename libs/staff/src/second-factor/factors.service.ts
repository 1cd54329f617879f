import { Injectable } from '@nestjs/common';
import { cannot, changed, currentActor, db, Keyring, newId, notFound } from '@app/platform';
import { toString as pictureOf } from 'qrcode';
import { requirePerson } from '../people/people';
import { securityChanged } from '../people/security';
import { keepChallenge, takeChallenge } from './challenges';
import { PASSKEY_ALGORITHMS, Passkeys } from './passkeys';
import { renewRecoveryCodes } from './recovery-codes';
import type { MadePasskey } from './second-factor.dto';
import { SecondFactor } from './second-factor.entity';
import type { PasskeyChallengeView, PasskeyEnrolmentView, TotpEnrolmentView } from './second-factor.view';
import { newTotpSecret, stepOfCode, totpAddress } from './totp';

const MOST_FACTORS = 10;

/** A factor that just became active, with the codes that come with a person's first. */
export interface ConfirmedFactor {
  factor: SecondFactor;
  recoveryCodes: string[] | null;
}

/** The second factors of whoever acts. */
@Injectable()
export class Factors {
  constructor(
    private readonly keyring: Keyring,
    private readonly passkeys: Passkeys,
  ) {}

  get passkeysPossible(): boolean {
    return this.passkeys.possible;
  }

  /** Those that count, oldest first. */
  async mine(): Promise<SecondFactor[]> {
    const { userId } = currentActor();
    return db().findAll(SecondFactor, { userId, status: 'active' }, { createdAt: 'ASC', id: 'ASC' });
  }

  /** Begins with an authenticator app. It counts once a code of it was typed; beginning again forgets the one before. */
  async beginTotp(name: string): Promise<TotpEnrolmentView> {
    await this.requireRoom();
    const { orgId, userId } = currentActor();
    const { email } = await requirePerson(userId);
    const id = newId();
    const secret = newTotpSecret();
    await db().remove(SecondFactor, { userId, status: 'pending' });
    const box = (await this.keyring.orgKey(orgId)).box('second_factor', id);
    await db().insert(SecondFactor, {
      ...{ id, userId, name, kind: 'totp', status: 'pending' },
      secret: box.seal('secret', secret),
    });
    const picture = await pictureOf(totpAddress(secret, email), { type: 'svg', margin: 2 });
    return { id, secret, picture };
  }

  /**
   * Makes the app count, after a code of it. Every other session of the person ends.
   * @throws Problem 404, 422 when the code is not right
   */
  async confirmTotp(id: string, code: string): Promise<ConfirmedFactor> {
    const { orgId, userId } = currentActor();
    const factor = await db().find(SecondFactor, { id, userId, kind: 'totp', status: 'pending' });
    if (!factor) throw notFound();
    const box = (await this.keyring.orgKey(orgId)).box('second_factor', id);
    const step = stepOfCode(box.open('secret', factor.secret) ?? '', code);
    if (step === null) {
      throw cannot('wrong_code', 'This code is not right. Wait for the next one and try again.', {}, [
        { path: 'code', code: 'wrong', message: 'Wait for the next code and try again.' },
      ]);
    }
    await db().query(
      `UPDATE second_factor SET status = 'active', confirmed_at = now(), last_step = $3
        WHERE org_id = $1 AND id = $2 AND status = 'pending'`,
      [orgId, id, step],
    );
    return this.confirmed(id);
  }

  /** What the browser needs to make a passkey. @throws Problem 422 where passkeys are not possible */
  async beginPasskey(): Promise<PasskeyEnrolmentView> {
    await this.requireRoom();
    if (!this.passkeys.possible) {
      throw cannot('passkeys_impossible', 'Passkeys need this installation to have a name and https.');
    }
    const { userId } = currentActor();
    const { name, email } = await requirePerson(userId);
    return {
      ...(await this.askPasskey()),
      userId: Buffer.from(userId.replaceAll('-', ''), 'hex').toString('base64url'),
      ...{ userName: email, userDisplayName: name, algorithms: PASSKEY_ALGORITHMS },
    };
  }

  /** Keeps a passkey that answered the challenge. Every other session ends. @throws Problem 422 when it did not */
  async addPasskey(made: MadePasskey): Promise<ConfirmedFactor> {
    await this.requireRoom();
    const challenge = await takeChallenge();
    const known = challenge ? await this.passkeys.made(made, challenge) : null;
    if (!known) throw cannot('passkey_refused', 'This passkey could not be checked. Start again.');
    const id = newId();
    await db().insert(SecondFactor, {
      ...{ id, userId: currentActor().userId, kind: 'passkey', status: 'active', name: made.name },
      ...{ ...known, transports: made.transports ?? [], confirmedAt: new Date() },
    });
    return this.confirmed(id);
  }

  /** A new challenge for the passkeys of whoever acts, kept with the session. */
  async askPasskey(): Promise<PasskeyChallengeView> {
    const challenge = this.passkeys.newChallenge();
    await keepChallenge(challenge);
    return this.challengeView(challenge);
  }

  /** What the browser needs to ask the person's passkeys. */
  async challengeView(challenge: string): Promise<PasskeyChallengeView> {
    const keys = (await this.mine()).filter((factor) => factor.kind === 'passkey');
    return {
      challenge,
      rpId: this.passkeys.rpId,
      credentials: keys.map((key) => ({ id: key.credentialId ?? '', transports: key.transports })),
    };
  }

  /** Takes a factor away; every other session ends, and with the last factor the recovery codes. @throws Problem 404 */
  async remove(id: string): Promise<void> {
    const { orgId, userId, proofId } = currentActor();
    const factor = await db().find(SecondFactor, { id, userId });
    if (!factor) throw notFound();
    await db().remove(SecondFactor, { id, userId });
    if (factor.status === 'pending') return;
    changed('second_factor');
    if ((await this.mine()).length === 0)
      await db().query('DELETE FROM recovery_code WHERE org_id = $1 AND user_id = $2', [orgId, userId]);
    await securityChanged(userId, { session: proofId, tokens: true });
  }

  /** Ten new recovery codes in place of the old; every other session ends. @throws Problem 422 without a second factor */
  async renewCodes(): Promise<string[]> {
    const { userId, proofId } = currentActor();
    if ((await this.mine()).length === 0) {
      throw cannot('no_second_factor', 'Set up a second factor first.');
    }
    changed('recovery_codes');
    await securityChanged(userId, { session: proofId, tokens: true });
    return renewRecoveryCodes();
  }

  private async confirmed(id: string): Promise<ConfirmedFactor> {
    const { userId, proofId } = currentActor();
    const all = await this.mine();
    const factor = all.find((one) => one.id === id);
    if (!factor) throw notFound();
    changed('second_factor');
    await securityChanged(userId, { session: proofId, tokens: true });
    return { factor, recoveryCodes: all.length === 1 ? await renewRecoveryCodes() : null };
  }

  private async requireRoom(): Promise<void> {
    if ((await this.mine()).length >= MOST_FACTORS) {
      throw cannot('too_many_factors', 'Ten second factors are enough. Take one away first.');
    }
  }
}
