import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Membership, Scope } from '../../../packages/server/src/access.ts';
import { hashSecret } from '../../../packages/server/src/web/session/secret.ts';
import { newDelivery } from '../../../packages/server/test/storage/contract/samples.ts';
import { type House, openHouse, POST } from '../../../packages/server/test/web/house.ts';
import { type Browser, createBrowser, PASSWORD } from '../../../packages/server/test/web/visitor.ts';
import { bearer, everyRow, makeToken, routesOf } from './lib.ts';
import { API, DESK } from './rights.ts';

const OTHER = 'other.example';
let house: House;
let fields: Record<string, string>;
const people = new Map<string, { readonly browser: Browser; readonly csrf: string }>();

async function invite(name: string, membership: Membership): Promise<void> {
  const key = `key of ${name}`;
  const until = house.time.now + 3_600_000;
  await house.store.members.invite(hashSecret(key), { id: name, membership, by: 'alice', until });
  const browser = createBrowser(house);
  await browser.post('/admin/setup', { key, name, password: PASSWORD, again: PASSWORD });
  const csrf = /name="csrf" value="([\w-]+)"/.exec(await (await browser.get('/admin/account')).text())?.[1] ?? '';
  people.set(name, { browser, csrf });
}

beforeAll(async () => {
  house = await openHouse();
  await house.store.sites.configure({ ...house.site, id: OTHER, url: 'https://other.example/', name: 'O' });
  await house.store.sites.savePages(house.site.id, [{ key: 'alice.example/post', url: POST, title: 'P' }], []);
  await house.directory.refresh();
  await house.store.deliveries.add([newDelivery('one', { site: house.site.id, status: 'failed' })], {
    ...{ step: 'found', outcome: 'found', reason: 'Linked.' },
  });
  await house.store.refusals.add({
    ...{ id: 'refusal', site: house.site.id, protocol: 'pingback', at: 1, reason: 'No.' },
    ...{ source: 'https://bob.example/', target: POST },
  });
  const all = { site: undefined } as const;
  await invite('owner', { ...all, role: 'owner' });
  await invite('moderator', { ...all, role: 'moderator' });
  await invite('reader', { ...all, role: 'reader' });
  await invite('site owner', { site: house.site.id, role: 'owner' });
  await invite('neighbour', { site: OTHER, role: 'owner' });
  const mention = await house.seed();
  fields = { mention, one: `spam:${mention}`, delivery: 'id-one', site: house.site.id };
});
afterAll(() => house.close());
// One of the forms removes it.
beforeEach(async () => {
  const rule = { id: 'rule', site: house.site.id, action: 'block', scope: 'host', value: 'a.example' } as const;
  if (!(await house.store.rules.byId('rule'))) await house.store.rules.add({ ...rule, createdAt: 1 });
});

/** The address with what is asked for: always of the first site. */
function addressOf(path: string): string {
  if (path === '/admin/inbox/rule') return `${path}?mention=${fields.mention}&action=block&scope=host`;
  const id = path.startsWith('/admin/mentions')
    ? fields.mention
    : path.startsWith('/admin/deliveries')
      ? fields.delivery
      : path.startsWith('/admin/refused')
        ? 'refusal'
        : path.startsWith('/admin/sites')
          ? fields.site
          : 'nobody';
  return path
    .replace(':id', encodeURIComponent(id ?? ''))
    .replace(':kind', 'webhook')
    .replace(':ticket', 'none');
}

const FORM = {
  ...{ send: 'never', switch: 'receive-off:alice.example/post', rule: 'rule', role: 'reader', scope: 'host' },
  ...{
    url: POST,
    action: 'block',
    value: 'eve.example',
    address: 'https://list.example/',
    name: 'x',
    session: 'others',
  },
};

async function knock(route: string, who: string): Promise<string> {
  const [method = '', path = ''] = route.split(' ');
  const person = people.get(who);
  const browser = person?.browser ?? createBrowser(house);
  const response =
    method === 'POST'
      ? await browser.post(addressOf(path), { ...FORM, ...fields, csrf: person?.csrf ?? 'none' })
      : await browser.get(addressOf(path));
  const to = response.headers.get('location') ?? '';
  if (response.status === 403) return 'no';
  if (to.startsWith('/admin/login')) return 'log in';
  return to.includes(`site=${OTHER}`) ? 'theirs' : 'yes';
}

const routes = () => routesOf(house).map(({ method, path }) => `${method} ${path}`);

