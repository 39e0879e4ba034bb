import { describe, expect, it } from 'vitest';
import { blog, openHouse } from './house.ts';
import type { Script } from './scripted-web.ts';
import { ENDPOINT, enqueue, fault, HOUR, PAGE, page, SOURCE, TARGET, value } from './told.ts';

/** What the endpoint answers, what the delivery then is, and what its reason must mention. */
const answers: readonly [string, Script, Record<string, unknown>, RegExp][] = [
  [
    'PB-C05 success text',
    value('<string>Thanks!</string>'),
    { status: 'delivered', httpStatus: 200 },
    /accepted.*Thanks!/,
  ],
  ['DV-34 success number', value('<int>17</int>'), { status: 'delivered' }, /accepted/],
  ['DV-35 success array', value('<array><data><value>ok</value></data></array>'), { status: 'delivered' }, /accepted/],
  ['PB-C10 fault 48', fault(48, 'registered'), { status: 'delivered', fault: 48 }, /had it already/],
  ['PB-C10 fault 0 without text', fault(0, ''), { status: 'refused', fault: 0 }, /no reason/],
  ['fault 17', fault(17, 'No link to us'), { status: 'refused', fault: 17 }, /No link to us/],
  ['fault 33', fault(33, 'closed'), { status: 'refused', fault: 33 }, /takes no pingbacks/],
  [
    'PB-C12 fault inside HTTP 400',
    fault(16, 'x', { status: 400 }),
    { status: 'refused', fault: 16, httpStatus: 400 },
    /fault 16/,
  ],
  ['DV-43 XML-RPC switched off', { status: 403, body: 'Forbidden' }, { status: 'failed', httpStatus: 403 }, /403/],
  ['DV-43 gone', { status: 410, body: 'Gone' }, { status: 'failed', httpStatus: 410 }, /410/],
  ['PB-C15 303', { status: 303, body: '' }, { status: 'failed', httpStatus: 303 }, /303/],
  ['an HTML page', '<h1>Welcome</h1>', { status: 'failed', httpStatus: 200 }, /web page/],
  ['fault 429', fault(429, 'Slow down'), { status: 'retrying', fault: 429 }, /slower/],
  [
    'HTTP 503',
    { status: 503, body: '' },
    { status: 'retrying', httpStatus: 503 },
    /503.* Tried again after \d{4}-\d\d-\d\d \d\d:\d\d UTC\.$/,
  ],
  ['no answer', { failure: 'timeout' }, { status: 'retrying' }, /did not answer/],
  ['a reset', { failure: 'reset' }, { status: 'retrying' }, /did not answer/],
  ['led to a private address', { failure: 'refused' }, { status: 'failed' }, /did not answer/],
  ['broken HTTP', { failure: 'invalid' }, { status: 'failed' }, /did not answer/],
];

/** What the target page answers instead of naming an endpoint. */
const pages: readonly [string, Script, Record<string, unknown>, RegExp][] = [
  ['PB-D10 no endpoint', '<p>2</p>', { status: 'unsupported' }, /no linkbacks/],
  ['404 without endpoint', { status: 404, body: '' }, { status: 'unsupported' }, /404/],
  [
    'PB-D19 relative header',
    { headers: { 'x-pingback': '/xmlrpc' }, body: '' },
    { status: 'unsupported' },
    /no usable URL/,
  ],
  ['busy', { status: 503, body: '' }, { status: 'retrying', httpStatus: 503 }, /503/],
  ['out of reach', { failure: 'dns' }, { status: 'retrying' }, /did not answer/],
  ['the guard refuses the page', { failure: 'refused' }, { status: 'failed' }, /did not answer/],
  [
    'our own receiver',
    { headers: { 'x-pingback': 'https://hearback.alice.example/xmlrpc' }, body: '' },
    { status: 'failed' },
    /none of ours/,
  ],
  [
    'an address of our own site',
    { headers: { link: '<https://alice.example/admin?delete=1>; rel=webmention' }, body: '' },
    { status: 'failed' },
    /none of ours/,
  ],
];

