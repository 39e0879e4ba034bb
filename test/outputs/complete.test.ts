import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createReceiver } from '@hearback/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMMANDS as REGISTERED } from '../../packages/server/src/cli/commands.ts';
import { type House, openHouse } from '../../packages/server/test/web/house.ts';
import { routesOf } from '../attacks/owner/lib.ts';
import { METHODS, NOTICES, ROUTES } from './sinks.ts';
import { COMMANDS } from './sinks-commands.ts';
import { MODULES } from './sinks-modules.ts';

const SOURCES = fileURLToPath(new URL('../../packages/server/src/', import.meta.url));
/** Below the adapters nothing reaches a reader: these folders, and the entities at the top. Words are only asked for by pages. */
const INNER = [
  'inbound',
  'outbound',
  'import',
  'jobs',
  'pages',
  'feeds',
  'ports',
  'storage',
  'worker',
  'network',
  'demo',
  'words',
];
const CARRIERS =
  /from '(?:\.\.\/)+(?:mention|backlink|link-change|delivery|notice|recipient|trace|rule|access|tokens|outbound\/delivery-view)\.ts'|presented\.ts'/;

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const missing = (found: Iterable<string>, table: object) =>
  [...found].filter((name) => !Object.hasOwn(table, name)).sort();
const left = (found: Iterable<string>, table: object) => {
  const all = new Set(found);
  return Object.keys(table).filter((name) => !all.has(name));
};

test('every route that is registered is in the table of sinks, and nothing else is', () => {
  const found = routesOf(house)
    .filter(({ method }) => !['PUT', 'PATCH', 'DELETE', 'OPTIONS'].includes(method))
    // Addresses that only read answer other methods with 405.
    .filter(
      ({ method, path }) =>
        !(
          method === 'POST' &&
          Object.hasOwn(ROUTES, `GET ${path}`) &&
          !Object.hasOwn(ROUTES, `POST ${path}`) &&
          !path.startsWith('/admin')
        ),
    )
    .map(({ method, path }) => `${method} ${path}`);
  expect(missing(found, ROUTES)).toEqual([]);
  expect(left(found, ROUTES)).toEqual([]);
});

test('every command that is registered is in the table of sinks', () => {
  const found = REGISTERED.map(({ name }) => name);
  expect(missing(found, COMMANDS)).toEqual([]);
  expect(left(found, COMMANDS)).toEqual([]);
});

test('every method of XML-RPC is in the table of sinks', async () => {
  const body = '<?xml version="1.0"?><methodCall><methodName>system.listMethods</methodName></methodCall>';
  const request = new Request('https://a.example/', { method: 'POST', headers: { 'content-type': 'text/xml' }, body });
  const receiver = createReceiver({
    accept: async () => ({ outcome: 'busy', retryAfter: 1 }),
    pingbacks: async () => undefined,
  });
  const text = await (await receiver.fetch(request)).text();
  const found = [...text.matchAll(/<string>([\w.]+)<\/string>/g)].map(([, name]) => name ?? '');
  expect(missing(found, METHODS)).toEqual([]);
  expect(left(found, METHODS)).toEqual([]);
});

test('every module that could print what strangers wrote is tested through a sink', () => {
  const files = readdirSync(SOURCES, { recursive: true })
    .map(String)
    .filter((file) => /\.tsx?$/.test(file) && file.includes('/'));
  const found = files
    .filter((file) => !INNER.includes(file.split('/')[0] ?? ''))
    .filter((file) => CARRIERS.test(readFileSync(join(SOURCES, file), 'utf8')));
  expect(found.length).toBeGreaterThan(20);
  expect(missing(found, MODULES)).toEqual([]);
  expect(left(found, MODULES)).toEqual([]);
  for (const [file, sink] of Object.entries(MODULES))
    expect(
      [ROUTES, COMMANDS, METHODS, NOTICES].some((table) => Object.hasOwn(table, sink)),
      `${file}: ${sink}`,
    ).toBe(true);
});

test('a judge that is called by name is there', () => {
  const here = readdirSync(fileURLToPath(new URL('.', import.meta.url)));
  const tests = here
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'));
  const named = [...Object.values(ROUTES), ...Object.values(METHODS), ...Object.values(NOTICES)].flatMap((judge) =>
    judge.by === 'test' ? [judge.name] : [],
  );
  for (const name of named)
    expect(
      tests.some((text) => text.includes(`'${name}'`) || text.includes(`'${name}: %s'`)),
      name,
    ).toBe(true);
});
