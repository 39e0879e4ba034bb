import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from '../../src/web/app.ts';
import { intakeOf } from '../../src/web/intake.ts';
import { hashSecret } from '../../src/web/session/secret.ts';
import { newDelivery } from '../storage/contract/samples.ts';
import { type House, openHouse, POST } from './house.ts';
import { deviation, document } from './openapi-check.ts';

const STEP = { step: 'found', outcome: 'found', reason: 'Linked.' } as const;
const SECRET = `hb_${'a'.repeat(43)}`;

let house: House;
let mention: string;
let run: string;
beforeAll(async () => {
  house = await openHouse({ changes: { metrics: { text: async () => 'a 1\n' }, metricsFrom: [] } });
  mention = await house.seed({ moderation: 'approved', entry: { kind: 'reply' } });
  await house.seed({ moderation: 'pending', link: 'unverified' });
  const gone = await house.seed({ moderation: 'approved' });
  await house.desk.moderate([gone], 'rejected');
  await house.store.deliveries.add([newDelivery('told', { id: 'd1', site: house.site.id })], STEP);
  const token = {
    id: 't',
    tokenHash: hashSecret(SECRET),
    name: 'all',
    site: undefined,
    maker: undefined,
    createdAt: 0,
    lastUsedAt: undefined,
  };
  const bytes = new Blob([LIST]).stream();
  const given = await house.files.give({ bytes, name: 'list.csv', by: 'Alice', site: '' });
  run = given.ok ? given.id : '';
  await house.files.look();
  await house.store.tokens.add({ ...token, scopes: ['read', 'moderate', 'send', 'import'] });
});
afterAll(() => house.close());

it('is a document of OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(document)));
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
});

it('has every route that is no page of the desk, and none that is not there', () => {
  const mounted = createApp({ ...house.deps, metrics: { text: async () => '' } })
    .routes.filter(({ method, path }) => (method === 'GET' || method === 'POST') && !/^\/admin|\*/.test(path))
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`);
  const read = new Set(mounted.filter((route) => route.startsWith('get')).map((route) => route.slice(4)));
  // To whatever is only read every other method is answered with 405.
  const routes = mounted.filter((route) => !(route.startsWith('post') && read.has(route.slice(5))) || isPosted(route));
  const receivers = ['xmlrpc', 'webmention', 'trackback', 'refback'].flatMap((name) => [`/${name}`, `/{site}/${name}`]);
  for (const path of receivers) expect(intakeOf(path.replace('{site}', 'a')), path).toBeDefined();
  const described = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method} ${path}`),
  );
  expect(described.sort()).toEqual([...new Set([...routes, ...receivers.map((path) => `post ${path}`)])].sort());
});

function isPosted(route: string): boolean {
  return /^post \/(api\/inbox|websub|notices\/stop)\//.test(route);
}

const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) });
const bearer = { authorization: `Bearer ${SECRET}` };
const LIST = 'source,target\nhttps://bob.example/z,https://nobody.example/\n';
const T = `target=${encodeURIComponent(POST)}`;

