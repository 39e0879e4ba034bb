import { runInNewContext } from 'node:vm';
import { createReceiver } from '@hearback/protocol';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../../packages/server/src/log.ts';
import { createWeb } from '../../packages/server/src/web/web.ts';
import { type House, openHouse, POST } from '../../packages/server/test/web/house.ts';
import { bearer, makeToken } from '../attacks/owner/lib.ts';
import { CLEANED, TEXTS, URLS } from './corpus.ts';
import { type Furnished, furnish, innocent, neutral, TARGET } from './furnished.ts';
import { ROUTES } from './sinks.ts';

const ALL = [
  ...TEXTS.map(([, text]) => [text, text] as const),
  ...CLEANED.map(([, text, left]) => [text, left] as const),
];
interface Stage {
  readonly house: House;
  readonly furnished: Furnished;
  readonly secret: string;
}
let control: Stage;
let hostile: Stage;
beforeAll(async () => {
  const open = async (texts: readonly string[]): Promise<Stage> => {
    const house = await openHouse();
    return { house, furnished: await furnish(house, texts), secret: await makeToken(house, ['read', 'send']) };
  };
  control = await open(ALL.map((_, n) => innocent(n)));
  hostile = await open(ALL.map(([text]) => text));
}, 60_000);
afterAll(async () => {
  await control.house.close();
  await hostile.house.close();
});

async function call({ house, secret }: Stage, path: string) {
  const headers = /inbox|deliveries|backlinks|export|searched/.test(path) ? bearer(secret) : {};
  const response = await house.web.fetch(new Request(`http://127.0.0.1:7777${path}`, { headers }));
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}

/** What a page of somebody else's gets from the answer, by a parser that takes nothing but JSON, or by running it. */
function parsed({ type, text }: { readonly type: string | null; readonly text: string }): unknown {
  if (type === 'application/json; charset=utf-8') return JSON.parse(text);
  let said: unknown;
  const show = (value: unknown) => {
    said = JSON.parse(JSON.stringify(value));
  };
  runInNewContext(text, { show, a: { b: show } });
  return said;
}

function replaced(value: unknown): unknown {
  const text = JSON.stringify(value, (_key, inner) =>
    typeof inner === 'string'
      ? ALL.reduce((rest, [, left], n) => rest.replaceAll(innocent(n), left), neutral(inner))
      : inner,
  );
  return JSON.parse(text);
}

const calls = Object.entries(ROUTES).flatMap(([name, judge]) =>
  judge.by === 'json' ? [[name, judge.paths] as const] : [],
);
test.each(calls)('%s says what it says of innocent texts, with these in their places', async (name, paths) => {
  for (const [n, path] of paths(hostile.furnished).entries()) {
    const [calm, wild] = [await call(control, paths(control.furnished)[n] ?? ''), await call(hostile, path)];
    expect([calm.status, wild.status], path).toEqual([200, 200]);
    // Inert wherever it is pasted: into a script element, into an attribute, into a page.
    expect(wild.text).not.toMatch(/[<\u2028\u2029]/);
    expect(replaced(parsed(wild)), path).toEqual(replaced(parsed(calm)));
    if (!name.includes('count')) expect(calm.text).toMatch(/Innocent\d{3}text/);
  }
});

