import type { Role } from '@app/access';
import type { Installation } from '@app/staff';
import type { Api, Transport } from '../../test/support/client';
import { joinTeam } from '../../test/support/factories/case';
import { goAlong } from '../../test/support/factories/check-in';
import { addClient } from '../../test/support/factories/client';
import { CHAPTERS, type Chapter } from './chapters';
import { invent, otherSpelling, type Invented } from './communities';
import { records } from './custody';
import { Days } from './days';
import { Dice } from './dice';
import { fileDocuments } from './documents';
import { employ, type Colleague } from './employ';
import { fillIntake, tellParties } from './intake';
import type { DemoOffice } from './offices';
import { knowPerson } from './person';
import { tellRareThings } from './rare';
import { Story } from './story';
import { fileAndWait, prepareWork, workOn } from './work';

/** Clients that are worked on at the same time. More would only wait for each other at the audit trail. */
const AT_ONCE = 5;

/** Every so many clients have tasks. */
const WORKED_ON = 12;

/** Every so manieth client has requests for records under way. */
const ASKED_FOR_RECORDS = 9;

interface Plan {
  n: number;
  nth: number;
  tell: Chapter;
  type: string;
  openedDaysAgo: number;
  person: Invented;
  aNumber: string;
}

/** Fills a demo office with clients and their stories; those that are there already are left alone. */
export async function fillOffice(
  installation: Installation,
  transport: Transport,
  office: DemoOffice,
  firstANumber: number,
): Promise<void> {
  const { staff, begunBefore } = await employ(installation, transport, office);
  const days = new Days(office.timeZone);
  const plans = plansFor(office, firstANumber);
  const director = staff.find(({ role }) => role === 'director')!;
  if (!begunBefore) {
    await writeLetterhead(office, staff, director.api);
    await prepareWork(director.api);
  }
  const work = async (): Promise<void> => {
    for (let plan = plans.shift(); plan; plan = plans.shift()) {
      if (begunBefore && (await isThere(director.api, plan))) continue;
      await tellOne(plan, office, staff, days);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (!begunBefore) {
    await fillIntake(director.api, staff.find(({ role }) => role === 'intake')!.api);
    await tellRareThings(staff, days);
  }
  await Promise.all(staff.map(({ api }) => api.post('/sign-out')));
}

/** What court papers say of the office and of each who may sign them. */
async function writeLetterhead(office: DemoOffice, staff: Colleague[], director: Api): Promise<void> {
  await director.ok('PUT', '/organisation/letterhead', office.letterhead, { ifMatch: 0 });
  const attorneys = staff.filter(({ role }) => role === 'attorney');
  for (const [i, { api }] of attorneys.entries())
    await api.ok('PUT', '/me/filing-details', { eoirId: `ZZ00000${i + 1}` }, { ifMatch: 0 });
}

/** Which client is in which chapter: spread, so that neighbours in a list differ. */
function plansFor(office: DemoOffice, firstANumber: number): Plan[] {
  const taken = new Set<string>();
  const parts = CHAPTERS.flatMap((chapter) => {
    const count = Math.max(1, Math.round((chapter.of150 * office.clients) / 150));
    return Array.from({ length: count }, (_, nth) => ({ ...chapter, nth, at: (nth + 0.5) / count }));
  });
  return parts
    .sort((a, b) => a.at - b.at)
    .slice(0, office.clients)
    .map((part, n) => ({
      ...part,
      n,
      person: invent(n, new Dice(firstANumber + n), taken),
      aNumber: `A${String(firstANumber + n * 17).padStart(9, '0')}`,
    }));
}

async function isThere(director: Api, plan: Plan): Promise<boolean> {
  const found = await director.ok<{ items: unknown[] }>('POST', '/search', { q: plan.aNumber });
  return found.items.length > 0;
}

async function tellOne(plan: Plan, office: DemoOffice, staff: Colleague[], days: Days): Promise<void> {
  const dice = new Dice(Number(plan.aNumber.slice(1)));
  const of = (...roles: Role[]): Colleague[] => staff.filter(({ role }) => roles.includes(role));
  const leads = of('attorney', 'accredited_representative');
  const lead = leads[plan.n % leads.length];
  const helpers = of('paralegal');
  const helper = helpers[plan.n % helpers.length];
  const taker = plan.n % 5 === 0 || plan.openedDaysAgo < 10 ? dice.pick(of('intake')) : helper;
  const opened = Math.max(
    1,
    plan.openedDaysAgo - ((plan.n * 7) % Math.max(1, Math.floor(plan.openedDaysAgo / 3))),
  );
  const client = await addClient(taker.api, {
    ...bodyOf(plan, dice),
    case: { type: plan.type, responsibleId: lead.id, openedOn: days.on(-opened) },
  });
  const volunteer = plan.n % 3 === 0 ? dice.pick(of('volunteer')).id : null;
  if (taker !== helper) await joinTeam(lead.api, client.caseId, helper.id);
  await knowPerson(helper.api, client, plan.person.language, plan.n, days);
  const crew = { office, lead: lead.api, helper: helper.api, companion: helper.api };
  const story = new Story(crew, days, dice, client, plan.person.country);
  await plan.tell(story, plan.nth);
  if (plan.n % ASKED_FOR_RECORDS === 2) await records(story, plan.n);
  if (plan.n % WORKED_ON === 0) {
    const who = { lead: lead.api, helper: helper.api, leadId: lead.id, helperId: helper.id };
    await workOn(client.caseId, who, days, plan.n / WORKED_ON);
    await fileAndWait(helper.api, client.id, days);
    await tellParties(helper.api, client.id);
    await fileDocuments(helper.api, client.id, days);
  }
  if (volunteer) await accompany(lead.api, client.id, volunteer);
}

/** A volunteer goes along to the next check-in, when there is one. */
async function accompany(api: Api, clientId: string, volunteerId: string): Promise<void> {
  const { items } = await api.read(`/clients/${clientId}/check-ins`);
  const next = items.filter((item: { status: string }) => item.status === 'scheduled').at(-1);
  if (next) await goAlong(api, next.id, volunteerId);
}

/** What the intake sheet says. The A-number is in a range that was never given out, and telephones are fictional. */
function bodyOf({ person, aNumber, n }: Plan, dice: Dice) {
  const born = dice.between(1962, 1984);
  const day = `${born}-${String(dice.between(1, 12)).padStart(2, '0')}-${String(dice.between(1, 28)).padStart(2, '0')}`;
  const foreign = person.language !== 'en';
  return {
    name: { given: person.given, family: person.family },
    aliases:
      n % 6 === 0
        ? [{ name: `${person.given} ${otherSpelling(person.family)}`, kind: 'spelling' as const }]
        : [],
    aNumber,
    birth: n % 9 === 0 ? String(born) : day,
    countryOfBirth: person.country,
    citizenship: n % 11 === 0 ? null : person.country,
    languages: foreign ? [person.language, 'en'] : ['en'],
    interpreterLanguage: foreign && dice.chance(45) ? person.language : null,
    arrival: { on: String(born + dice.between(4, 14)), manner: person.manner },
    contacts: contactsOf(n, dice),
  };
}

function contactsOf(n: number, dice: Dice) {
  const phone = (label: string, safeToContact: boolean) => ({
    kind: 'phone' as const,
    value: `+1 ${dice.pick(['212', '347', '718', '651'])} 555 01${String(dice.between(0, 99)).padStart(2, '0')}`,
    label,
    safeToContact,
  });
  const own = phone('Own', n % 5 !== 0);
  if (n % 4 !== 0) return [own];
  return [own, phone(dice.pick(['Sister', 'Daughter', 'Pastor', 'Employer']), true)];
}
