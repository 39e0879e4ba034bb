import { randomBytes } from 'node:crypto';
import {
  createReceiver,
  createWebmentionReceiver,
  type Http,
  type HttpRequest,
  type Receiver,
} from '@hearback/protocol';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDoctor } from '../../src/doctor/doctor.ts';
import { createInbox } from '../../src/inbound/accept.ts';
import { systemRandom } from '../../src/system.ts';
import { createTestPages } from '../../src/test-page.ts';
import { createWeb } from '../../src/web/web.ts';
import { readerHere } from '../support/reader-here.ts';
import { type House, openHouse, POST } from '../web/house.ts';
import { setUpOwner } from '../web/visitor.ts';

const HEAR = 'https://hear.example';

let house: House;
let world: ReturnType<typeof wire>;
beforeEach(async () => {
  house = await openHouse({ publicUrl: HEAR });
  world = wire(house);
});
afterEach(() => house.close());

/** The whole way without sockets: the page, the endpoints that it names, and the inbox behind them. */
function wire({ deps, store, time, directory }: House) {
  const clock = { now: () => time.now };
  const testPages = createTestPages(randomBytes(32), { publicUrl: () => HEAR, now: clock.now });
  const inbox = createInbox({
    ...{ store, clock, random: systemRandom, resolve: directory.resolve, testPages },
    refusesSource: () => undefined,
    statusUrl: (id) => `${HEAR}/status/${id}`,
    victimOf: ({ host }) => host,
    firstDelay: () => 0,
    onWork: () => {},
  });
  const receivers = { ...deps.receivers, xmlrpc: createReceiver(inbox), webmention: createWebmentionReceiver(inbox) };
  const asked: string[] = [];
  const web = () => createWeb({ ...deps, receivers, testPages, doctor });
  const http: Http = {
    async request({ url, method, headers = {}, body }: HttpRequest) {
      asked.push(`${method} ${url}`);
      const answer =
        url === POST
          ? new Response(
              `<title>A post</title><link rel="pingback" href="${HEAR}/xmlrpc"><link rel="webmention" href="${HEAR}/webmention">`,
              { headers: { 'content-type': 'text/html' } },
            )
          : await web().fetch(new Request(url, { method, headers, ...(body && { body: new Uint8Array(body) }) }));
      return {
        ok: true,
        status: answer.status,
        finalUrl: url,
        headers: [...answer.headers],
        body: new Uint8Array(await answer.arrayBuffer()),
        truncated: false,
        chain: [url],
      };
    },
  };
  const doctor = createDoctor({
    ...{ http, reader: readerHere, store, directory, testPages, publicUrl: () => HEAR },
    random: systemRandom,
    clock,
    elapsed: { ms: () => 0 },
  });
  const announce = (receiver: Receiver, source: string) =>
    receiver.fetch(
      new Request(`${HEAR}/webmention`, { method: 'POST', body: new URLSearchParams({ source, target: POST }) }),
    );
  return { doctor, testPages, asked, web, announce, receivers };
}

it('arrives by every protocol that the page names, and leaves nothing but a line that says so', async () => {
  const { tried, reason } = await world.doctor.test(new URL(POST));
  expect(reason).toBe('');
  expect(tried.filter(({ protocol }) => protocol !== 'refback')).toMatchObject([
    { protocol: 'webmention', result: 'arrived', trace: expect.any(String) },
    { protocol: 'pingback', result: 'arrived', trace: expect.any(String) },
  ]);
  expect(await house.store.mentions.list({ limit: 10 })).toEqual([]);
  const [refusal] = await house.store.refusals.list({ limit: 10 });
  expect(refusal?.reason).toMatch(/^A test notification of the doctor: it arrived/);
});

it('a page that is closed says so to the test as to everybody', async () => {
  await house.store.sites.setSwitches(house.site.id, { receive: false });
  await house.directory.refresh();
  const { tried } = await world.doctor.test(new URL(POST));
  expect(tried[0]).toMatchObject({ protocol: 'webmention', result: 'failed', trace: undefined });
  expect(tried[0]?.reason).toContain('HTTP 400');
});

it('whoever announces such a page gets what everybody gets, and nothing is kept, asked or shown', async () => {
  const good = world.testPages.addressFor(POST, 'n');
  const stale = good.replace(/\/try\/\w+/, '/try/0');
  const before = world.asked.length;
  const replies = [];
  for (const source of [good, stale, 'https://bob.example/post']) {
    const reply = await world.announce(world.receivers.webmention, source);
    replies.push([
      reply.status,
      (await reply.text()).replace(source, '').replace(/status\/[\w-]+/, ''),
      reply.headers.get('location')?.length,
    ]);
  }
  expect(new Set(replies.map(String)).size).toBe(1);
  expect((await house.store.mentions.list({ limit: 10 })).map(({ source }) => source)).toEqual([
    'https://bob.example/post',
  ]);
  expect(world.asked.length).toBe(before);
});

it('the page itself is there while it is signed, and no search engine keeps it', async () => {
  const good = world.testPages.addressFor(POST, 'n');
  const answer = await world.web().fetch(new Request(good));
  expect(answer.status).toBe(200);
  expect(answer.headers.get('x-robots-tag')).toBe('noindex, nofollow');
  expect(await answer.text()).toContain(`<a href="${POST}">`);
  expect((await world.web().fetch(new Request(good.replace(/to=.*/, 'to=https%3A%2F%2Fevil.example%2F')))).status).toBe(
    404,
  );
  house.time.now += 10 * 60_000;
  expect((await world.web().fetch(new Request(good))).status).toBe(404);
});

it('the desk examines pages of its sites and no others, and shows what became of a test', async () => {
  const owner = await setUpOwner(house);
  const send = (url: string, more = {}) => owner.csrf().then((csrf) => post(owner.cookie, { csrf, url, ...more }));
  const sound = await send(POST, { test: '1' });
  expect(sound).toContain('Webmention: arrived here');
  const [, link = ''] = /href="(\/admin\/refused\/[\w-]+)"/.exec(sound) ?? [];
  const shown = await (await owner.get(link)).text();
  expect(shown).toContain('A test notification of the doctor');
  expect(shown).toContain('Nothing: this was the test');
  const before = world.asked.length;
  expect(await send('https://bob.example/')).toContain('No site of yours has this address.');
  expect(world.asked.length).toBe(before);
  expect((await house.store.audit.list({ limit: 1 }))[0]).toMatchObject({ action: 'tested', subject: POST });
});

async function post(cookie: string, fields: Record<string, string>): Promise<string> {
  const headers = { cookie, 'sec-fetch-site': 'same-origin' };
  const body = new URLSearchParams(fields);
  return (await world.web().fetch(new Request(`${HEAR}/admin/doctor`, { method: 'POST', headers, body }))).text();
}
