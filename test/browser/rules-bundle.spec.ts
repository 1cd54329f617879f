import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/**
 * The law engine in a real browser, bundled as the web app bundles it, against the same bundle in Node: a few thousand
 * answers, letter by letter, with the browser's clock in New York, Honolulu and Kiritimati.
 */
const ROOT = join(__dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'vacatur-rules-'));
const bundle = join(scratch, 'rules.js');

beforeAll(() => {
  execFileSync(process.execPath, [join(ROOT, 'libs/rules/src/oracle/bundle.mjs'), bundle]);
});
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

it('the rules give the same answers in a browser as in Node', async () => {
  const script = readFileSync(bundle, 'utf8');
  const here = new Function(`${script}; return rules.everywhere();`) as () => string;
  const expected = here().split('\n');
  expect(expected.length).toBeGreaterThan(5_000);
  const browser = await chromium.launch({
    executablePath: process.env.PLAYWRIGHT_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
  try {
    for (const timezoneId of ['America/New_York', 'Pacific/Honolulu', 'Pacific/Kiritimati']) {
      const context = await browser.newContext({ timezoneId });
      const page = await context.newPage();
      await page.addScriptTag({ content: script });
      const answers = (await page.evaluate<string>('rules.everywhere()')).split('\n');
      const different = answers.findIndex((answer, index) => answer !== expected[index]);
      expect({ timezoneId, answer: answers[different] }).toEqual({
        timezoneId,
        answer: expected[different],
      });
      expect(answers).toHaveLength(expected.length);
      await context.close();
    }
  } finally {
    await browser.close();
  }
}, 90_000);
