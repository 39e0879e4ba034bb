import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Listening, listen } from '../../packages/server/src/web/listen.ts';
import { createWeb } from '../../packages/server/src/web/web.ts';
import { type House, openHouse } from '../../packages/server/test/web/house.ts';
import { setUpOwner } from '../../packages/server/test/web/visitor.ts';
import { openChromium } from '../browser/chromium.ts';
import { CLEANED, TEXTS, URLS } from './corpus.ts';
import { type Furnished, furnish, innocent, neutral, TARGET } from './furnished.ts';
import { ROUTES } from './sinks.ts';

interface Stage {
  readonly house: House;
  readonly furnished: Furnished;
  readonly server: Listening;
  readonly context: BrowserContext;
  readonly page: Page;
  /** Scripts that ran, and requests to anybody but us. */
  readonly alarms: string[];
}

let chromium: Browser;
let blog: Server;
const stages: Stage[] = [];
const ALL = [
  ...TEXTS.map(([, text]) => [text, text] as const),
  ...CLEANED.map(([, text, left]) => [text, left] as const),
];
/** The inbox shows thirty on a page. */
const BATCH = 25;
const batches = Array.from({ length: Math.ceil(ALL.length / BATCH) }, (_, n) => ALL.slice(n * BATCH, (n + 1) * BATCH));

