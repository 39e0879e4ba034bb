import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Scope } from '../../src/access.ts';
import { USUAL_ALLOWANCES } from '../../src/allowances.ts';
import { createClientLimits } from '../../src/limits/clients.ts';
import { createTally } from '../../src/limits/tally.ts';
import { hashSecret } from '../../src/web/session/secret.ts';
import { newDelivery } from '../storage/contract/samples.ts';
import { type House, openHouse, POST } from './house.ts';
import { deviation, document } from './openapi-check.ts';

const STEP = { step: 'found', outcome: 'found', reason: 'Linked.' } as const;
const secretOf = (letter: string) => `hb_${letter.repeat(43)}`;
const [ALL, FEED, OTHER] = [secretOf('a'), secretOf('b'), secretOf('c')];
const LIST = 'source,target\nhttps://bob.example/z,https://nobody.example/\n';

let house: House;
/** Whose clients have come too often. */
let busy: House;
const ids: string[] = ['none'];
beforeAll(async () => {
  const elapsed = { ms: () => 0 };
  const tally = createTally(elapsed);
  const allowances = Object.fromEntries(
    Object.keys(USUAL_ALLOWANCES).map((name) => [name, 0]),
  ) as typeof USUAL_ALLOWANCES;
  const limits = {
    tally,
    allowances,
    victims: { waiting: () => [] },
    clients: createClientLimits({ allowances, elapsed, tally }),
  };
  const metrics = { text: async () => 'a 1\n' };
  house = await openHouse({ changes: { metrics, metricsFrom: [] } });
  busy = await openHouse({ changes: { metrics, metricsFrom: [], limits } });
  ids.push(await house.seed({ moderation: 'approved' }), 'd1');
  await house.store.deliveries.add([newDelivery('told', { id: 'd1', site: house.site.id })], STEP);
  const given = await house.files.give({ bytes: new Blob([LIST]).stream(), name: 'a.csv', by: 'Alice', site: '' });
  ids.push(given.ok ? given.id : '');
  const tokens: readonly (readonly [string, readonly Scope[], string | undefined])[] = [
    [ALL, ['read', 'moderate', 'send', 'import'], undefined],
    [FEED, ['feed'], undefined],
    [OTHER, ['read', 'moderate', 'send', 'import'], 'other.example'],
  ];
  for (const { store } of [house, busy])
    for (const [secret, scopes, site] of tokens)
      await store.tokens.add({
        ...{
          id: secret,
          tokenHash: hashSecret(secret),
          name: 'a',
          site,
          maker: undefined,
          scopes,
          createdAt: 0,
          lastUsedAt: undefined,
        },
      });
});
afterAll(() => Promise.all([house.close(), busy.close()]));

const post = (body: BodyInit | undefined, headers: Record<string, string> = {}): RequestInit => ({
  ...{ method: 'POST', headers },
  ...(body !== undefined && { body }),
});
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const TWO_MIB = 'a='.padEnd(2 * 1024 * 1024, 'x');

/** What clients do wrong, whatever they ask. */
const POSTS: readonly RequestInit[] = [
  post(undefined),
  post('', FORM),
  post('<x/>', { 'content-type': 'text/xml' }),
  post('moderation=no&source=no&target=no&url=no&deployed=1', FORM),
  post(`source=${encodeURIComponent(POST)}&target=${encodeURIComponent('https://bob.example/')}`, FORM),
  post('source=https://nobody.example/', FORM),
  post(`source=https://bob.example/&target=${encodeURIComponent(POST)}`, { ...FORM, accept: 'text/html' }),
  post('{"source"', { 'content-type': 'application/json' }),
  post('[]', { 'content-type': 'application/json' }),
  post('hello', { 'content-type': 'text/plain' }),
  post('hello', { 'content-type': 'application/json; charset=klingon' }),
  post(TWO_MIB, FORM),
  post(TWO_MIB, { 'content-type': 'text/xml' }),
  post(TWO_MIB, { 'content-type': 'application/json' }),
  post(gzipSync('a=b'), { ...FORM, 'content-encoding': 'gzip' }),
];
const WHO = [{}, ...[ALL, FEED, OTHER, secretOf('z')].map((secret) => ({ authorization: `Bearer ${secret}` }))];
const ACCEPT = [{}, { accept: 'application/json' }, { accept: 'text/html' }];

