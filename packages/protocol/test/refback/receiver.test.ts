import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRefbackReceiver, type Referral } from '../../src/index.ts';

const SOURCE = 'https://bob.example/answer';
const TARGET = 'https://me.example/post';
const FORM = new URLSearchParams({ target: TARGET, referrer: SOURCE }).toString();
const FORM_TYPE = 'application/x-www-form-urlencoded';

async function send(body: string | Uint8Array, headers: Record<string, string> = {}, method = 'POST', fails = false) {
  const heard: Referral[] = [];
  const errors: unknown[] = [];
  const hear = async (referral: Referral) => {
    heard.push(referral);
    if (fails) throw new Error('full');
  };
  const receiver = createRefbackReceiver({ hear }, { onError: (error) => errors.push(error) });
  const reply = await receiver.receive({
    method,
    headers: { 'content-type': FORM_TYPE, 'user-agent': 'Mozilla/5.0', ...headers },
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    caller: { address: '192.0.2.1' },
  });
  return { ...reply, heard: heard.map(({ source, target, client }) => ({ source, target, client })), errors };
}

const REFERRAL = { source: SOURCE, target: TARGET, client: '192.0.2.1' };

describe('the beacon', () => {
  it.each<[string, string, Record<string, string>]>([
    ['a form', FORM, {}],
    ['a form as URLSearchParams are sent', FORM, { 'content-type': `${FORM_TYPE};charset=UTF-8` }],
    ['a string, as sendBeacon calls it', FORM, { 'content-type': 'text/plain;charset=UTF-8' }],
    ['JSON', JSON.stringify({ target: TARGET, referrer: SOURCE }), { 'content-type': 'application/json' }],
    ["the header's spelling", FORM.replace('referrer', 'referer'), {}],
    ['from the page itself', FORM, { origin: 'https://me.example' }],
    ['from the page under www.', FORM, { origin: 'http://www.me.example' }],
  ])('hears %s', async (_, body, headers) => {
    expect(await send(body, headers)).toMatchObject({ status: 204, heard: [REFERRAL] });
  });

  it.each<[string, string, Record<string, string>]>([
    ['nothing', '', {}],
    ['no referrer', FORM.replace('referrer', 'x'), {}],
    ['no target', FORM.replace('target', 'x'), {}],
    ['JSON that is none', '{"target":', { 'content-type': 'application/json' }],
    ['JSON of the wrong shape', '[[1]]', { 'content-type': 'application/json' }],
    ['JSON null', 'null', { 'content-type': 'application/json' }],
    ['another charset', FORM, { 'content-type': `${FORM_TYPE}; charset=utf-7` }],
    ['RF-03 the page itself', new URLSearchParams({ target: TARGET, referrer: TARGET }).toString(), {}],
    ['RF-02 a robot', FORM, { 'user-agent': 'Examplebot/1.0' }],
    ['a script of another site', FORM, { origin: 'https://evil.example' }],
    ['a script that hides its site', FORM, { origin: 'null' }],
  ])('ignores %s, with the same answer', async (_, body, headers) => {
    const { heard, status, headers: replied, body: bytes } = await send(body, headers);
    const usual = await send(FORM);
    expect({ heard, status, replied, bytes }).toEqual({
      heard: [],
      status: usual.status,
      replied: usual.headers,
      bytes: usual.body,
    });
  });

  it('answers a preflight, so that any page of ours may send any type', async () => {
    const { status, headers } = await send('', {}, 'OPTIONS');
    expect(status).toBe(204);
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type',
    });
  });

  it.each<[number, string, Record<string, string>, string]>([
    [405, '', {}, 'GET'],
    [415, FORM, { 'content-encoding': 'gzip' }, 'POST'],
    [413, `${FORM}${'a'.repeat(16_384)}`, {}, 'POST'],
    [413, FORM, { 'content-length': '16385' }, 'POST'],
  ])('keeps the caps of every receiver: %i', async (status, body, headers, method) => {
    expect(await send(body, headers, method)).toMatchObject({ status, heard: [] });
  });

  it('does not let a failure through to the visitor', async () => {
    const { status, errors } = await send(FORM, {}, 'POST', true);
    expect({ status, errors: errors.length }).toEqual({ status: 204, errors: 1 });
  });

  it('answers the same over web-standard requests', async () => {
    const receiver = createRefbackReceiver({ hear: async () => {} });
    const reply = await receiver.fetch(new Request('https://hear.example/refback', { method: 'POST', body: FORM }));
    expect([reply.status, reply.headers.get('access-control-allow-origin'), await reply.text()]).toEqual([
      204,
      '*',
      '',
    ]);
  });

  it('takes any bytes without throwing', async () => {
    const types = fc.constantFrom('', FORM_TYPE, 'application/json', 'text/plain', 'image/png');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), types, async (body, type) => {
        expect((await send(body, { 'content-type': type })).status).toBe(204);
      }),
    );
  });
});