describe('deliver', () => {
  it.each(answers)('records what the endpoint answers: %s', async (_, answer, expected, reason) => {
    await using house = await openHouse(blog());
    house.web.on(PAGE, page);
    house.web.on(ENDPOINT, answer);
    const id = await enqueue(house);
    await house.runDue();
    const delivery = await house.store.deliveries.byId(id);
    expect(delivery).toMatchObject({
      protocol: 'pingback',
      endpoint: ENDPOINT,
      lenient: false,
      attempts: 1,
      ...expected,
    });
    expect(delivery?.reason).toMatch(reason);
    expect(house.web.lines()).toEqual([`GET ${PAGE}`, `POST ${ENDPOINT}`]);
    const waiting = (await house.store.jobs.counts()).waiting;
    expect(waiting).toBe(expected.status === 'retrying' ? 1 : 0);
  });

  it.each(pages)('records what the page answers: %s', async (_, answer, expected, reason) => {
    await using house = await openHouse(blog());
    house.web.on(PAGE, answer);
    const id = await enqueue(house);
    await house.runDue();
    const delivery = await house.store.deliveries.byId(id);
    expect(delivery).toMatchObject(expected);
    expect(delivery).toMatchObject({ endpoint: undefined, protocol: undefined });
    expect(delivery?.reason).toMatch(reason);
    expect((await house.store.deliveries.trace(id)).at(-1)).toMatchObject({
      step: 'discovered',
      outcome: expected.status,
    });
    expect(house.web.lines('POST')).toEqual([]);
  });

  it('PB-C03, PB-D22: asks without the fragment and tells with it', async () => {
    await using house = await openHouse(blog());
    house.web.on(PAGE, page);
    house.web.on(ENDPOINT, value('<string>ok</string>'));
    await enqueue(house);
    await house.runDue();
    const body = new TextDecoder().decode(house.web.asked[1]?.body);
    expect([...body.matchAll(/<string>(.*?)<\/string>/g)].map((match) => match[1])).toEqual([SOURCE, TARGET]);
  });

  it('PB-C16 a webmention that is refused is not told again as a pingback', async () => {
    await using house = await openHouse(blog());
    const headers = { link: '<https://bob.example/webmention>; rel="webmention"', 'x-pingback': ENDPOINT };
    house.web.on(PAGE, { headers, body: '' });
    house.web.on('https://bob.example/webmention', { status: 400, body: '' });
    const id = await enqueue(house);
    await house.runUntil(house.time.now + 24 * HOUR);
    expect(await house.store.deliveries.byId(id)).toMatchObject({ status: 'refused', protocol: 'webmention' });
    expect(house.web.lines('POST')).toEqual(['POST https://bob.example/webmention']);
  });

  it('DV-08 a server that looks at the page before it answers is asked again, and then has it already', async () => {
    await using house = await openHouse(blog());
    house.web.on(PAGE, page);
    let calls = 0;
    house.web.on(ENDPOINT, () => (++calls === 1 ? { failure: 'timeout' } : (fault(48, 'registered') as object)));
    const id = await enqueue(house);
    await house.runUntil(house.time.now + HOUR);
    expect(await house.store.deliveries.byId(id)).toMatchObject({ status: 'delivered', fault: 48, attempts: 2 });
    expect(calls).toBe(2);
  });

  it('marks an endpoint that only a lenient reader finds', async () => {
    await using house = await openHouse(blog());
    house.web.on(PAGE, `<link href='${ENDPOINT}' rel=pingback>`);
    house.web.on(ENDPOINT, value('<string>ok</string>'));
    const id = await enqueue(house);
    await house.runDue();
    expect(await house.store.deliveries.byId(id)).toMatchObject({ status: 'delivered', lenient: true });
  });

  it('keeps a trace that tells the story', async () => {
    await using house = await openHouse(blog());
    house.web.on(PAGE, page);
    house.web.on(ENDPOINT, fault(17, 'No link'));
    const id = await enqueue(house);
    await house.runDue();
    const steps = await house.store.deliveries.trace(id);
    expect(steps.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
      'found found',
      'discovered sending',
      'notified refused',
    ]);
    expect(steps[1]?.reason).toMatch(/X-Pingback.*https:\/\/bob\.example\/xmlrpc/);
  });

  it('sends nothing once sending is switched off, even what was queued before', async () => {
    await using house = await openHouse(blog());
    house.web.on(PAGE, page);
    const id = await enqueue(house);
    await house.store.sites.setSwitches(blog().id, { send: false });
    await house.runDue();
    expect(await house.store.deliveries.byId(id)).toMatchObject({ status: 'skipped' });
    expect(house.web.asked).toEqual([]);
  });

  it('does nothing for a delivery that is final or unknown', async () => {
    await using house = await openHouse(blog());
    house.web.on(PAGE, '<p>no endpoint</p>');
    const id = await enqueue(house);
    await house.runDue();
    await house.store.jobs.enqueue({ kind: 'deliver', subject: id, group: 'x', startAfter: 0 });
    await house.store.jobs.enqueue({ kind: 'deliver', subject: 'nobody', group: 'y', startAfter: 0 });
    expect(await house.runDue()).toEqual([{ outcome: 'done' }, { outcome: 'done' }]);
    expect(house.web.lines()).toHaveLength(1);
  });
});
