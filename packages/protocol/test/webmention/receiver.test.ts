import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision, Inbox, Notification } from '../../src/index.ts';
import { createWebmentionReceiver } from '../../src/index.ts';
import { STATUS_URL, utf8 } from '../support/receiving.ts';

const SOURCE = 'https://alice.example/1';
const TARGET = 'https://bob.example/2';
const FORM = 'application/x-www-form-urlencoded';
const form = (...fields: [string, string][]) => new URLSearchParams(fields).toString();
const GOOD = form(['source', SOURCE], ['target', TARGET]);

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly accept?: Inbox['accept'];
}

async function send(body: string | Uint8Array, { method = 'POST', headers = {}, accept }: Sent = {}) {
  const heard: Notification[] = [];
  const errors: unknown[] = [];
  const inbox: Inbox = {
    async accept(notification, caller) {
      heard.push(notification);
      return accept?.(notification, caller) ?? { outcome: 'accepted', statusUrl: STATUS_URL };
    },
    pingbacks: async () => undefined,
  };
  const receiver = createWebmentionReceiver(inbox, { onError: (error) => errors.push(error) });
  const bytes = typeof body === 'string' ? utf8(body) : body;
  const request = { method, headers: { 'content-type': FORM, ...headers }, body: bytes, caller: {} };
  const reply = await receiver.receive(request);
  const text = new TextDecoder().decode(reply.body);
  const init = { method, headers: request.headers, ...(method === 'POST' && { body: new Uint8Array(bytes) }) };
  const fetched = await receiver.fetch(new Request('https://bob.example/webmention', init));
  expect([fetched.status, await fetched.text()]).toEqual([reply.status, text]);
  expect(reply.headers['content-length']).toBe(String(reply.body.length));
  return { ...reply, text, heard: heard.slice(0, 1), errors };
}

