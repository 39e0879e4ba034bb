import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { openChromium } from './chromium.ts';
import { type OpenDesk, openDesk } from './desk-pages.ts';

let chromium: Browser;
let desk: OpenDesk;
let page: Page;
beforeAll(async () => {
  chromium = await openChromium();
  desk = await openDesk(chromium, ['A text'], {
    send: async ([url]) => ({ deliveries: [], warnings: [], problems: [`${url} is no page of a site of yours.`] }),
  });
  page = await desk.open({ locale: 'es-ES' });
}, 60_000);
afterAll(async () => {
  await chromium.close();
  await desk.close();
});

interface Row {
  readonly form: string;
  readonly at: string;
  readonly type: Readonly<Record<string, string>>;
  /** Names of the fields that have to be mended. */
  readonly wrong: readonly string[];
}

const KEY = 'key=key-of-the-set-up-link';
const ROWS: readonly Row[] = [
  { form: 'a log-in', at: '/admin/login', type: { name: 'alice', password: 'x' }, wrong: ['name', 'password'] },
  {
    form: 'a set-up',
    at: `/admin/setup?${KEY}`,
    type: { name: '', password: 'short', again: 'other' },
    wrong: ['name', 'password', 'again'],
  },
  {
    form: 'a set-up of one who is there',
    at: `/admin/setup?${KEY}`,
    type: { name: 'alice', password: 'a long sentence', again: 'a long sentence' },
    wrong: ['name'],
  },
  { form: 'a token', at: '/admin/tokens', type: { name: ' ' }, wrong: ['name', 'scope'] },
  { form: 'whom not to tell', at: '/admin/dont-tell', type: { entry: 'no host' }, wrong: ['entry'] },
  { form: 'a rule', at: '/admin/rules', type: { value: 'neither a domain' }, wrong: ['value'] },
  { form: 'a block list', at: '/admin/rules', type: { address: 'lists.example/spam.txt' }, wrong: ['address'] },
  { form: 'a recipient of mail', at: '/admin/notices/new/email', type: { address: 'me' }, wrong: ['address'] },
  { form: 'a webhook', at: '/admin/notices/new/webhook', type: { address: 'hook' }, wrong: ['address'] },
  { form: 'a topic', at: '/admin/notices/new/ntfy', type: { address: 'topic' }, wrong: ['address'] },
  { form: 'a preview', at: '/admin/preview', type: { url: 'https://elsewhere.example/' }, wrong: ['url'] },
];

test.each(ROWS)(
  '$form says beside its fields what is wrong, and keeps what was typed',
  { timeout: 30_000 },
  async ({ at, type, wrong }) => {
    await page.goto(`${desk.url}${at}`);
    const form = page.locator('main form', { has: page.locator(`[name=${Object.keys(type)[0]}]`) }).first();
    for (const [name, text] of Object.entries(type)) await form.locator(`[name=${name}]`).fill(text);
    // The browser would stop most of it, and is asked not to: what is tested is the server's answer.
    await form.evaluate((one) => {
      (one as HTMLFormElement).noValidate = true;
      (one as HTMLFormElement).requestSubmit();
    });
    await page.locator('main [aria-describedby]:is([aria-invalid], fieldset)').first().waitFor();
    const found = await page.locator('main [aria-describedby]:is([aria-invalid], fieldset)').evaluateAll((fields) =>
      fields.map((field) => ({
        name: (field.querySelector('[name]') ?? field).getAttribute('name'),
        said: (field.getAttribute('aria-describedby') ?? '')
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent?.trim()),
      })),
    );
    expect(found.map(({ name }) => name)).toEqual(wrong);
    for (const { name, said } of found) expect(said.join(''), name ?? '').toMatch(/^\S.{10,}$/);
    for (const [name, text] of Object.entries(type))
      if (!/password|again/.test(name))
        expect((await page.inputValue(`main [name=${name}]`)).trim(), name).toBe(text.trim());
    expect(await violations(page)).toEqual([]);
  },
);
