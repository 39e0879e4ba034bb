import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createWebhookHandler } from '../../src/inbound/notify/call-webhook.ts';
import { signatureHeaders } from '../../src/inbound/notify/webhook-signature.ts';
import type { Job } from '../../src/job.ts';
import { createPayload } from '../../src/notices/webhook.ts';
import { createDeliverHandler } from '../../src/outbound/deliver.ts';
import { createCallbackHandler, enqueueHooks } from '../../src/outbound/outcome-hooks.ts';
import { publish } from '../../src/outbound/publish.ts';
import { ALL_EVENTS, type Recipient } from '../../src/recipient.ts';
import { BLOG, blog, openHouse } from './house.ts';

const HOOK = 'https://hooks.example/in';
const CALLBACK = 'https://client.example/done';
const TARGET = 'https://bob.example/1';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const webhook: Recipient = {
  ...{ id: 'configured', kind: 'webhook', address: HOOK, secret: 'whsec_c2VjcmV0c2VjcmV0', format: 'standard' },
  ...{ site: undefined, events: ALL_EVENTS, active: true, problem: undefined, createdAt: 0 },
};

async function open(endpoint: object = { status: 202 }, callback = CALLBACK) {
  const house = await openHouse(blog());
  await house.store.recipients.save(webhook);
  house.web.on(`${BLOG}post`, `<article><a href="${TARGET}">x</a></article>`);
  house.web.on(TARGET, { headers: { link: '</wm>; rel=webmention' }, body: '' });
  house.web.on('https://bob.example/wm', endpoint);
  await publish(house.deps(), `${BLOG}post`);
  const [row] = await house.store.deliveries.list({ limit: 1 });
  const id = row?.id ?? '';
  const step = { at: house.time.now, step: 'found', outcome: 'callback', reason: '.' } as const;
  await house.store.deliveries.record(id, { callback }, step);
  const handlers = () => ({
    deliver: createDeliverHandler(
      house.deps({ onFinal: (tables, delivery) => enqueueHooks(house.clock, tables, delivery) }),
    ),
    hook: (job: Job) => {
      const deps = { ...house.deps(), payload: createPayload({ write: JSON.stringify, jf2: () => ({}) }) };
      return job.subject.startsWith('callback') ? createCallbackHandler(deps)(job) : createWebhookHandler(deps)(job);
    },
  });
  const run = (ms: number) => house.runUntil(house.time.now + ms, handlers);
  const bodies = (url: string) =>
    house.web.asked.filter((one) => one.url === url).map((one) => new TextDecoder().decode(one.body));
  return { house, id, run, bodies };
}

