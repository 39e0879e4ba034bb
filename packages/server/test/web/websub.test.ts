import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Subscription } from '../../src/ports/index.ts';
import { type House, openHouse } from './house.ts';

const TOPIC = 'https://alice.example/feed';
let house: House;
let held: Subscription;
beforeEach(async () => {
  house = await openHouse();
  held = {
    ...{ site: house.site.id, id: 'the-id', hub: 'https://hub.example/', topic: TOPIC, secret: 'the secret' },
    ...{ state: 'asked', since: house.time.now, until: undefined },
  };
  await house.store.hubs.save(held);
});
afterEach(() => house.close());

const ask = (params: Record<string, string>, id = 'the-id') =>
  house.web.fetch(new Request(`http://127.0.0.1:7777/websub/${id}?${new URLSearchParams(params)}`));
const confirm = (changes: Record<string, string> = {}, id?: string) =>
  ask(
    {
      'hub.mode': 'subscribe',
      'hub.topic': TOPIC,
      'hub.challenge': '<b>word',
      'hub.lease_seconds': '3600',
      ...changes,
    },
    id,
  );
const deliver = (body: string, signature: string | undefined, id = 'the-id') =>
  house.web.fetch(
    new Request(`http://127.0.0.1:7777/websub/${id}`, {
      method: 'POST',
      headers: { 'content-type': 'application/atom+xml', ...(signature && { 'x-hub-signature': signature }) },
      body,
    }),
  );
const sign = (method: string, body: string, secret = 'the secret') =>
  `${method}=${createHmac(method, secret).update(body).digest('hex')}`;
const waiting = async () => (await house.store.jobs.counts()).waiting;

describe('a hub that asks whether a subscription is meant', () => {
  it('is answered with its word, as text, and the lease is remembered', async () => {
    const response = await confirm();
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      'text/plain; charset=utf-8',
      '<b>word',
    ]);
    expect(await house.store.hubs.byId('the-id')).toMatchObject({ state: 'active', until: house.time.now + 3_600_000 });
  });

  it.each([
    ['another topic', { 'hub.topic': 'https://alice.example/other' }, undefined],
    ['another id', {}, 'another'],
    ['another mode', { 'hub.mode': 'publish' }, undefined],
    ['an end that nobody asked for', { 'hub.mode': 'unsubscribe' }, undefined],
    ['a book for a word', { 'hub.challenge': 'x'.repeat(1001) }, undefined],
  ])('is refused for %s', async (_, changes, id) => {
    expect((await confirm(changes, id)).status).toBe(404);
    expect(await house.store.hubs.byId('the-id')).toEqual(held);
  });

  it('may decline, and may end what we ended', async () => {
    expect((await confirm({ 'hub.mode': 'denied' })).status).toBe(200);
    expect(await house.store.hubs.byId('the-id')).toMatchObject({ state: 'denied' });
    await house.store.hubs.save({ ...held, state: 'leaving' });
    expect((await confirm()).status).toBe(404);
    expect((await confirm({ 'hub.mode': 'unsubscribe' })).status).toBe(200);
    expect(await house.store.hubs.byId('the-id')).toBeUndefined();
  });
});

describe('news', () => {
  it.each(['sha1', 'sha256', 'sha384', 'sha512'])(
    'with a good signature (%s) makes us look, and many make one look',
    async (method) => {
      for (const body of ['<feed/>', '<feed>2</feed>'])
        expect((await deliver(body, sign(method, body))).status).toBe(202);
      expect(await waiting()).toBe(1);
      const [job] = await house.store.jobs.claim({
        now: house.time.now + 5_000,
        limit: 9,
        leaseMs: 9,
        kinds: ['watch'],
      });
      expect(job).toMatchObject({ kind: 'watch', subject: house.site.id });
    },
  );

  it.each([
    ['none', undefined],
    ['that of another secret', sign('sha256', 'body', 'guessed')],
    ['that of another body', sign('sha256', 'other')],
    ['a method that is none', 'md5=d41d8cd98f00b204e9800998ecf8427e'],
    ['half of it', sign('sha256', 'body').slice(0, 47)],
  ])('with a wrong signature is answered alike and changes nothing: %s', async (_, signature) => {
    const response = await deliver('body', signature);
    expect([response.status, await response.text(), await waiting()]).toEqual([202, '', 0]);
  });

  it('for nobody is not there, and for what is over is gone', async () => {
    expect((await deliver('body', sign('sha256', 'body'), 'another')).status).toBe(404);
    await house.store.hubs.save({ ...held, state: 'leaving' });
    expect((await deliver('body', sign('sha256', 'body'))).status).toBe(410);
    expect(await waiting()).toBe(0);
  });

  it('of more than ten MiB is refused', async () => {
    const body = 'x'.repeat(10 * 1024 * 1024 + 1);
    expect([(await deliver(body, sign('sha256', body))).status, await waiting()]).toEqual([413, 0]);
  });
});
