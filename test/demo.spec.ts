import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { tellStory, type Told } from '../scripts/demo/tell-story';
import { startApp, type TestApp } from './support/app';
import { foundOffice, type Office } from './support/factories/organisation';

describe('the story of npm run demo', () => {
  let test: TestApp;
  let office: Office;
  let folder: string;
  let story: string;
  let told: Told;

  beforeAll(async () => {
    test = await startApp();
    office = await foundOffice(test, 'Storytellers');
    folder = mkdtempSync(join(tmpdir(), 'vacatur-demo-'));
    await test.app.listen(0, '127.0.0.1');
    const lines: string[] = [];
    told = await tellStory({
      baseUrl: await test.app.getUrl(),
      email: office.people.attorney.email,
      password: office.people.attorney.password,
      folder,
      write: (line) => lines.push(line),
    });
    if (process.env.SHOW_STORY) process.stdout.write(`${lines.join('\n')}\n`);
    story = lines.join(' ').replace(/\s+/g, ' ');
  }, 60_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await test.close();
  });

  it('says what is not public instead of inventing it', async () => {
    expect(story).toMatch(/A-number +not public/);
    expect(story).toContain('reported as 15 and as 16');
    const client = await office.api.attorney.read(`/clients/${told.clientId}`);
    expect(client).toMatchObject({ aNumber: null, birth: null, citizenship: null });
    const { proceedings, convictions } = await office.api.attorney.read(`/clients/${told.clientId}/removal`);
    expect(proceedings[0]).toMatchObject({ courtCode: null, charges: [] });
    expect(proceedings[0].orders[0]).toMatchObject({
      decidedOn: '2000',
      decidedAbout: true,
      status: 'terminated',
    });
    expect(convictions[0]).toMatchObject({
      offenceOn: '1988-12-24',
      sentencedOn: '1990',
      ageAtOffence: null,
    });
  });

  it('tells the race and the date of the office’s own clock with its reason', () => {
    expect(story).toMatch(/pardon to check-in +1 day\b/);
    expect(story).toContain('2025-07-31');
    expect(story).toContain('Counted from the earliest recorded day of the grant');
  });

  it('shows the pardon’s effect for latent grounds, then for an assumed charge in a record of its own', async () => {
    const assumed = story.slice(story.indexOf('ASSUMPTION'));
    expect(assumed).toMatch(/INA 237\(a\)\(2\)\(A\)\(iii\), Aggravated felony \(sustained\): lifted/);
    expect(assumed).toMatch(/termination expected/);
    expect(assumed).toMatch(/INA 237\(a\)\(2\)\(C\), [^:]*: not lifted/);
    const own = await office.api.attorney.read(`/clients/${told.clientId}/pardon-effect`);
    expect(own.charges.every((charge: { origin: string }) => charge.origin === 'latent')).toBe(true);
    expect(own.overall).toBe('insufficient_facts');
  });

  it('leaves three papers under names that say nothing of the client, and lists their blanks', async () => {
    expect(told.papers.map((path) => basename(path))).toEqual([
      'motion-cover-page.pdf',
      'proposed-order.pdf',
      'certificate-of-service.pdf',
    ]);
    for (const path of told.papers) {
      expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
      expect(story).toContain(path);
    }
    const { items } = await office.api.attorney.read(`/clients/${told.clientId}/filings`);
    expect(items.map((item: { status: string }) => item.status)).toEqual(['draft', 'draft', 'draft']);
    expect(story).toContain('sign-off refused while blanks remain');
    expect(story).not.toContain('NOT as recorded');
  });

  it('makes one client of a request sent twice and takes its token back', async () => {
    expect(story).toContain('there is one client');
    expect((await office.api.attorney.read('/me/tokens')).items).toEqual([]);
    const { items } = await office.api.attorney.ok('POST', '/cases/search', { q: 'Client' });
    expect(items.filter((item: { name: string }) => item.name === 'The Client')).toHaveLength(1);
  });
});