/** A path of the document as it is asked: with what is there, and what is not. */
function pathsOf(path: string): readonly string[] {
  if (path.includes('{site}')) return ['alice.example', 'none.example'].map((site) => path.replace('{site}', site));
  return path.includes('{') ? ids.map((id) => path.replace(/\{\w+\}/, id)) : [path];
}

/** Nothing, each parameter as nobody means it, and a token in the address. */
function queriesOf(names: readonly string[]): readonly string[] {
  const target = encodeURIComponent(POST);
  const wrong = names
    .filter((name) => name !== 'target')
    .map((name) => `?target=${target}&${encodeURIComponent(name)}=no`);
  const alone = names.map((name) => `?${encodeURIComponent(name)}=no`);
  const files = names.includes('format') ? ['?format=wxr&site=no', '?format=csv&stat=no'] : [];
  return [
    '',
    `?target=${target}`,
    '?token=hb_no',
    `?token=${ALL}`,
    '?domain=alice.example',
    ...wrong,
    ...alone,
    ...files,
  ];
}

const OPERATIONS = Object.entries(document.paths).flatMap(([path, item]) =>
  (['get', 'post'] as const).flatMap((method) => {
    const operation = item[method];
    return operation ? [{ name: `${method} ${path}`, path, method, operation }] : [];
  }),
);
/** Errors that came, by operation and status. */
const came = new Set<string>();

/** One thing at a time is wrong. */
function* requestsTo({
  path,
  method,
  operation,
}: (typeof OPERATIONS)[number]): Generator<readonly [House, string, RequestInit]> {
  const names = (operation.parameters ?? []).flatMap((one) => (one.in === 'query' ? [one.name] : []));
  const usual = method === 'post' ? post('source=no', FORM) : {};
  const wrongs = method === 'post' ? POSTS : [usual];
  const by = { authorization: `Bearer ${ALL}` };
  const as = (init: RequestInit, headers: object) => ({ ...init, headers: { ...init.headers, ...headers } });
  for (const asked of pathsOf(path)) {
    for (const who of WHO) yield [house, asked, as(usual, who)];
    for (const accept of ACCEPT) yield [house, asked, as(usual, accept)];
    for (const init of wrongs) yield [house, asked, as(init, by)];
    for (const query of queriesOf(names)) for (const who of [{}, by]) yield [house, asked + query, as(usual, who)];
    yield [busy, asked, as(usual, by)];
    yield [house, `${asked}?site=alice.example`, as(usual, { authorization: `Bearer ${OTHER}` })];
  }
}

it.each(OPERATIONS)('$name answers what is wrong as the document says', async (one) => {
  const deviations = new Set<string>();
  for (const [{ web }, asked, init] of requestsTo(one)) {
    const request = new Request(new URL(asked, house.publicUrl), { redirect: 'manual', ...init });
    const reply = await web.fetch(request, { address: '192.0.2.1' });
    if (reply.status >= 400) came.add(`${one.name} ${reply.status}`);
    const different = await deviation(reply, one.operation);
    if (different !== undefined) deviations.add(different);
  }
  expect([...deviations]).toEqual([]);
});

/** What no request alone brings about, and other tests do. */
const ELSEWHERE = [
  // The store is away.
  / 503$/,
  // Vouching is on.
  /webmention 449$/,
  // A subscription is over; news of eleven megabytes.
  /^post \/websub\/\{id\} 41[03]$/,
  // Of one client, sixty a minute; and five files that wait.
  /^post \/api\/(send|import) 429$/,
];

it('says no more than what comes', () => {
  const said = OPERATIONS.flatMap(({ name, operation }) =>
    Object.keys(operation.responses).flatMap((status) => (Number(status) >= 400 ? [`${name} ${status}`] : [])),
  );
  expect(said.filter((one) => !came.has(one) && !ELSEWHERE.some((known) => known.test(one)))).toEqual([]);
});