describe('a webmention that is accepted', () => {
  it('WM-R06, DV-51: 201, the status URL, and the shape of webmention.io', async () => {
    const { status, headers, text, heard } = await send(GOOD);
    expect([status, headers.location]).toEqual([201, STATUS_URL]);
    expect(JSON.parse(text)).toEqual({
      status: 'queued',
      summary: 'The webmention was received and will be checked.',
      location: STATUS_URL,
      source: SOURCE,
      target: TARGET,
    });
    expect(heard).toEqual([{ protocol: 'webmention', source: SOURCE, target: TARGET }]);
  });

  it('is answered as the first time when the pair is public already: it is an update', async () => {
    const again = await send(GOOD, { accept: async () => ({ outcome: 'registered', statusUrl: STATUS_URL }) });
    expect(again.text).toBe((await send(GOOD)).text);
    expect(again.status).toBe(201);
  });

  it('sends a person with a browser on to the status page', async () => {
    const { status, headers } = await send(GOOD, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
    expect([status, headers.location]).toEqual([303, STATUS_URL]);
    expect((await send(GOOD, { headers: { accept: 'text/html, application/json' } })).status).toBe(201);
  });

  it.each([
    ['charset on the type', GOOD, { 'content-type': `${FORM}; charset=UTF-8` }],
    ['other fields', `${GOOD}&code=x&debug=1&h=`, {}],
    ['an empty vouch', `${GOOD}&vouch=`, {}],
    ['other order', form(['target', TARGET], ['source', SOURCE]), {}],
    ['plain characters', `source=${SOURCE}&target=${TARGET}`, {}],
    ['32 fields', `${GOOD}${'&x=1'.repeat(30)}`, {}],
  ])('%s', async (_, body, headers) => {
    expect(await send(body, { headers })).toMatchObject({
      status: 201,
      heard: [{ protocol: 'webmention', source: SOURCE, target: TARGET }],
    });
  });

  it('VO-01 takes a vouch along', async () => {
    const vouch = 'https://friend.example/';
    const { heard } = await send(form(['source', SOURCE], ['target', TARGET], ['vouch', vouch]));
    expect(heard).toEqual([{ protocol: 'webmention', source: SOURCE, target: TARGET, vouch }]);
  });

  it.each([
    ['no URL', 'vouch=friend'],
    ['two of them', 'vouch=https://a.example/&vouch=https://b.example/'],
    ['a list', 'vouch[]=https://a.example/'],
  ])('a vouch that is %s is for the inbox to refuse', async (_, field) => {
    expect((await send(`${GOOD}&${field}`)).heard).toEqual([
      { protocol: 'webmention', source: SOURCE, target: TARGET, vouch: false },
    ]);
  });

  it('leaves alone what the URL itself has escaped, and stray signs', async () => {
    const source = 'https://alice.example/%FF%C3';
    expect((await send(form(['source', source], ['target', TARGET]))).heard).toMatchObject([{ source }]);
    expect((await send(`${GOOD}&x=100%&y=%zz`)).status).toBe(201);
  });

  it('DV-54 decodes once: what was escaped in the URL stays so', async () => {
    const source = 'https://alice.example/a%2Bb%20c?q=a+b&r=%2526#x';
    expect((await send(form(['source', source], ['target', TARGET]))).heard).toMatchObject([{ source }]);
  });

  it('brings other characters into ASCII', async () => {
    const { heard } = await send(form(['source', 'https://bücher.example/ä'], ['target', TARGET]));
    expect(heard).toMatchObject([{ source: 'https://xn--bcher-kva.example/%C3%A4' }]);
  });
});

/** Id, what is refused, status, code. */
const FORMS: readonly [string, string | Uint8Array][] = [
  ['WM-R01 rocks receiver 2: a source of letters', form(['source', 'qmfpt'], ['target', TARGET])],
  ['WM-R01 rocks receiver 2: a target of letters', form(['source', SOURCE], ['target', 'xgqk'])],
  ['WM-R01 rocks receiver 2: both', form(['source', 'qmfpt'], ['target', 'xgqk'])],
  ['no target', form(['source', SOURCE])],
  ['no source', form(['target', TARGET])],
  ['nothing', ''],
  ['empty', form(['source', ''], ['target', TARGET])],
  ['a blank', form(['source', ' '], ['target', TARGET])],
  ['a blank before', form(['source', ` ${SOURCE}`], ['target', TARGET])],
  ['WM-R25 two sources', `${GOOD}&source=${SOURCE}`],
  ['two targets', `${GOOD}&target=${TARGET}`],
  ['a list', form(['source[]', SOURCE], ['target', TARGET])],
  ['a list beside', `${GOOD}&source[x]=${SOURCE}`],
  ['a thousand fields', `${GOOD}${'&x=1'.repeat(1000)}`],
  ['JSON with the type of a form', JSON.stringify({ source: SOURCE, target: TARGET })],
  ['no UTF-8, escaped', `source=${SOURCE}%FF&target=${TARGET}`],
  ['half a letter, escaped', `source=${SOURCE}?%C3&target=${TARGET}`],
  ['a surrogate, escaped', `source=${SOURCE}&target=${TARGET}%ed%a0%80`],
  ['no UTF-8, escaped, in a field beside', `${GOOD}&x=%FF`],
  ['no UTF-8', new Uint8Array([...utf8(GOOD), 0xff])],
  ...[
    'ftp://h/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    '//h/x',
    'x',
    'http:/h/',
    'http:h',
  ].map((url): [string, string] => [url, form(['source', url], ['target', TARGET])]),
  ['user name', form(['source', 'https://a@127.0.0.1/'], ['target', TARGET])],
  ['backslash', form(['source', 'http://127.0.0.1\\@a.example/'], ['target', TARGET])],
  ['port', form(['source', 'http://a.example:99999/'], ['target', TARGET])],
  ['host', form(['source', 'http://a..example/'], ['target', TARGET])],
  ['too long', form(['source', `https://a.example/${'x'.repeat(2048)}`], ['target', TARGET])],
];

describe('WM-R14 a form that is refused', () => {
  it.each(FORMS)('%s', async (_, body) => {
    const { status, text, heard, headers } = await send(body);
    expect([status, heard]).toEqual([400, []]);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(text)).toMatchObject({
      error: 'invalid_request',
      error_description: expect.stringMatching(/\.$/),
    });
  });

  it('never shows what was sent', async () => {
    const { text } = await send(form(['source', 'x"><script>alert(1)</script>'], ['target', 'secret']));
    expect(text).not.toMatch(/<|alert|secret/);
  });
});