test('206 every address in an answer is a web link or empty', async () => {
  const house = await openHouse();
  const secret = await makeToken(house, ['read']);
  for (const [n, [, url]] of URLS.entries()) {
    const entry = { author: { name: 'Eve', url, photo: url } };
    await house.seed({
      source: `https://eve.example/${n}`,
      target: TARGET,
      moderation: 'approved',
      entry,
      facts: { canonical: url, finalUrl: url },
    });
  }
  const { id = '' } = (await house.store.mentions.list({ limit: 1 }))[0] ?? {};
  const stage = { house, secret, furnished: { held: [id], deliveries: [], statuses: [], sites: [] } };
  for (const [, paths] of calls) {
    for (const path of paths(stage.furnished)) {
      const answer = await call(stage, path);
      JSON.stringify(parsed(answer), (key, value) => {
        if (/url|photo|source|target|canonical|endpoint|-of$|-to$/.test(key) && typeof value === 'string')
          expect(value, `${path} ${key}`).toMatch(/^(?:|https?:\/\/[^\s"'<>\\`]+)$/);
        return value;
      });
      expect(answer.text).not.toMatch(/javascript:|vbscript:|data:|file:/i);
    }
  }
  await house.close();
});

test('the sources of a page by XML-RPC', async () => {
  const sources = [
    'https://bob.example/?a=1&b=2',
    'https://bob.example/<b>]]>',
    'https://bob.example/\'"',
    'https://bob.example/\u0001\uFFFE',
    ...TEXTS.map(([, text]) => `https://bob.example/${text}`),
  ];
  const receiver = createReceiver({
    accept: async () => ({ outcome: 'busy', retryAfter: 1 }),
    pingbacks: async () => sources,
  });
  const body = `<?xml version="1.0"?><methodCall><methodName>pingback.extensions.getPingbacks</methodName><params><param><value>${POST}</value></param></params></methodCall>`;
  const response = await receiver.fetch(
    new Request('https://a.example/', { method: 'POST', headers: { 'content-type': 'text/xml' }, body }),
  );
  const names = new Set<string>();
  const found: string[] = [];
  // Saxes holds to the letter of XML 1.0, and knows no entity but the five.
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => names.add('doctype'));
  parser.on('opentag', ({ name, attributes }) => names.add(`${name}${Object.keys(attributes)}`));
  parser.on('text', (text) => text.trim() && found.push(text));
  parser.on('cdata', () => names.add('cdata'));
  parser.on('processinginstruction', ({ target }) => names.add(target));
  parser.write(await response.text()).close();
  expect([...names].sort()).toEqual(['array', 'data', 'methodResponse', 'param', 'params', 'string', 'value']);
  const kept = sources.map((source) =>
    source.replace('\u0001', '\uFFFD').replace('\uFFFE', '\uFFFD').replace(/\s+$/, ''),
  );
  expect(found.map((text) => text.replace(/\s+$/, ''))).toEqual(kept);
});

test('what sending answers', async () => {
  const { house, secret } = hostile;
  const send = async (report: Awaited<ReturnType<typeof house.deps.send>>) => {
    const web = createWeb({ ...house.deps, send: async () => report });
    const init = { method: 'POST', headers: bearer(secret), body: new URLSearchParams({ source: POST }) };
    const response = await web.fetch(new Request('http://127.0.0.1:7777/api/send', init));
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
  };
  for (const [text, left] of ALL) {
    const delivery = {
      id: 'd',
      source: POST,
      target: 'https://bob.example/',
      protocol: 'pingback',
      endpoint: 'javascript:alert(1)',
      status: 'refused',
      fault: 17,
      httpStatus: 200,
      reason: text,
      lenient: false,
    } as const;
    const sent = await send({ deliveries: [delivery], problems: [], warnings: [text] });
    expect([sent.status, sent.type, /[<\u2028]/.test(sent.text)]).toEqual([
      202,
      'application/json; charset=utf-8',
      false,
    ]);
    expect(JSON.parse(sent.text)).toMatchObject({ deliveries: [{ reason: left, endpoint: '' }], warnings: [left] });
    const failed = await send({ deliveries: [], problems: [text], warnings: [] });
    expect([failed.status, JSON.parse(failed.text).error_description]).toEqual([422, left]);
  }
});

describe('the log', () => {
  test.each(ALL)('%j makes one line', (text) => {
    for (const interactive of [true, false]) {
      const lines: string[] = [];
      createLog({ interactive, write: (line) => lines.push(line) }).warn(text, { title: text });
      expect(lines).toHaveLength(1);
      expect(lines[0]).not.toMatch(/[\p{Cc}\u2028-\u202E\u2066-\u2069\u200B\uFEFF\u{E0000}-\u{E007F}]/u);
      if (!interactive && text.length < 200) expect(JSON.parse(lines[0] ?? '').title).toBe(text);
    }
  });
});
