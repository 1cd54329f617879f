import { Injectable } from '@nestjs/common';
import { may } from '@app/access';
import type { NameView } from '@app/clients';
import { currentActor, db, Keyring, readCursor, writeCursor, type SealedBox } from '@app/platform';
import { maskANumber } from '@app/rules';
import { In } from 'typeorm';
import { ConflictReader } from './conflict-reader';
import type { PassedOnView } from './passing/passing.dto';
import { PassedReferral } from './passing/passed-referral.entity';
import { Referral, ReferralStep } from './referral.entity';
import { isShown, mayMove } from './referral.policy';
import { ReferralNames } from './referral-names';
import { ReferralStore } from './referral-store';
import type { ReferralDetails, ReferralItem, ReferralList, ReferralView } from './referral.view';
import { Referrals } from './referrals.service';

const PAGE = 50;

/** What may be seen of a referral: name and birth date, and the rest once conflicts are cleared. */
@Injectable()
export class ReferralReader {
  constructor(
    private readonly referrals: Referrals,
    private readonly store: ReferralStore,
    private readonly keyring: Keyring,
    private readonly names: ReferralNames,
    private readonly conflicts: ConflictReader,
  ) {}

  /** Referrals in a state, newest first; the ones to be worked on when none is named. */
  async list(state: string | undefined, cursor?: string): Promise<ReferralList> {
    const after = cursor ? readCursor(cursor) : null;
    const found = await db().query<{ id: string; hits: number }>(
      `SELECT r.id, (SELECT count(*)::int FROM conflict_hit h WHERE h.org_id = $1 AND h.decision = 'open'
                AND (h.subject_referral_id = r.id OR h.other_referral_id = r.id)) AS hits
         FROM referral r WHERE r.org_id = $1 AND r.state = ANY ($2) AND r.erased_at IS NULL
          AND ($3::timestamptz IS NULL OR (r.created_at, r.id) < ($3, $4::uuid))
        ORDER BY r.created_at DESC, r.id DESC LIMIT ${PAGE + 1}`,
      [
        currentActor().orgId,
        state ? [state] : ['new', 'conflict_check'],
        after?.value ?? null,
        after?.id ?? null,
      ],
    );
    const shown = found.slice(0, PAGE);
    const rows = shown.length
      ? await db().findAll(
          Referral,
          { id: In(shown.map((row) => row.id)) },
          { createdAt: 'DESC', id: 'DESC' },
        )
      : [];
    const hits = new Map(shown.map((row) => [row.id, row.hits]));
    const last = rows.at(-1);
    const more = found.length > PAGE && last;
    return {
      items: await this.items(rows, hits),
      nextCursor: more ? writeCursor({ value: last.createdAt.toISOString(), id: last.id }) : null,
    };
  }

  /** @throws Problem 404 */
  async view(id: string): Promise<ReferralView> {
    const row = await this.referrals.require(id);
    const key = await this.keyring.clientKey(currentActor().orgId, id);
    const box = key.erased || row.erasedAt ? null : key.box('referral', id);
    return {
      id,
      version: row.version,
      state: row.state,
      origin: row.origin,
      fromName: row.fromName,
      name: box ? nameOf(box, row) : { given: '', middle: null, family: '', full: '' },
      birth: box ? box.open('birth', row.birth) : null,
      cleared: row.clearedAt !== null,
      details: isShown(row) && box ? await this.details(row) : null,
      hits: await this.conflicts.ofReferral(id),
      steps: await this.steps(id),
      decision: decisionOf(box, row),
      passedOn: await passedOnOf(id),
      clientId: row.becameClientId,
      can: canOf(row),
      at: row.createdAt.toISOString(),
    };
  }

  private async details(row: Referral): Promise<ReferralDetails> {
    const stored = await this.store.details(row);
    return {
      otherNames: stored.otherNames,
      aNumberMasked: stored.aNumber ? maskANumber(stored.aNumber) : null,
      language: stored.languages[0] ?? null,
      contact: stored.contacts[0] ?? null,
      otherContacts: stored.contacts.slice(1),
      otherLanguages: stored.languages.slice(1),
      story: stored.story,
      nextKind: stored.nextKind,
      nextOn: stored.nextOn,
      dates: (stored.dates ?? []).map(({ kind, on, time, what }) => ({
        ...{ kind, on, time, what: kind === 'deadline' ? what : null },
      })),
      detained: stored.detained,
      detainedAt: stored.detainedAt,
    };
  }

  private async items(rows: Referral[], hits: Map<string, number>): Promise<ReferralItem[]> {
    const { orgId } = currentActor();
    const names = await this.names.open(rows);
    const keys = await this.keyring.clientKeys(
      orgId,
      rows.map((row) => row.id),
    );
    return rows.map((row) => {
      const key = keys.get(row.id);
      return {
        id: row.id,
        state: row.state,
        origin: row.origin,
        fromName: row.fromName,
        name: names.get(row.id) ?? '',
        birth: key && !key.erased ? key.box('referral', row.id).open('birth', row.birth) : null,
        cleared: row.clearedAt !== null,
        openHits: hits.get(row.id) ?? 0,
        at: row.createdAt.toISOString(),
      };
    });
  }

  private async steps(id: string): Promise<ReferralView['steps']> {
    const rows = await db().findAll(ReferralStep, { referralId: id }, { at: 'ASC' });
    const staff = await db().query<{ id: string; name: string }>(
      'SELECT id, name FROM staff_user WHERE org_id = $1 AND id = ANY ($2::uuid[])',
      [currentActor().orgId, rows.map((row) => row.byUser)],
    );
    const names = new Map(staff.map((row) => [row.id, row.name]));
    return rows.map((row) => ({
      state: row.state,
      by: { id: row.byUser, name: names.get(row.byUser) ?? 'Vacatur' },
      at: row.at.toISOString(),
    }));
  }
}

/** Where the person was passed on to, and what became of them there. */
async function passedOnOf(referralId: string): Promise<PassedOnView | null> {
  const [row] = await db().findAll(PassedReferral, { referralId }, { createdAt: 'DESC' });
  if (!row) return null;
  const there = await db().one<{ outcome: string }>(
    'SELECT outcome FROM sec.sent_referral_outcomes($1::uuid[])',
    [[row.id]],
  );
  return {
    ...{ toName: row.toName, fields: row.fields, consentedOn: row.consentedOn },
    outcome: there?.outcome ?? 'sending',
    at: (row.sentAt ?? row.createdAt).toISOString(),
  };
}

function nameOf(box: SealedBox, row: Referral): NameView {
  const given = box.open('given_name', row.givenName);
  const middle = box.open('middle_name', row.middleName);
  const family = box.open('family_name', row.familyName);
  return { given, middle, family, full: [given, middle, family].filter(Boolean).join(' ') };
}

function decisionOf(box: SealedBox | null, row: Referral): ReferralView['decision'] {
  if (!row.declineCode) return null;
  const note = box ? box.open('decision_note', row.decisionNote) : null;
  return { code: row.declineCode, note, keepUntil: row.keepUntil };
}

function canOf(row: Referral): ReferralView['can'] {
  const decide = may('intake.decide');
  return {
    check: may('conflict.check') && mayMove(row.state, 'conflict_check'),
    decide: decide && mayMove(row.state, 'declined'),
    accept: decide && may('client.create') && isShown(row) && mayMove(row.state, 'accepted'),
  };
}