/** What is asked, by what path of the document, and the status that comes. */
const ASKED: readonly (readonly [string, string, number, RequestInit?])[] = [
  ['/webmention', '/webmention', 201, form({ source: 'https://bob.example/x', target: POST })],
  ['/webmention', '/webmention', 400, form({ source: 'no', target: POST })],
  ['/xmlrpc', '/xmlrpc', 200, { method: 'POST', body: '<x/>', headers: { 'content-type': 'text/xml' } }],
  [`/trackback?${T}`, '/trackback', 200, form({ url: 'https://bob.example/y' })],
  ['/status/unknown', '/status/{id}', 200, { headers: { accept: 'application/json' } }],
  ['/websub/none', '/websub/{id}', 404],
  [`/api/mentions?${T}`, '/api/mentions', 200],
  [`/api/mentions.jf2?${T}`, '/api/mentions.jf2', 200],
  ['/api/mentions.jf2', '/api/mentions.jf2', 400],
  ['/api/mentions.jf2?token=hb_no', '/api/mentions.jf2', 401],
  ['/api/links.jf2?domain=alice.example', '/api/links.jf2', 200],
  [`/api/mentions.atom?${T}`, '/api/mentions.atom', 200],
  [`/api/mentions.html?${T}`, '/api/mentions.html', 200],
  [`/api/count?${T}`, '/api/count', 200],
  ['/api/count', '/api/count', 400],
  [`/api/deleted.jf2?${T}`, '/api/deleted.jf2', 200],
  ['/api/example/mentions.jf2', '/api/example/mentions.jf2', 200],
  [`/fragment?${T}`, '/fragment', 200],
  [`/fragment.json?${T}`, '/fragment.json', 200],
  ['/fragment.json', '/fragment.json', 400],
  ['/feed.atom', '/feed.atom', 200],
  ['/feed.json', '/feed.json', 200],
  [`/badge.svg?${T}`, '/badge.svg', 200],
  ['/avatar/none', '/avatar/{name}', 404, { headers: { accept: 'application/json' } }],
  ['/widget.js', '/widget.js', 200],
  [`/conversation.js?url=${encodeURIComponent(POST)}&format=jf2`, '/conversation.js', 302],
  ['/api/inbox?status=approved', '/api/inbox', 200, { headers: bearer }],
  ['/api/inbox', '/api/inbox', 401],
  ['/api/inbox?status=no', '/api/inbox', 400, { headers: bearer }],
  ['/api/inbox/MENTION', '/api/inbox/{id}', 200, { headers: bearer }],
  ['/api/inbox/none', '/api/inbox/{id}', 404, { headers: bearer }],
  ['/api/inbox/MENTION', '/api/inbox/{id}', 200, { ...form({ moderation: 'approved' }), headers: bearer }],
  ['/api/backlinks', '/api/backlinks', 200, { headers: bearer }],
  ['/api/backlinks?state=no', '/api/backlinks', 400, { headers: bearer }],
  ['/api/backlinks', '/api/backlinks', 401],
  ['/api/backlinks/export/csv', '/api/backlinks/export/{format}', 200, { headers: bearer }],
  ['/api/backlinks/export/doc', '/api/backlinks/export/{format}', 404, { headers: bearer }],
  ['/api/import', '/api/import', 202, { method: 'POST', body: LIST, headers: bearer }],
  ['/api/import?format=no', '/api/import', 400, { method: 'POST', body: LIST, headers: bearer }],
  ['/api/import?site=no', '/api/import', 404, { method: 'POST', body: LIST, headers: bearer }],
  ['/api/import', '/api/import', 422, { method: 'POST', body: new Uint8Array(0), headers: bearer }],
  ['/api/import', '/api/import', 401, { method: 'POST', body: LIST }],
  ['/api/import/RUN', '/api/import/{id}', 200, { headers: bearer }],
  ['/api/import/none', '/api/import/{id}', 404, { headers: bearer }],
  ['/api/import/RUN/skipped', '/api/import/{id}/skipped', 200, { headers: bearer }],
  ['/api/export?format=wxr', '/api/export', 200, { headers: bearer }],
  ['/api/export?format=jf2', '/api/export', 200, { headers: bearer }],
  ['/api/export?format=jsonfeed', '/api/export', 200, { headers: bearer }],
  ['/api/export?format=csv', '/api/export', 200, { headers: bearer }],
  ['/api/export?format=ndjson', '/api/export', 200, { headers: bearer }],
  ['/api/export?format=doc', '/api/export', 400, { headers: bearer }],
  ['/api/export?format=wxr&site=no', '/api/export', 404, { headers: bearer }],
  ['/api/export?format=wxr', '/api/export', 401],
  ['/api/send', '/api/send', 400, { ...form({}), headers: bearer }],
  ['/api/send', '/api/send', 202, { ...form({ source: POST }), headers: bearer }],
  ['/api/deliveries', '/api/deliveries', 200, { headers: bearer }],
  ['/api/deliveries/d1', '/api/deliveries/{id}', 200, { headers: bearer }],
  ['/api/deliveries/resend', '/api/deliveries/resend', 202, { method: 'POST', headers: bearer }],
  ['/api/telegraph/webmention', '/api/telegraph/webmention', 401, form({ source: POST })],
  ['/api/telegraph/webmention/d1', '/api/telegraph/webmention/{id}', 200],
  ['/api/telegraph/webmention/none', '/api/telegraph/webmention/{id}', 404],
  ['/notices/held.atom', '/notices/held.atom', 401],
  ['/healthz', '/healthz', 200],
  ['/readyz', '/readyz', 200],
  ['/metrics', '/metrics', 401],
  ['/metrics', '/metrics', 200, { headers: bearer }],
  ['/openapi.json', '/openapi.json', 200],
];

it.each(ASKED.map(([asked, path, status, init]) => ({ asked, path, status, init })))(
  '$asked is answered as $path says, with $status',
  async ({ asked, path, status, init }) => {
    const url = new URL(asked.replace('MENTION', mention).replace('RUN', run), house.publicUrl);
    const reply = await house.web.fetch(new Request(url, { redirect: 'manual', ...init }));
    expect(reply.status).toBe(status);
    const method = init?.method === 'POST' ? 'post' : 'get';
    expect(await deviation(reply, document.paths[path]?.[method])).toBeUndefined();
  },
);