describe('every page and form of the desk, for each role', () => {
  test('has a row in the table, and no row is of a page that is not there', () => {
    const found = routes().filter((route) => route.includes(' /admin'));
    expect(found.filter((route) => !Object.hasOwn(DESK, route))).toEqual([]);
    expect(Object.keys(DESK).filter((route) => !found.includes(route))).toEqual([]);
  });

  test.each(Object.entries(DESK).filter(([, need]) => need === 'open'))('stands before the door: %s', async (route) => {
    expect(await knock(route, 'nobody')).not.toBe('log in');
  });

  test.each(Object.entries(DESK).filter(([, need]) => need !== 'open'))('%s', async (route, need) => {
    const answers: Record<string, string> = {};
    const before = everyRow(house);
    // Those who may not come first, so that what they are told is told about the same house.
    for (const who of ['nobody', 'neighbour', 'reader', 'moderator', 'site owner', 'owner']) {
      // Log-out ends the session that the next rows need.
      if (route === 'POST /admin/logout' && who !== 'nobody') continue;
      const answer = await knock(route, who);
      answers[who] = answer;
      if (answer === 'no' || answer === 'log in') expect(everyRow(house), `${who} changed something`).toBe(before);
      else break;
    }
    expect(answers).toEqual(Object.fromEntries(Object.keys(answers).map((who) => [who, EXPECTED[need][who]])));
  });

  test.each(Object.entries(DESK).filter(([route, need]) => route.startsWith('GET') && need !== 'open'))(
    'and each of them again, for all who may: %s',
    async (route, need) => {
      for (const who of people.keys()) expect(await knock(route, who), who).toBe(EXPECTED[need][who]);
    },
  );
});

const everybody = { 'site owner': 'yes', owner: 'yes', moderator: 'yes', reader: 'yes', neighbour: 'yes' };
const EXPECTED: Readonly<Record<(typeof DESK)[string], Readonly<Record<string, string>>>> = {
  open: {},
  own: { ...everybody, nobody: 'log in' },
  listed: { ...everybody, neighbour: 'theirs', 'site owner': 'yes', nobody: 'log in' },
  'listed to moderate': { ...everybody, reader: 'no', neighbour: 'theirs', nobody: 'log in' },
  see: { ...everybody, neighbour: 'no', nobody: 'log in' },
  moderate: { ...everybody, reader: 'no', neighbour: 'no', nobody: 'log in' },
  change: { ...everybody, reader: 'no', moderator: 'no', neighbour: 'no', nobody: 'log in' },
  'change anywhere': { ...everybody, reader: 'no', moderator: 'no', nobody: 'log in' },
  'see all': { ...everybody, neighbour: 'no', 'site owner': 'no', nobody: 'log in' },
  'change all': {
    ...{ owner: 'yes', 'site owner': 'no', moderator: 'no', reader: 'no', neighbour: 'no', nobody: 'log in' },
  },
};

describe('every call of the API, for each token', () => {
  test('has a row in the table, and no row is of a call that is not there', () => {
    // What readers only read answers other methods with 405.
    const isRead = (route: string) =>
      route.startsWith('POST') && Object.hasOwn(API, route.replace('POST', 'GET')) && !Object.hasOwn(API, route);
    const found = routes().filter((route) => /^(?:GET|POST) \/api\//.test(route) && !isRead(route));
    expect(found.filter((route) => !Object.hasOwn(API, route))).toEqual([]);
    expect(Object.keys(API).filter((route) => !found.includes(route))).toEqual([]);
  });

  test.each(Object.entries(API).filter(([, scopes]) => scopes !== 'public'))('%s', async (route, scopes) => {
    const [method = '', path = ''] = route.split(' ');
    const address = path.replace(':id', path.includes('/inbox') ? (fields.mention ?? '') : 'id-one');
    const ask = async (headers: Record<string, string>) => {
      const body =
        method === 'POST' ? { body: new URLSearchParams({ source: POST, target: 'https://b.example/' }) } : {};
      const request = new Request(new URL(address, house.publicUrl), { method, headers, ...body });
      return (await house.web.fetch(request)).status;
    };
    const before = everyRow(house);
    expect([401]).toContain(await ask({}));
    expect(everyRow(house)).toBe(before);
    for (const scope of ['read', 'moderate', 'send', 'import'] as const satisfies readonly Scope[]) {
      const status = await ask(bearer(await makeToken(house, [scope])));
      if (scopes.includes(scope)) expect([401, 403], scope).not.toContain(status);
      else expect([401, 403], scope).toContain(status);
    }
    if (path.includes(':id'))
      expect(await ask(bearer(await makeToken(house, ['read', 'moderate', 'send'], OTHER)))).toBe(404);
  });
});
