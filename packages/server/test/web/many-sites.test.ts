import { DatabaseSync, StatementSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { conclude } from '../../src/jobs/step.ts';
import { type House, openHouse } from './house.ts';
import { type Browser, setUpOwner } from './visitor.ts';

const FEW = 10;
const MANY = 10_000;

interface Town {
  readonly house: House;
  readonly browser: Browser;
}

/** Half of the sites have hosts of their own, and half share one. */
async function openTown(sites: number): Promise<Town> {
  const house = await openHouse();
  const browser = await setUpOwner(house);
  const database = new DatabaseSync(`${house.folder}/hearback.db`);
  database.exec(`
    INSERT INTO site (id, url, name, receive, send, announce, changed)
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${sites})
      SELECT 'blog' || i, CASE WHEN i % 2 THEN 'https://blog' || i || '.example/' ELSE 'https://host.example/~' || i || '/' END,
        'Blog ' || i, 1, 1, 0, 100 FROM n;
    UPDATE counter SET value = 100 WHERE name = 'sites'`);
  database.close();
  await house.directory.refresh();
  return { house, browser };
}

/** Statements that are run, each time that one is, and what they are given. */
async function asked(
  work: () => Promise<unknown>,
): Promise<{ readonly statements: number; readonly parameters: number }> {
  const spies = (['all', 'get', 'run'] as const).map((name) => vi.spyOn(StatementSync.prototype, name));
  await work();
  const calls = spies.flatMap((spy) => spy.mock.calls as readonly unknown[][]);
  for (const spy of spies) spy.mockRestore();
  return { statements: calls.length, parameters: calls.reduce((sum, given) => sum + given.length, 0) };
}

let few: Town;
let many: Town;
beforeAll(async () => {
  few = await openTown(FEW);
  many = await openTown(MANY);
  for (const { house } of [few, many])
    await house.seed({ moderation: 'approved', target: 'https://host.example/~2/post', site: 'blog2' });
}, 60_000);
afterAll(() => Promise.all([few.house.close(), many.house.close()]));

let calls = 0;
function pingback({ house }: Town, target: string): Promise<Response> {
  calls += 1;
  const value = (text: string) => `<param><value><string>${text}</string></value></param>`;
  const source = `https://stranger${calls}.example/`;
  const body = `<methodCall><methodName>pingback.ping</methodName><params>${value(source)}${value(target)}</params></methodCall>`;
  return house.web.fetch(
    new Request(`${house.publicUrl}/xmlrpc`, { method: 'POST', headers: { 'content-type': 'text/xml' }, body }),
  );
}

async function works({ house }: Town): Promise<void> {
  const { jobs } = house.store;
  for (const job of await jobs.claim({ now: house.time.now, limit: 1, leaseMs: 45_000 }))
    await conclude(jobs, job, { outcome: 'done' });
}

const TARGET = encodeURIComponent('https://host.example/~2/post');
const get = (path: string) => (town: Town) => town.house.web.fetch(new Request(`${town.house.publicUrl}${path}`));
const desk = (path: string) => async (town: Town) => {
  const response = await town.browser.get(path);
  expect([path, response.status]).toEqual([path, 200]);
  // Ten thousand names in a page would be half a megabyte.
  expect((await response.text()).length).toBeLessThan(120_000);
};

const DEEDS: readonly [string, (town: Town) => Promise<unknown>][] = [
  ['a pingback', (town) => pingback(town, 'https://host.example/~2/post')],
  ['a pingback to nobody here', (town) => pingback(town, 'https://host.example/~x/post')],
  ['a status', get('/status/0123456789abcdef')],
  ['a fragment', get(`/fragment?target=${TARGET}`)],
  ['the API of a page', get(`/api/mentions.jf2?target=${TARGET}`)],
  ['the API of a host', get('/api/mentions.jf2?domain=blog1.example')],
  ['the API of a host that has half of the sites', get('/api/mentions.jf2?domain=host.example')],
  ['what was withdrawn there', get('/api/deleted.jf2?domain=host.example')],
  ['what changed there', get('/api/mentions.jf2?domain=host.example&updated-since=2020-01-01&sort-by=updated')],
  ['a count', get(`/api/count?target=${TARGET}`)],
  ['what was withdrawn', get('/api/deleted.jf2?domain=blog1.example')],
  ['a feed', get('/feed.atom?site=blog2')],
  ['the clock that looks for changes', ({ house }) => house.directory.refresh()],
  ['a claim of a job', works],
  ['the inbox', desk('/admin/inbox')],
  ['the inbox of a site', desk('/admin/inbox?site=blog2')],
  ['the overview', desk('/admin/overview')],
  ['the overview of a site', desk('/admin/overview?site=blog2')],
  ['the table of backlinks', desk('/admin/links')],
  ['the backlinks of a site', desk('/admin/links?site=blog2')],
  ...(['pages', 'domains', 'ties', 'time'] as const).map((view): [string, (town: Town) => Promise<unknown>] => [
    `backlinks, ${view}`,
    desk(`/admin/links/${view}`),
  ]),
  ['the list of the sites', desk('/admin/sites')],
  ['the page of moving', desk('/admin/moving')],
  ['the doctor', desk('/admin/doctor')],
  ['the measures', get('/metrics')],
  ['the report', desk('/admin/links/report')],
  ['the people', desk('/admin/people')],
  ['the tokens', desk('/admin/tokens')],
  ['who is told', desk('/admin/notices')],
  ['the rules of a site', desk('/admin/rules?site=blog2')],
];

it.each(DEEDS)('%s costs as many statements with ten thousand sites as with ten', async (_, deed) => {
  for (const town of [few, many]) await deed(town);
  const counts = [];
  for (const town of [few, many]) counts.push(await asked(() => deed(town)));
  expect(counts[0]).toEqual(counts[1]);
  expect(counts[1]?.statements).toBeLessThan(60);
});

it('a change of one site has one site read again', async () => {
  await many.house.store.sites.setSwitches('blog77', { receive: false });
  expect((await asked(() => many.house.directory.refresh())).statements).toBeLessThan(6);
  expect(many.house.directory.byId('blog77')?.receive).toBe(false);
  expect(await many.house.store.sites.remove('blog78')).toBe(true);
  await many.house.directory.refresh();
  expect(many.house.directory.byId('blog78')).toBeUndefined();
  expect(many.house.directory.resolve(new URL('https://host.example/~78/post'))).toBeUndefined();
});

it('the mentions of a site whose id is mistyped are not those of all sites', async () => {
  const saved = (site: string) => many.browser.get(`/admin/moving/export?format=wxr&site=${site}`);
  expect([(await saved('blog2')).status, (await saved('blog_2')).status]).toEqual([200, 404]);
});

it('a site among many is found at the desk by its name', async () => {
  const page = await (await many.browser.get('/admin/sites?q=blog 4321')).text();
  expect(page).toContain('https://blog4321.example/');
  expect(page).not.toContain('https://blog1.example/');
  expect(await (await many.browser.get('/admin/sites?from=20')).text()).toContain('rel="next"');
  expect(await (await many.browser.get('/admin/rules')).text()).not.toContain('<select name="site"');
});