async function openStage(texts: readonly string[]): Promise<Stage> {
  const house = await openHouse();
  // Names of hosts are no free text; the page of limits has to treat them as if they were.
  const victims = { waiting: () => texts.map((victim) => ({ victim, waitMs: 1000 })) };
  const limits = { ...house.deps.limits, victims };
  const web = createWeb({ ...house.deps, limits, publicUrl: () => server.url });
  const server = await listen(web, { host: '127.0.0.1', port: 0 });
  const owner = await setUpOwner(house);
  const furnished = await furnish(house, texts);
  const context = await chromium.newContext();
  const [name = '', value = ''] = owner.cookie.split('=');
  await context.addCookies([{ name, value, url: server.url }]);
  const alarms: string[] = [];
  context.on('dialog', (dialog) => {
    alarms.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  const ours = [server.url, `http://127.0.0.1:${(blog.address() as AddressInfo).port}`];
  context.on('request', (request) => {
    const url = request.url();
    if (!ours.some((origin) => url.startsWith(`${origin}/`)) && url !== 'data:,') alarms.push(`request ${url}`);
  });
  const stage = { house, furnished, server, context, page: await context.newPage(), alarms };
  stages.push(stage);
  return stage;
}

beforeAll(async () => {
  chromium = await openChromium();
  // Somebody's blog with the widget in it, as docs/showing.md says.
  blog = createServer((req, res) => {
    const api = new URL(req.url ?? '', 'http://x').searchParams.get('api');
    res.setHeader('content-type', 'text/html; charset=utf-8');
    res.end(
      `<!doctype html><title>Blog</title><script type="module" src="${api}/widget.js"></script><hearback-mentions target="${TARGET}" limit="100"></hearback-mentions>`,
    );
  });
  await new Promise<void>((resolve) => blog.listen(0, '127.0.0.1', resolve));
}, 60_000);
afterAll(async () => {
  await chromium.close();
  blog.close();
  for (const { server, house } of stages) {
    await server.close();
    await house.close();
  }
});

type Seen = Awaited<ReturnType<typeof seen>>;
/** The first text after those of which pages show a few; innocent pages of later ones are not opened. */
const LIKE = 3;
/** What tells the addresses of one text from those of another. */
const NUMBERED = /(\/(?:held|told|shown|top)\/|\b(?:delivery|recipient|refusal)-)\d+/g;

/** The page as a browser made it: elements with the names of their attributes, and the text. */
async function seen({ page, server, alarms }: Stage, url: string) {
  const response = await page.goto(new URL(url, server.url).href);
  const made = await page.evaluate(() => {
    const children = (node: Element): Element[] => [...node.children, ...(node.shadowRoot?.children ?? [])];
    const shape = (element: Element): string =>
      `${element.localName}(${[...element.attributes].map(({ name }) => name).sort()})[${children(element).map(shape).join('')}]`;
    // Code to be copied has what stands in it as code, escaped once more.
    const isCode = (node: Node) => node instanceof Element && node.matches('figure.snippet');
    const text = (node: Node): string =>
      node.nodeType === Node.TEXT_NODE || isCode(node)
        ? (node.nodeValue ?? '')
        : [...((node as Element).shadowRoot?.childNodes ?? []), ...node.childNodes].map(text).join('');
    const all = [...document.querySelectorAll('*')].flatMap((one) => [
      one,
      ...(one.shadowRoot?.querySelectorAll('*') ?? []),
    ]);
    // A chart sets the places of its parts by script, from numbers.
    const written = all.filter((element) => !element.closest('.uplot'));
    const addresses = written.flatMap((element) =>
      ['href', 'src', 'action', 'formaction', 'cite', 'srcdoc', 'poster', 'data', 'style', 'background', 'ping']
        .map((name) => element.getAttribute(name))
        .filter((value) => value !== null),
    );
    return {
      shape: shape(document.documentElement),
      text: text(document.documentElement).replace(/\s+/g, ' '),
      addresses,
      pwned: 'pwned' in window,
    };
  });
  if (made.pwned) alarms.push('a script ran');
  const text = neutral(made.text.replaceAll(server.url, 'SERVER'));
  return { ...made, status: response?.status(), text: text.replace(NUMBERED, '$1N') };
}

const expected = (text: string, batch: readonly (readonly [string, string])[]) =>
  batch.reduce((rest, [, left], n) => rest.replaceAll(innocent(n), left.replace(/\s+/g, ' ').trim()), text);

describe.each(batches.map((batch, n) => [n, batch] as const))('texts of group M, part %i', (_, batch) => {
  let hostile: Stage;
  let control: Stage;
  beforeAll(async () => {
    control = await openStage(batch.map((_text, n) => innocent(n)));
    hostile = await openStage(batch.map(([text]) => text));
  }, 60_000);

  const pages = Object.entries(ROUTES).flatMap(([name, judge]) =>
    judge.by === 'browser' ? [[name, judge.paths] as const] : [],
  );
  test.each(pages)(
    '%s is the page that innocent texts give, with these texts in it as text',
    { timeout: 120_000 },
    async (name, paths) => {
      const [ours, theirs] = [paths(control.furnished), paths(hostile.furnished)];
      let calm: Seen | undefined;
      for (const [n, path] of theirs.entries()) {
        // Where each text has a page, those of two innocent ones differ in the text and in the numbers of addresses only.
        const isLike = theirs.length === batch.length && n > LIKE;
        if (calm && isLike) calm = { ...calm, text: calm.text.replaceAll(innocent(n - 1), innocent(n)) };
        else calm = await seen(control, ours[n] ?? '');
        const wild = await seen(hostile, path);
        expect([calm.status, wild.status]).toEqual([200, 200]);
        expect(wild.shape, path).toBe(calm.shape);
        expect(wild.text, path).toBe(expected(calm.text, batch));
        // The page was worth looking at: without the texts in it the test would prove nothing. Those named have addresses only.
        if (!/login|status|rule$|links\/(?:domains|ties)$/.test(name)) expect(calm.text).toMatch(/Innocent\d{3}text/);
      }
      expect(hostile.alarms).toEqual([]);
    },
  );

  test('the widget', { timeout: 60_000 }, async () => {
    const on = (stage: Stage) => `http://127.0.0.1:${(blog.address() as AddressInfo).port}/?api=${stage.server.url}`;
    const shown = async (stage: Stage) => {
      await stage.page.goto(on(stage));
      await stage.page.locator('hearback-mentions li').first().waitFor();
      return seen(stage, on(stage)).then(async () => {
        await stage.page.locator('hearback-mentions li').first().waitFor();
        return stage.page.evaluate(() => {
          const root = document.querySelector('hearback-mentions')?.shadowRoot;
          const shape = (element: Element): string =>
            `${element.localName}(${[...element.attributes].map(({ name }) => name).sort()})[${[...element.children].map(shape).join('')}]`;
          return {
            shape: [...(root?.children ?? [])].map(shape).join(''),
            text: [...(root?.querySelectorAll('li') ?? [])]
              .map((item) => item.textContent)
              .join(' ')
              .replace(/\s+/g, ' '),
          };
        });
      });
    };
    const [calm, wild] = [await shown(control), await shown(hostile)];
    expect(calm.text).toMatch(/Innocent\d{3}text/);
    expect(wild.shape).toBe(calm.shape);
    expect(wild.text).toBe(expected(calm.text, batch));
    expect(hostile.alarms).toEqual([]);
  });

  test('a form that comes back', { timeout: 60_000 }, async () => {
    const { page, server, alarms } = hostile;
    for (const [text] of batch) {
      await page.goto(`${server.url}/admin/login`);
      const typed = text.replace(/[\r\n]+/g, '');
      await page.fill('[name=name]', typed);
      await page.fill('[name=password]', 'wrong');
      await Promise.all([
        page.waitForResponse((response) => response.request().method() === 'POST'),
        page.click('text=Log in >> nth=-1'),
      ]);
      await page.locator('[role=alert]').waitFor();
      expect(await page.locator('main script, main img, main svg, main iframe, main form form').count()).toBe(0);
      expect(await page.inputValue('[name=name]')).toBe(typed.trim().slice(0, 200).replace('\0', '\uFFFD'));
    }
    await page.goto(`${server.url}/admin/tokens`);
    for (const [text, left] of batch.slice(0, 5)) {
      await page.fill('[name=name]', text.replace(/[\r\n]+/g, ' '));
      await page.check('[name=scope][value=read]');
      await page.click('text=Make it');
      expect(await page.locator('.secret bdi').textContent()).toBe(left);
    }
    expect(alarms).toEqual([]);
  });
});

test('206 no address of a source becomes anything but a web link, on any page', { timeout: 120_000 }, async () => {
  const stage = await openStage([innocent(0)]);
  const ids: string[] = [];
  for (const [n, [, url]] of URLS.entries()) {
    const target = n % 2 === 0 ? TARGET : `https://alice.example/held/0`;
    const moderation = n % 2 === 0 ? 'approved' : 'pending';
    const entry = { author: { name: 'Eve', url, photo: url } };
    const facts = { canonical: url, finalUrl: url };
    ids.push(
      await stage.house.seed({ source: `https://eve.example/${n}`, target, moderation, entry, facts, anchor: url }),
    );
  }
  const shown = { ...stage.furnished, held: ids };
  for (const [name, judge] of Object.entries(ROUTES)) {
    for (const path of judge.by === 'browser' ? judge.paths(shown) : []) {
      for (const address of (await seen(stage, path)).addresses)
        expect(address, `${name} ${path}`).toMatch(
          /^(?:https?:\/\/[^\s"'<>\\]+|\/[\w%./?=&-]*(?:#trace|#history|#tie-[\w%.-]+)?|#content|data:,)$/,
        );
    }
  }
  expect(stage.alarms).toEqual([]);
});

test('215 nothing makes a page wider than the screen', { timeout: 60_000 }, async () => {
  const stage = await openStage(['x'.repeat(5000), '\u{1F468}\u200D'.repeat(2000), 'a\u0301\u0302\u0303'.repeat(500)]);
  await stage.page.setViewportSize({ width: 390, height: 800 });
  for (const [name, judge] of Object.entries(ROUTES)) {
    if (judge.by !== 'browser' || name === 'GET /fragment') continue;
    for (const path of judge.paths(stage.furnished)) {
      await stage.page.goto(`${stage.server.url}${path}`);
      const wide = await stage.page.evaluate(() =>
        [...document.querySelectorAll('body *')]
          .filter((one) => one.getBoundingClientRect().right > 391 && !one.closest('.skip, .overflow-auto'))
          .map((one) => `${one.localName}.${one.className} ${one.textContent?.slice(0, 20)}`),
      );
      expect(wide, path).toEqual([]);
      expect(await stage.page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
    }
  }
});
