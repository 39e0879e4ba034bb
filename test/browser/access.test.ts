import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Doctor } from '../../packages/server/src/doctor/doctor.ts';
import { problem, told, warning } from '../../packages/server/src/doctor/finding.ts';
import { violations } from './axe.ts';
import { openChromium } from './chromium.ts';
import { type OpenDesk, openDesk, openDetails } from './desk-pages.ts';

const TEXTS = ['A reply to what you wrote', 'مرحبا، هذا رد على ما كتبت', `${'unbreakable'.repeat(20)} and a long text`];

/** One that asks nobody. */
const DOCTOR: Doctor = {
  examine: async ({ href }) => ({
    ...{ url: href, roles: ['target', 'source'], links: 1 },
    endpoints: [{ protocol: 'pingback', url: 'https://alice.example/xmlrpc', via: 'link' }],
    findings: [
      told('target')(problem('page-slow', { parts: { seconds: 2.1 } })),
      told('source')(warning('link-ampersand', { parts: { links: 'https://bob.example/?a=1&b=2' } })),
    ],
  }),
  test: async ({ href }) => ({
    ...{ url: href, reason: '' },
    tried: [{ protocol: 'pingback', endpoint: href, source: href, result: 'failed', reason: 'No.', trace: undefined }],
  }),
};

let chromium: Browser;
let full: OpenDesk;
let empty: OpenDesk;
beforeAll(async () => {
  chromium = await openChromium();
  full = await openDesk(chromium, TEXTS);
  empty = await openDesk(chromium, [], { doctor: DOCTOR });
}, 60_000);
afterAll(async () => {
  await chromium.close();
  await full.close();
  await empty.close();
});

type Mode = readonly [name: string, colorScheme: 'light' | 'dark', width: number, locale: string];
/** Each is followed by the one that differs from it in everything. */
const MODES: readonly Mode[] = [
  ['light, wide, English', 'light', 1280, 'en-GB'],
  ['dark, narrow, Spanish', 'dark', 360, 'es-ES'],
  ['dark, wide, English', 'dark', 1280, 'en-GB'],
  ['light, narrow, Spanish', 'light', 360, 'es-ES'],
  ['dark, narrow, English', 'dark', 360, 'en-GB'],
  ['light, wide, Spanish', 'light', 1280, 'es-ES'],
  ['light, narrow, English', 'light', 360, 'en-GB'],
  ['dark, wide, Spanish', 'dark', 1280, 'es-ES'],
];
/** Every page in all of them for `npm run test:access`, else in such a pair, and the next page in the next pair. */
const IS_FULL = process.env.ACCESS === 'full';
const modesOf = (at: number) => (IS_FULL ? MODES : MODES.slice((2 * at) % MODES.length).slice(0, 2));

test('the list of pages is one', () => {
  expect(full.pages.length).toBeGreaterThan(20);
  expect(empty.pages.length).toBeGreaterThan(12);
  for (const path of ['/admin/inbox', '/admin/login', '/admin/preview']) expect(full.pages).toContain(path);
});

async function wrongOf(desk: OpenDesk, [mode, colorScheme, width, locale]: Mode) {
  const paths = desk.pages.filter((_, at) => modesOf(at).some(([name]) => name === mode));
  expect(paths.length).toBeGreaterThan(desk.pages.length / 5);
  const page = await desk.open({ colorScheme, locale, viewport: { width, height: 900 } });
  const found: Record<string, string[]> = {};
  for (const path of paths) {
    await page.goto(`${desk.url}${path}`);
    await openDetails(page);
    const wrong = await violations(page);
    const lang = await page.getAttribute('html', 'lang');
    if (lang !== locale.slice(0, 2)) wrong.push(`The page is in ${lang}.`);
    if (wrong.length > 0) found[path] = wrong;
  }
  await page.context().close();
  return found;
}

test.each(MODES)('no page breaks WCAG 2.2 AA: %s', { timeout: 300_000 }, async (...mode) => {
  expect(await wrongOf(full, mode)).toEqual({});
});

// Of each pair one is in Spanish.
test.each(MODES.filter(([name]) => IS_FULL || name.includes('Spanish')))(
  'nor before anybody has written: %s',
  { timeout: 300_000 },
  async (...mode) => {
    expect(await wrongOf(empty, mode)).toEqual({});
  },
);

test('nor does the receipt of a removal, and what the doctor found', { timeout: 60_000 }, async () => {
  const page = await empty.open({ locale: 'en-GB' });
  await page.goto(`${empty.url}/admin/removals`);
  await page.fill('[name=value]', 'https://nobody.example/page');
  await page.check('[name=sure]');
  await page.locator('main button[type=submit]').first().click();
  await page.locator('[role=status] dl').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.goto(`${empty.url}/admin/doctor`);
  await page.fill('[name=url]', 'https://alice.example/');
  await page.click('button[name=test]');
  await page.locator('#findings').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});