describe('HTTP', () => {
  it.each([
    ['WM-R25 GET', '', { method: 'GET' }, 405],
    ['PUT', GOOD, { method: 'PUT' }, 405],
    ['WM-R25 text/plain', GOOD, { headers: { 'content-type': 'text/plain' } }, 415],
    ['JSON', GOOD, { headers: { 'content-type': 'application/json' } }, 415],
    ['multipart', GOOD, { headers: { 'content-type': 'multipart/form-data; boundary=x' } }, 415],
    ['no type', GOOD, { headers: { 'content-type': '' } }, 415],
    ['compressed', GOOD, { headers: { 'content-encoding': 'gzip' } }, 415],
    ['too long', `${GOOD}&x=${'x'.repeat(17_000)}`, {}, 413],
  ] as const)('%s', async (_, body, sent, expected) => {
    const { status, heard, headers } = await send(method(sent) === 'PUT' ? '' : body, sent);
    expect([status, heard]).toEqual([expected, []]);
    if (status === 405) expect(headers.allow).toBe('POST');
  });
  const method = (sent: Sent) => sent.method;
});

const DECISIONS: readonly [Decision, number, string][] = [
  [{ outcome: 'refused', because: 'source-invalid' }, 400, 'invalid_request'],
  [{ outcome: 'refused', because: 'source-missing' }, 400, 'source_not_found'],
  [{ outcome: 'refused', because: 'no-link' }, 400, 'no_link_found'],
  [{ outcome: 'refused', because: 'target-missing' }, 400, 'target_not_found'],
  [{ outcome: 'refused', because: 'target-unusable' }, 400, 'target_not_supported'],
  [{ outcome: 'refused', because: 'denied' }, 400, 'access_denied'],
  [{ outcome: 'refused', because: 'self' }, 400, 'invalid_request'],
  [{ outcome: 'refused', because: 'vouch-wanted' }, 449, 'vouch_required'],
  [{ outcome: 'refused', because: 'vouch-useless' }, 400, 'invalid_vouch'],
  [{ outcome: 'limited', retryAfter: 30 }, 429, 'rate_limit_exceeded'],
  [{ outcome: 'busy', retryAfter: 0.2 }, 503, 'service_unavailable'],
];

describe('what the inbox decides', () => {
  it.each(DECISIONS)('%o', async (decision, status, error) => {
    const answer = await send(GOOD, { accept: async () => decision });
    expect([answer.status, JSON.parse(answer.text).error]).toEqual([status, error]);
    if ('retryAfter' in decision) expect(answer.headers['retry-after']).toBe(status === 429 ? '30' : '1');
  });

  it('WM-R14 500 when it throws, and nothing of it', async () => {
    const failure = new Error('secret');
    const { status, text, errors } = await send(GOOD, { accept: () => Promise.reject(failure) });
    expect([status, errors]).toEqual([500, [failure, failure]]);
    expect(text).not.toContain('secret');
  });
});

it('any bytes have an answer, and nothing but two URLs is accepted', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .array(fc.constantFrom('source', 'target', '=', '&', '%', '[]', SOURCE, TARGET, '%00', '+', 'ü'), {
        maxLength: 12,
      })
      .map((parts) => utf8(parts.join(''))),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (body) => {
      const { status, heard } = await send(body);
      expect(status).toBe(heard.length === 1 ? 201 : 400);
      for (const { source, target } of heard)
        expect([source, target].join(' ')).toMatch(/^https?:\/\/\S+ https?:\/\/\S+$/);
    }),
  );
});
