import { Injectable } from '@nestjs/common';
import { currentActor, db, Keyring } from '@app/platform';
import { In } from 'typeorm';
import { Referral } from './referral.entity';

/** Names of people who ask for help, for lists. They are the one thing of a referral that is always shown. */
@Injectable()
export class ReferralNames {
  constructor(private readonly keyring: Keyring) {}

  /** Display names of referrals this person sees. */
  async display(ids: string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    return this.open(await db().findAll(Referral, { id: In([...new Set(ids)]) }));
  }

  /** Display names of rows already read; an erased referral has none. */
  async open(rows: Referral[]): Promise<Map<string, string>> {
    const keys = await this.keyring.clientKeys(
      currentActor().orgId,
      rows.map((row) => row.id),
    );
    return new Map(
      rows.flatMap((row) => {
        const key = keys.get(row.id);
        if (row.erasedAt || !key || key.erased) return [];
        const box = key.box('referral', row.id);
        const parts = [
          box.open('given_name', row.givenName),
          box.open('middle_name', row.middleName),
          box.open('family_name', row.familyName),
        ];
        return [[row.id, parts.filter(Boolean).join(' ')] as const];
      }),
    );
  }
}
