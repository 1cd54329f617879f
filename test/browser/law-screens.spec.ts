import { openHouse, type House, type Wishes } from '../support/browser';
import { faultsOf, whenSettled } from './looks';

jest.setTimeout(180_000);

let house: House;

beforeAll(async () => {
  house = await openHouse('Lantern Law', { office: { roles: ['director', 'attorney'] } });
  const { attorney } = house.office.api;
  await attorney.created('/law/rules/motion.reopen.90d/verifications', {
    version: 1,
    on: '2026-01-05',
    sourceSeen: 'eCFR 8 CFR 1003.23',
  });
  await attorney.created('/calendar-notices', {
    layer: 'forum_notice',
    on: '2026-12-18',
    name: 'Ice storm',
    forum: 'circuit:9',
    sourceLink: 'https://www.ca9.uscourts.gov/notices',
  });
});
afterAll(() => house?.close());

const LOOKS: [string, Wishes & { language: 'en' | 'es' }][] = [
  ['wide, light, English', { width: 1280, dark: false, language: 'en' }],
  ['wide, dark, Spanish', { width: 1280, dark: true, language: 'es' }],
  ['a phone, light, Spanish', { width: 390, height: 844, dark: false, language: 'es' }],
  ['a phone, dark, English', { width: 390, height: 844, dark: true, language: 'en' }],
];
const PLACES = [
  '/law',
  '/law/rules/bia.appeal.30d',
  '/law/rules/motion.reopen.90d',
  '/law/rules/pocr.milestones',
  '/law/jurisdictions',
  '/law/jurisdictions/IL',
  '/law/grounds',
  '/law/grounds/237a2Aiii',
  '/law/calendar',
  '/law/changes',
];
/** Calculators, with what fills them so that an answer is on the screen. */
type Filled = [path: string, facts: Record<string, string>];
const FILLED: Filled[] = [
  ['/calculators?rule=bia.appeal.30d', { written_decision_mailed: '2026-03-20' }],
  ['/calculators/finality', { decidedOn: '1999-07' }],
  ['/calculators/calendar', { from: '2026-11-20', to: '2027-02-01' }],
  ['/calculators/pardon-effect', {}],
];

describe.each(LOOKS)('%s', (_name, wishes) => {
  it('no screen of the law scrolls sideways, shows a code or keeps anybody out', async () => {
    const page = await house.open('/law', { ...wishes, as: house.office.people.attorney });
    const settled = whenSettled(page);
    const found: Record<string, string[]> = {};
    for (const [path, facts] of [...PLACES.map((place): Filled => [place, {}]), ...FILLED]) {
      await page.goto(path);
      await settled();
      for (const [name, text] of Object.entries(facts)) {
        await page.locator(`input[name=${name}]`).fill(text);
        await settled();
      }
      if (Object.keys(facts).length > 0) {
        await page.locator('.law-calc section [role=status]').first().waitFor();
        await settled();
      }
      const faults = await faultsOf(page, wishes.language);
      if (faults.length > 0) found[path] = faults;
    }
    expect(found).toEqual({});
    expect(await house.leave()).toEqual([]);
  });
});
