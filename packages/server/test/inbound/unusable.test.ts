import {
  createReceiver,
  createTrackbackReceiver,
  createWebmentionReceiver,
  type ReceiverRequest,
} from '@hearback/protocol';
import { expect, it } from 'vitest';
import { openHouse, SOURCE, TARGET } from './house.ts';

type House = Awaited<ReturnType<typeof openHouse>>;

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const encoded = (text: string) => new TextEncoder().encode(text);

async function send(house: House, kind: 'pingback' | 'webmention' | 'trackback', source: string, target: string) {
  const base = { method: 'POST', caller: {}, query: '' };
  const requests: Record<typeof kind, () => Promise<{ status: number }>> = {
    pingback: () => {
      const body = `<?xml version="1.0"?><methodCall><methodName>pingback.ping</methodName><params>${[source, target]
        .map((one) => `<param><value><string>${one.replaceAll('<', '&lt;')}</string></value></param>`)
        .join('')}</params></methodCall>`;
      const request: ReceiverRequest = { ...base, headers: { 'content-type': 'text/xml' }, body: encoded(body) };
      return createReceiver(house.inbox).receive(request);
    },
    webmention: () =>
      createWebmentionReceiver(house.inbox).receive({
        ...{ ...base, headers: FORM },
        body: encoded(new URLSearchParams({ source, target }).toString()),
      }),
    trackback: () =>
      createTrackbackReceiver(house.inbox).receive({
        ...{ ...base, headers: FORM, query: new URLSearchParams({ target }).toString() },
        body: encoded(new URLSearchParams({ url: source }).toString()),
      }),
  };
  return requests[kind]();
}

const lines = async (house: House) =>
  (await house.store.refusals.list({ limit: 99 })).map(({ site, protocol, source, target, reason, repeats }) =>
    [site, protocol, source, target, reason, repeats].join(' | '),
  );

it.each(['pingback', 'webmention', 'trackback'] as const)(
  'leaves a line of what names no usable pages: %s',
  async (by) => {
    await using house = await openHouse();
    const NONE = 'is not a usable address: it does not begin with http:// or https://.';
    await send(house, by, 'javascript:alert(1)', TARGET);
    await send(house, by, 'javascript:alert(1)', TARGET);
    await send(house, by, SOURCE, 'ftp://alice.example/post');
    await send(house, by, `https://bob.example/${'x'.repeat(3000)}`, TARGET);
    const cut = `https://bob.example/${'x'.repeat(480)}…`;
    expect((await lines(house)).sort()).toEqual(
      [
        `alice.example | ${by} | javascript:alert(1) | ${TARGET} | The source ${NONE} | 1`,
        ` | ${by} | ${SOURCE} | ftp://alice.example/post | The target ${NONE} | 0`,
        `alice.example | ${by} | ${cut} | ${TARGET} | The source is not a usable address: it is longer than 2048 characters. | 0`,
      ].sort(),
    );
  },
);

it('keeps sixty lines of a minute, and counts the others at most once a second', async () => {
  await using house = await openHouse();
  for (let n = 0; n < 200; n += 1) await send(house, 'webmention', `javascript:${n}`, TARGET);
  house.time.now += 1000;
  await send(house, 'webmention', 'javascript:more', TARGET);
  const all = await house.store.refusals.list({ limit: 999 });
  expect(all).toHaveLength(61);
  expect(all[0]).toMatchObject({
    source: '',
    target: '',
    repeats: 1,
    reason: expect.stringContaining('are kept one by'),
  });
  house.time.now += 60_000;
  await send(house, 'webmention', 'javascript:later', TARGET);
  expect((await house.store.refusals.list({ limit: 1 }))[0]).toMatchObject({ source: 'javascript:later' });
});

it('answers the same when no line can be kept', async () => {
  await using house = await openHouse();
  const broken = { ...house.receiving.store, refusals: { ...house.store.refusals } };
  broken.refusals.add = async () => {
    throw Object.assign(new Error('The disk is full.'), { code: 'storage' });
  };
  const { createInbox } = await import('../../src/inbound/accept.ts');
  const inbox = createInbox({ ...house.receiving, store: broken });
  const body = encoded('source=ftp%3A%2F%2Fx&target=y');
  const request = { method: 'POST', caller: {}, query: '', headers: FORM, body };
  const [sound, faulty] = [createWebmentionReceiver(house.inbox), createWebmentionReceiver(inbox)];
  expect(await faulty.receive(request)).toEqual(await sound.receive(request));
});
