import {
  createReceiver,
  createTrackbackReceiver,
  createWebmentionReceiver,
  type Inbox,
  type Receiver,
} from '@hearback/protocol';
import { describe, expect, test } from 'vitest';
import { createLog } from '../../../packages/server/src/log.ts';
import { createWeb } from '../../../packages/server/src/web/web.ts';
import { openHouse, POST } from '../../../packages/server/test/web/house.ts';
import { bearer, makeToken } from './lib.ts';

describe('189 an internal error', () => {
  const inbox: Inbox = {
    async accept() {
      throw new Error('SQLITE_BUSY: database /var/lib/secret.db is locked at Object.<anonymous> (/srv/app.js:1:1)');
    },
    async publicSources() {
      throw new Error('SELECT * FROM owner');
    },
  } as unknown as Inbox;
  const call = `<?xml version="1.0"?><methodCall><methodName>pingback.ping</methodName><params><param><value>https://b.example/</value></param><param><value>${POST}</value></param></params></methodCall>`;
  const form = { source: 'https://b.example/', target: POST };
  const ask = (type: string, body: string, query = '') =>
    new Request(`https://a.example/${query}`, { method: 'POST', headers: { 'content-type': type }, body });
  const FORM = 'application/x-www-form-urlencoded';
  type Make = (onError: (error: unknown) => unknown) => Receiver;
  const DOORS: readonly [name: string, Make, () => Request, status: number][] = [
    ['pingback', (onError) => createReceiver(inbox, { onError }), () => ask('text/xml', call), 200],
    [
      'webmention',
      (onError) => createWebmentionReceiver(inbox, { onError }),
      () => ask(FORM, String(new URLSearchParams(form))),
      500,
    ],
    [
      'trackback',
      (onError) => createTrackbackReceiver(inbox, { onError }),
      () => ask(FORM, 'url=https%3A%2F%2Fb.example%2F', `?target=${encodeURIComponent(POST)}`),
      500,
    ],
  ];

  test.each(DOORS)(
    'of %s has a fixed text and an id, and the cause goes to the log only',
    async (_, make, request, status) => {
      const told: unknown[] = [];
      const texts: string[] = [];
      for (const id of ['AAAAAAAAAAAAAAAAAAAAAA', 'BBBBBBBBBBBBBBBBBBBBBB']) {
        const receiver = make((error) => {
          told.push(error);
          return id;
        });
        const response = await receiver.fetch(request());
        expect(response.status).toBe(status);
        const text = await response.text();
        expect(text).toContain(`Request ${id}.`);
        expect(text).not.toMatch(/SQLITE|secret|locked|SELECT|app\.js|b\.example/);
        texts.push(text.replace(id, ''));
      }
      expect(texts[0]).toBe(texts[1]);
      expect(told.map(String)).toEqual(Array(2).fill(expect.stringContaining('SQLITE_BUSY')));
    },
  );

  test.each(['<b>1</b>', 'a b', '', 'x'.repeat(65), 7, Promise.resolve('x')])(
    'an id %j is not repeated',
    async (id) => {
      for (const [, make, request] of DOORS) {
        const text = await (await make(() => id).fetch(request())).text();
        expect(text).not.toContain('Request ');
      }
    },
  );

  test('of any page or call has the same text, no cause, and an id that the log has too', async () => {
    const house = await openHouse();
    const token = await makeToken(house, ['read']);
    const broken = () => {
      throw new Error('SELECT secret FROM /etc/passwd');
    };
    const noted: string[] = [];
    const web = createWeb({
      ...house.deps,
      store: {
        ...house.store,
        mentions: { ...house.store.mentions, byId: broken, list: broken, published: broken, counts: broken },
      },
      onDefect: (id) => noted.push(id),
    });
    for (const path of [
      `/status/${house.deps.statusIds.seal(house.deps.random.id())}`,
      `/fragment?target=${POST}`,
      `/api/mentions.jf2?target=${POST}`,
      `/api/count?target=${POST}`,
      '/api/inbox',
      '/api/inbox/x',
    ]) {
      const response = await web.fetch(new Request(`http://127.0.0.1:7777${path}`, { headers: bearer(token) }));
      const text = await response.text();
      expect(response.status, path).toBe(500);
      expect(text).toContain(`Request ${noted.at(-1)}.`);
      expect(text).not.toMatch(/SELECT|passwd|\bat \/|\.ts/);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
    expect(new Set(noted).size).toBe(noted.length);
    expect(noted.length).toBeGreaterThanOrEqual(4);
    await house.close();
  });
});

describe('191 the log', () => {
  const HOSTILE: readonly [what: string, text: string][] = [
    ['line ends', 'x\r\n{"level":30,"msg":"forged"}\n'],
    ['a carriage return', 'real\rforged'],
    ['ANSI', '\u001b[2J\u001b[31mred\u001b]0;title\u0007'],
    ['C1', '\u009b2J\u0090x\u009c'],
    ['bidi', 'a\u202Eb\u2066c\u2069'],
    ['separators', 'a\u2028b\u2029c\u0085d'],
    ['tags', '\u{E0041}\u{E0042}'],
    ['NUL', 'a\0b'],
    ['a megabyte', 'x'.repeat(1_000_000)],
    ['a megabyte of escapes', '\u001b'.repeat(1_000_000)],
    ['a megabyte of wide letters', '字'.repeat(1_000_000)],
    ['half a surrogate', '\uD800 and \uDC00'],
    ['quotes', '","level":60,"x":"'],
  ];
  const lines = (interactive: boolean, write: (log: ReturnType<typeof createLog>) => void): string[] => {
    const written: string[] = [];
    write(createLog({ interactive, write: (line) => written.push(line) }));
    return written;
  };

  test.each(HOSTILE)('%s, in a message or in any field, makes one line of JSON', (_, text) => {
    const [line = '', ...more] = lines(false, (log) =>
      log.error(`Failed: ${text}`, {
        url: text,
        userAgent: text,
        title: text,
        error: new Error(text),
        deep: { a: [text] },
      }),
    );
    expect(more).toEqual([]);
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(2048);
    expect(line).not.toMatch(/[\p{Cc}\u2028-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/u);
    const { level, msg, time, ...fields } = JSON.parse(line);
    expect([level, typeof time, msg.startsWith('Failed: ')]).toEqual([50, 'string', true]);
    expect(Object.keys(fields)).toEqual(['url', 'userAgent', 'title', 'error', 'deep']);
    if (text.length < 100) expect(fields.title).toBe(text);
  });

  test.each(HOSTILE)('%s makes one line for a person', (_, text) => {
    const [line = '', ...more] = lines(true, (log) => log.warn(`Failed: ${text}`, { title: text }));
    expect(more).toEqual([]);
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(2048);
    expect(line).toMatch(/^warn: Failed: /);
    expect(line).not.toMatch(/[\p{Cc}\u2028-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/u);
  });

  const TOKEN = `hb_${'Ab1-'.repeat(11).slice(0, 43)}`;
  const SECRETS: readonly [what: string, text: string, secret: string][] = [
    ['a token', `the token ${TOKEN} failed`, TOKEN.slice(3)],
    ['a header', 'Authorization: Bearer s3cr3ts3cr3t', 's3cr3ts3cr3t'],
    ['a scheme', 'sent Basic YWxpY2U6czNjcjN0', 'YWxpY2U6czNjcjN0'],
    ['a cookie', 'cookie: hearback=s3cr3ts3cr3ts3cr3ts3cr3t; a=s3cr3ts3cr3t', 's3cr3ts3cr3t'],
    ['a JSON header', '{"set-cookie":"__Host-hearback=s3cr3ts3cr3ts3cr3t"}', 's3cr3ts3cr3t'],
    ['a set-up link', 'GET /admin/setup?key=s3cr3ts3cr3t failed', 's3cr3ts3cr3t'],
    ['a query', 'https://a.example/?x=1&access_token=s3cr3ts3cr3t&y=2', 's3cr3ts3cr3t'],
    ['credentials', 'https://alice:s3cr3ts3cr3t@a.example/', 's3cr3ts3cr3t'],
    ['a hash', '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$s3cr3ts3cr3t', 's3cr3ts3cr3t'],
  ];
  test.each(SECRETS)('%s is hidden', (_, text, secret) => {
    for (const interactive of [true, false]) {
      const line = lines(interactive, (log) =>
        log.error(text, { where: text, error: new Error(text), deep: { text } }),
      ).join('');
      expect(line).not.toContain(secret);
      expect(line).toContain('[hidden]');
    }
  });

  test.each(['authorization', 'Cookie', 'password', 'newPassword', 'apiKey', 'api_key', 'clientSecret', 'token'])(
    'the field %s is hidden, also in the depth',
    (name) => {
      const line = lines(false, (log) =>
        log.info('x', { [name]: 's3cr3ts3cr3t', deep: { list: [{ [name]: 's3cr3ts3cr3t' }] } }),
      ).join('');
      expect(line).not.toContain('s3cr3t');
    },
  );

  test('what is no secret is said', () => {
    const text = 'The page https://a.example/post?page=2 at 10:00 answered 404; keyboard=qwertz, monkey=x.';
    expect(JSON.parse(lines(false, (log) => log.info(text)).join('')).msg).toBe(text);
    expect(lines(true, (log) => log.info('Hello.', { n: 1 }))).toEqual(['Hello. (n: 1)']);
  });
});

test('185 an id has 22 characters, of which no two are near each other’s, and a status says nothing of the cause', async () => {
  const house = await openHouse();
  const { random, statusIds } = house.deps;
  const ids = Array.from({ length: 2000 }, () => Buffer.from(statusIds.seal(random.id()), 'base64url'));
  for (const id of ids) expect(id).toHaveLength(16);
  // No part of it counts or tells the time: neither its beginnings nor its ends repeat.
  expect(new Set(ids.map((id) => id.toString('hex', 0, 6))).size).toBe(ids.length);
  expect(new Set(ids.map((id) => id.toString('hex', 10))).size).toBe(ids.length);
  const causes = [
    await house.seed({ link: 'absent' }),
    await house.seed({ link: 'unverified' }),
    await house.seed({ moderation: 'spam' }),
    await house.seed({ moderation: 'rejected' }),
    await house.seed({ link: 'lost', moderation: 'approved' }),
  ];
  for (const [hours, status] of [
    [0, 'queued'],
    [24, 'not accepted'],
  ] as const) {
    house.time.now += hours * 3_600_000;
    const answers = await Promise.all(
      [...causes, ...(hours > 0 ? [random.id()] : [])].map(async (id) => {
        const response = await house.web.fetch(
          new Request(`http://127.0.0.1:7777/status/${statusIds.seal(id)}`, {
            headers: { accept: 'application/json' },
          }),
        );
        return [response.status, [...response.headers], await response.text()];
      }),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(JSON.parse(String(answers[0]?.[2])).status).toBe(status);
  }
  await house.close();
});