describe('the end of a delivery', () => {
  it('is told to the webhook, signed, and to whoever asked, once', async () => {
    const { house, id, run, bodies } = await open();
    await using _ = house;
    for (const url of [HOOK, CALLBACK]) house.web.on(url, { status: 204 });
    await run(24 * HOUR);
    expect(bodies(CALLBACK)).toEqual([
      new URLSearchParams({
        ...{ source: `${BLOG}post`, target: TARGET, status: 'accepted' },
        ...{ type: 'webmention', http_code: '202' },
      }).toString(),
    ]);
    const [body = ''] = bodies(HOOK);
    expect(bodies(HOOK)).toHaveLength(1);
    expect(JSON.parse(body)).toMatchObject({ type: 'delivery.finished', data: { id, status: 'delivered' } });
    const headers = house.web.asked.find(({ url }) => url === HOOK)?.headers ?? {};
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    const mac = createHmac('sha256', Buffer.from('secretsecret')).update(signed).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${mac}`);
    const steps = await house.store.deliveries.trace(id);
    expect(steps.filter(({ step }) => step === 'called').map(({ outcome }) => outcome)).toEqual(['called', 'called']);
  });

  it('is told to who asked for it while the request was under way', async () => {
    const { house, id, run, bodies } = await open();
    await using _ = house;
    for (const url of [HOOK, CALLBACK]) house.web.on(url, { status: 204 });
    const step = { at: house.time.now, step: 'found', outcome: 'callback', reason: '.' } as const;
    await house.store.deliveries.record(id, { callback: undefined }, step);
    let asked: Promise<void> | undefined;
    house.web.on('https://bob.example/wm', () => {
      asked = house.store.deliveries.record(id, { callback: CALLBACK }, step);
      return { status: 202 };
    });
    await run(HOUR);
    await asked;
    expect(bodies(CALLBACK)).toHaveLength(1);
  });

  it('is told again while nobody listens, six times, and nothing else waits for that', async () => {
    const { house, id, run, bodies } = await open();
    await using _ = house;
    house.web.on(HOOK, { status: 204 });
    house.web.on(CALLBACK, { failure: 'connect' });
    await run(0);
    expect(bodies(HOOK)).toHaveLength(1);
    expect(await house.store.deliveries.byId(id)).toMatchObject({ status: 'delivered' });
    await run(48 * HOUR);
    expect(bodies(CALLBACK)).toHaveLength(6);
    expect((await house.store.deliveries.trace(id)).at(-1)).toMatchObject({ outcome: 'not called' });
    expect((await house.store.jobs.counts()).waiting).toBe(0);
  });

  it('is not there as long as tries are to come', async () => {
    const { house, run, bodies } = await open({ status: 503 });
    await using _ = house;
    await run(HOUR);
    expect(bodies(HOOK)).toEqual([]);
    await run(48 * HOUR);
    expect(JSON.parse(bodies(HOOK)[0] ?? '{}')).toMatchObject({ data: { status: 'failed', httpStatus: 503 } });
  });

  it('is not told any more to a callback that is gone', async () => {
    const { house, run, bodies } = await open();
    await using _ = house;
    house.web.on(HOOK, { status: 204 });
    house.web.on(CALLBACK, { status: 410 });
    await run(48 * HOUR);
    expect(bodies(CALLBACK)).toHaveLength(1);
  });
});

it('a webhook is signed as in the example of the specification', async () => {
  const headers = await signatureHeaders('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    at: 1_614_265_330_000,
    body: '{"test": 2432232314}',
  });
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  expect(await signatureHeaders(undefined, { id: 'a', at: 0, body: '' })).not.toHaveProperty('webhook-signature');
});

describe('a webhook', () => {
  it('248 is told again under the same id and in the same words, whoever else was told meanwhile', async () => {
    const { house, run, bodies } = await open();
    await using _ = house;
    house.web.on(HOOK, { failure: 'timeout' });
    house.web.on(CALLBACK, { failure: 'connect' });
    await run(2 * MINUTE);
    house.web.on(CALLBACK, { status: 204 });
    await run(10 * MINUTE);
    house.web.on(HOOK, { status: 204 });
    await run(24 * HOUR);
    const ids = house.web.asked.filter(({ url }) => url === HOOK).map(({ headers }) => headers?.['webhook-id']);
    expect(ids.length).toBeGreaterThan(2);
    expect(new Set(ids).size).toBe(1);
    expect(new Set(bodies(HOOK)).size).toBe(1);
  });

  it('248 survives the end of the process between the outcome and the call', async () => {
    const { house, id, run, bodies } = await open();
    await using _ = house;
    for (const url of [HOOK, CALLBACK]) house.web.on(url, { status: 204 });
    const deps = house.deps({
      onFinal: (tables, delivery) => enqueueHooks(house.clock, tables, delivery),
    });
    await house.runDue({ deliver: createDeliverHandler(deps) });
    expect(await house.store.deliveries.byId(id)).toMatchObject({ status: 'delivered' });
    expect(bodies(HOOK)).toEqual([]);
    await house.restart();
    await run(HOUR);
    expect([bodies(HOOK).length, bodies(CALLBACK).length]).toEqual([1, 1]);
  });

  it('246 that asks for time gets it', async () => {
    const { house, run, bodies } = await open();
    await using _ = house;
    house.web.on(CALLBACK, { status: 204 });
    house.web.on(HOOK, { status: 429, headers: { 'retry-after': '7200' } });
    await run(HOUR);
    expect(bodies(HOOK)).toHaveLength(1);
    await run(2 * HOUR);
    expect(bodies(HOOK)).toHaveLength(2);
  });

  it('is never told more than twice a second, however many deliveries ended at once', async () => {
    const { house, run } = await open();
    await using _ = house;
    const times: number[] = [];
    house.web.on(CALLBACK, { status: 204 });
    house.web.on(HOOK, () => {
      times.push(house.time.now);
      return { status: 204 };
    });
    const links = Array.from({ length: 12 }, (_, at) => `https://carol${at}.example/`);
    for (const link of links) house.web.on(link, { status: 404 });
    house.web.on(`${BLOG}more`, `<article>${links.map((url) => `<a href="${url}">x</a>`).join('')}</article>`);
    await publish(house.deps(), `${BLOG}more`);
    await run(24 * HOUR);
    expect(times).toHaveLength(13);
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(500);
  });
});

it('243 nobody who may send has us knock at our own doors', async () => {
  const { house, run } = await open({ status: 202 }, 'https://hearback.alice.example/webmention');
  await using _ = house;
  await run(24 * HOUR);
  expect(house.web.asked.filter(({ url }) => url.includes('hearback.alice'))).toEqual([]);
});
