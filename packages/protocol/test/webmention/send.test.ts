import { describe, expect, it } from 'vitest';
import type { HttpFailureKind, TellOutcome } from '../../src/index.ts';
import { notify } from '../../src/index.ts';
import type { FakeReply } from '../support/http.ts';
import { network } from '../support/http.ts';

const EP = 'https://bob.example/wm?for=2';
const NOTICE = {
  source: 'https://alice.example/1?a=b&c=%C3%BC#p',
  target: 'https://bob.example/2',
  title: 'x',
  excerpt: 'x',
  siteName: 'x',
};
const send = (answer: FakeReply, notice = NOTICE) => {
  const { http, requests } = network(answer);
  return notify(http, { protocol: 'webmention', url: EP }, notice).then((outcome) => ({ outcome, requests }));
};
const json = (value: unknown): Pick<FakeReply, 'headers' | 'body'> => ({
  headers: [['content-type', 'application/json']],
  body: JSON.stringify(value),
});

describe('the request', () => {
  it('WM-S04, WM-S07, WM-S17: one form with two fields, the query left in the URL', async () => {
    const { requests } = await send({ status: 202 });
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({ method: 'POST', url: EP, redirects: 'endpoint' });
    expect(requests[0]?.headers?.['content-type']).toBe('application/x-www-form-urlencoded');
    expect([...new URLSearchParams(new TextDecoder().decode(requests[0]?.body))]).toEqual([
      ['source', NOTICE.source],
      ['target', NOTICE.target],
    ]);
  });

  it.each([
    ['source', { ...NOTICE, source: 'ftp://alice.example/' }],
    ['target', { ...NOTICE, target: '/2' }],
  ])('is not made for a %s that is no URL', async (which, notice) => {
    const { outcome, requests } = await send({}, notice);
    expect(outcome).toMatchObject({
      outcome: 'failed',
      reason: expect.stringContaining(`the ${which} is no absolute`),
    });
    expect(requests).toEqual([]);
  });
});

/** Id, reply, what it means, part of the reason. */
const REPLIES: readonly [string, FakeReply, Partial<TellOutcome>, RegExp?][] = [
  ['WM-S08 DV-52 200', { status: 200 }, { outcome: 'delivered', message: '', httpStatus: 200 }],
  ['WM-S08 DV-52 202', { status: 202, body: 'Queued' }, { outcome: 'delivered', message: '' }],
  ['WM-S08 204', { status: 204 }, { outcome: 'delivered' }],
  ['WM-S08 299', { status: 299 }, { outcome: 'delivered' }],
  [
    'WM-S08 201 with its status URL',
    { status: 201, headers: [['location', '/status/1']] },
    { outcome: 'delivered', statusUrl: 'https://bob.example/status/1' },
    /status\/1$/,
  ],
  [
    'a Location that is no page',
    { status: 201, headers: [['location', 'javascript:x']] },
    { outcome: 'delivered' },
    /webmention\.$/,
  ],
  ['DV-51 summary', { status: 201, ...json({ status: 'queued', summary: 'Thanks' }) }, { message: 'Thanks' }],
  ['plain words', { status: 202, headers: [['content-type', 'text/plain']], body: 'Taken.' }, { message: 'Taken.' }],
  ['WM-S18 DV-51 429', { status: 429, headers: [['retry-after', '30']] }, { outcome: 'later', retryAfter: 30 }],
  ['WM-S18 500', { status: 500 }, { outcome: 'later', retryAfter: undefined }],
  ['WM-S18 503', { status: 503, headers: [['retry-after', '9']] }, { outcome: 'later', retryAfter: 9 }],
  [
    'WM-S18 400',
    { status: 400, ...json({ error: 'no_link_found', error_description: 'There is <b>no</b> link.' }) },
    { outcome: 'refused', fault: undefined, message: 'There is no link.' },
    /HTTP 400: “There is no link\.”/,
  ],
  [
    'DV-53 error_text',
    { status: 400, ...json({ error: true, error_text: 'No.' }) },
    { outcome: 'refused', message: 'No.' },
  ],
  ['WM-S18 DV-51 404', { status: 404, body: '<p>No' }, { outcome: 'refused', message: '' }, /HTTP 404\.$/],
  ['VO-02 449', { status: 449 }, { outcome: 'refused' }],
  ['JSON that is none', { status: 400, headers: [['content-type', 'application/json']], body: '{' }, { message: '' }],
  ['JSON of another shape', { status: 400, ...json(null) }, { message: '' }],
  ['303', { status: 303, headers: [['location', '/']] }, { outcome: 'failed' }, /redirect/],
];

describe('the reply', () => {
  it.each(REPLIES)('%s', async (_, answer, expected, reason = /./) => {
    const { outcome } = await send(answer);
    expect(outcome).toMatchObject(expected);
    expect(outcome.reason).toMatch(reason);
    if (!('statusUrl' in expected)) expect(outcome).not.toHaveProperty('statusUrl');
  });

  it.each<[HttpFailureKind, TellOutcome['outcome']]>([
    ['timeout', 'later'],
    ['dns', 'later'],
    ['refused', 'failed'],
    ['redirects', 'failed'],
  ])('none because of %s is %s', async (kind, outcome) => {
    const { http } = network({ ok: false, kind, reason: 'bob.example did not answer.' });
    expect(await notify(http, { protocol: 'webmention', url: EP }, NOTICE)).toMatchObject({
      outcome,
      httpStatus: undefined,
      reason: 'bob.example did not answer.',
    });
  });
});
