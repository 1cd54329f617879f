import { Injectable } from '@nestjs/common';
import { badField, blindIndex, currentActor, db, Keyring, newId } from '@app/platform';
import { parseANumber, parsePartialDate } from '@app/rules';
import { ConflictChecks } from './conflict-checks.service';
import { Parties } from './parties.service';
import { Referral, ReferralStep } from './referral.entity';

/** A date that crosses as the record of the sending organisation has it. */
export interface CarriedDate {
  kind: 'hearing' | 'check_in' | 'deadline';
  on: string;
  /** Wall clock where it takes place, HH:MM. */
  time: string | null;
  /** Of a hearing the court, of a check-in the ICE office; codes of the shipped lists. */
  place: string | null;
  /** Of a hearing its kind, of a check-in how it is held, of a deadline what is due. */
  what: string;
}

/** What a referral says beside name and birth date, as the sealed column holds it. */
export interface StoredDetails {
  otherNames: string[];
  aNumber: string | null;
  languages: string[];
  contacts: { kind: string; value: string; safeToContact: boolean }[];
  story: string | null;
  nextKind: string | null;
  nextOn: string | null;
  /** What is next in the record of the organisation that sent a client; referrals of before have none. */
  dates?: CarriedDate[];
  detained: string | null;
  detainedAt: string | null;
  /** In which language the person agreed to the public form, and when. */
  consent: { language: string; at: string } | null;
}

export interface ArrivingReferral extends StoredDetails {
  id?: string;
  origin: 'staff' | 'public' | 'organisation';
  fromOrgId?: string;
  fromName?: string;
  name: { given: string; middle?: string | null; family: string };
  birth: string | null;
}

/** Writes a referral under a key of its own and looks its names up, for whichever door it came through. */
@Injectable()
export class ReferralStore {
  constructor(
    private readonly keyring: Keyring,
    private readonly parties: Parties,
    private readonly checks: ConflictChecks,
  ) {}

  /** In the current transaction; a referral that arrived already under its id is left as it is. */
  async take(input: ArrivingReferral): Promise<string> {
    const { orgId, userId } = currentActor();
    const id = input.id ?? newId();
    if (input.id && (await db().find(Referral, { id }))) return id;
    const box = (await this.keyring.createClientKey(orgId, id)).box('referral', id);
    const { name, birth, origin, fromOrgId, fromName } = input;
    const details = detailsOf(input);
    await db().insert(Referral, {
      id,
      state: 'new',
      origin,
      fromOrgId: fromOrgId ?? null,
      fromName: fromName ?? null,
      givenName: box.seal('given_name', name.given.trim()),
      middleName: box.seal('middle_name', name.middle?.trim() || null),
      familyName: box.seal('family_name', name.family.trim()),
      birth: box.seal('birth', birth),
      aNumberIndex: details.aNumber
        ? blindIndex(await this.keyring.orgKey(orgId), 'a_number', details.aNumber)
        : null,
      details: box.seal('details', JSON.stringify(details)),
      receivedBy: userId,
    });
    await db().insert(ReferralStep, { id: newId(), referralId: id, state: 'new', byUser: userId });
    const names = namesOf(input.name, details.otherNames);
    await this.parties.rememberOfficeName('referral', id, names);
    await this.checks.run(
      { source: 'referral', id, clientId: null, role: 'referral' },
      names,
      'new_referral',
    );
    return id;
  }

  /** Name and birth date. */
  async person(referral: Referral): Promise<Pick<ArrivingReferral, 'name' | 'birth'>> {
    const key = await this.keyring.clientKey(currentActor().orgId, referral.id);
    const box = key.box('referral', referral.id);
    return {
      name: {
        given: box.open('given_name', referral.givenName),
        middle: box.open('middle_name', referral.middleName),
        family: box.open('family_name', referral.familyName),
      },
      birth: box.open('birth', referral.birth),
    };
  }

  /** The details of a referral. Whether they may be shown is for the caller to ask. */
  async details(referral: Referral): Promise<StoredDetails> {
    const key = await this.keyring.clientKey(currentActor().orgId, referral.id);
    return JSON.parse(key.box('referral', referral.id).open('details', referral.details)) as StoredDetails;
  }
}

/** Field by field: nothing that somebody adds to an arriving referral is kept by accident. */
function detailsOf(input: StoredDetails): StoredDetails {
  const { otherNames, aNumber, languages, contacts, story, nextKind, nextOn } = input;
  const { detained, detainedAt, consent } = input;
  return {
    ...{ otherNames, aNumber, languages, contacts, story, nextKind, nextOn, detained, detainedAt, consent },
    dates: (input.dates ?? []).map(({ kind, on, time, place, what }) => ({ kind, on, time, place, what })),
  };
}

/** The whole name first, then the others. */
export function namesOf(
  name: { given: string; middle?: string | null; family: string },
  otherNames: readonly string[],
): string[] {
  return [[name.given, name.middle, name.family].filter(Boolean).join(' '), ...otherNames];
}

/** @throws Problem 422 with the reason */
export function readBirth(text: string | null | undefined): string | null {
  if (!text) return null;
  const parsed = parsePartialDate(text);
  if (!parsed.ok) throw badField('birth', parsed.code, parsed.reason);
  return parsed.value;
}

/** @throws Problem 422 with the reason */
export function readNumber(text: string | null | undefined): string | null {
  if (!text) return null;
  const parsed = parseANumber(text);
  if (!parsed.ok) throw badField('aNumber', parsed.code, parsed.reason);
  return parsed.value;
}
