import { createHmac, type KeyObject } from 'node:crypto';
import { BlockList, isIP } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import {
  ADDRESS_KEY,
  cannot,
  currentScope,
  Database,
  newScope,
  notFound,
  Problem,
  runInScope,
  systemActor,
  UnitOfWork,
} from '@app/platform';
import { parseANumber } from '@app/rules';
import { hashOfLink } from './doors.service';
import { ProofOfWork } from './proof-of-work';
import { FORM_LANGUAGES, type PublicIntake } from './referral.dto';
import { ReferralStore } from './referral-store';
import { factsOf } from './referrals.service';
import type { IntakeForm } from './referral.view';

interface OpenLink {
  org_id: string;
  link_id: string;
  organisation: string;
}

const PEER_FORMS_AN_HOUR = 10;
const OFFICE_FORMS_A_DAY = 300;

/** Behind a reverse proxy everybody comes from one private address: counting it would shut the form for all. */
const nearby = new BlockList();
nearby.addSubnet('127.0.0.0', 8, 'ipv4');
nearby.addSubnet('10.0.0.0', 8, 'ipv4');
nearby.addSubnet('172.16.0.0', 12, 'ipv4');
nearby.addSubnet('192.168.0.0', 16, 'ipv4');
nearby.addAddress('::1', 'ipv6');
nearby.addSubnet('fc00::', 7, 'ipv6');
nearby.addSubnet('fe80::', 10, 'ipv6');

/**
 * The form for people who are not signed in. Whoever sends it learns that it arrived and nothing else: not whether the
 * office knows them, or whom they name. A link that never was and one that was closed are the same.
 */
@Injectable()
export class PublicIntakeService {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly proof: ProofOfWork,
    private readonly store: ReferralStore,
    @Inject(ADDRESS_KEY) private readonly key: KeyObject,
  ) {}

  /** What the form shows. @throws Problem 404 */
  async form(token: string): Promise<IntakeForm> {
    const link = await this.link(token);
    return {
      organisation: link.organisation,
      languages: [...FORM_LANGUAGES],
      challenge: await this.proof.challenge(link.link_id),
    };
  }

  /** @throws Problem 404, 422 when the work was not done, 429 */
  async send(input: PublicIntake, peer: string): Promise<void> {
    const link = await this.link(input.token);
    if (!(await this.proof.holds(link.link_id, input.challenge, input.solution)))
      throw cannot('challenge_failed', 'The form was open for too long. Send it once more.');
    await this.count(link.org_id, peer);
    const facts = publicFacts(input);
    // A field that no person sees: the program that filled it in is told what everybody is told.
    if (input.website) return;
    const scope = newScope(currentScope().requestId, systemActor(link.org_id));
    await runInScope(scope, () =>
      this.work.run({ action: 'intake.public', rule: 'change', aboutClient: false }, () =>
        this.store.take({
          origin: 'public',
          ...facts,
          consent: { language: input.formLanguage, at: new Date().toISOString() },
        }),
      ),
    );
  }

  private async link(token: string): Promise<OpenLink> {
    const [link] = await this.database.outside<OpenLink>('SELECT * FROM sec.intake_link_of_token($1)', [
      hashOfLink(token),
    ]);
    if (!link) throw notFound();
    return link;
  }

  /** Counted in the database, so that a restart or a second process forgives nothing; the address only as a hash. */
  private async count(orgId: string, peer: string): Promise<void> {
    const counts: [string, number, string][] = [[`office ${orgId}`, OFFICE_FORMS_A_DAY, '1 day']];
    if (isCounted(peer)) counts.unshift([`peer ${peer}`, PEER_FORMS_AN_HOUR, '1 hour']);
    for (const [what, most, window] of counts) {
      const bucket = createHmac('sha256', this.key).update(`intake ${what}`).digest();
      const [row] = await this.database.outside<{ ok: boolean }>(
        'SELECT sec.count_intake($1, $2, $3) AS ok',
        [bucket, most, window],
      );
      if (!row.ok)
        throw new Problem(
          429,
          'too_many_forms',
          'Too many forms were sent. Wait an hour, or call the office instead.',
        );
    }
  }
}

/** A number that cannot be read is no reason to send somebody away: it goes into the story for staff to read. */
function publicFacts(input: PublicIntake) {
  const number = input.aNumber?.trim() ? parseANumber(input.aNumber) : null;
  const unread = number && !number.ok ? input.aNumber!.trim() : null;
  const facts = factsOf({ ...input, aNumber: number?.ok ? number.value : null });
  return unread
    ? { ...facts, story: [facts.story, `A-number: ${unread}`].filter(Boolean).join('\n') }
    : facts;
}

function isCounted(peer: string): boolean {
  const address = peer.replace(/^::ffff:(?=\d+\.)/, '');
  const family = isIP(address);
  return family !== 0 && !nearby.check(address, family === 6 ? 'ipv6' : 'ipv4');
}
