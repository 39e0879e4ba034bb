import { afterAll, beforeAll, expect, it } from 'vitest';
import { readAll, WORDPRESS } from '../import/reading.ts';
import { type House, openHouse } from './house.ts';
import { type Browser, createBrowser, setUpOwner } from './visitor.ts';

let house: House;
let owner: Browser;
beforeAll(async () => {
  house = await openHouse({ most: 1024 * 1024 });
  owner = await setUpOwner(house);
});
afterAll(() => house.close());

interface Brought {
  readonly name?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly cutAt?: number;
}

async function bring(browser: Browser, file: Uint8Array, { name = 'file', fields = {}, cutAt }: Brought = {}) {
  const form = new FormData();
  for (const [field, value] of Object.entries({ csrf: await browser.csrf(), ...fields })) form.append(field, value);
  form.append(name, new Blob([Buffer.from(file)]), 'export.xml');
  // As bytes: the stream that a form is made into does not bear to be left before its end.
  const whole = new Response(form);
  const type = whole.headers.get('content-type') ?? '';
  return house.web.fetch(
    new Request(`${house.publicUrl}/admin/moving`, {
      method: 'POST',
      body: (await whole.arrayBuffer()).slice(0, cutAt),
      headers: { cookie: browser.cookie, 'sec-fetch-site': 'same-origin', 'content-type': type },
    }),
  );
}

/** The page of a file when it is read to its end. */
async function readOf(response: Response): Promise<string> {
  expect(response.status).toBe(303);
  await house.files.look();
  return (await owner.get(response.headers.get('location') ?? '')).text();
}

it('a file that is brought to the desk is taken in, and its page says what came of it', async () => {
  const text = await readOf(await bring(owner, WORDPRESS, { fields: { dry: 'on' } }));
  expect(text).toContain('nothing was stored');
  expect(await house.store.mentions.list({ limit: 9 })).toEqual([]);
  const taken = await bring(owner, WORDPRESS);
  const page = await readOf(taken);
  expect(page).toContain('Read to the end.');
  expect(page).toContain('It was read: 9 entries.');
  expect(page).toMatch(/<td>3<\/td><td>were public there/);
  expect(page).toMatch(/<td>2<\/td><td>comments that people wrote/);
  // Each with the line that it stands on, and in a file.
  expect(page).toMatch(/line \d+: in the trash there/);
  const left = await (await owner.get(`${taken.headers.get('location')}/skipped.csv`)).text();
  expect(left).toMatch(/^place,reason,source\r\nline \d+,trash,https:/);
  expect(await readOf(await bring(owner, WORDPRESS))).toContain('nothing changed');
  expect((await house.store.audit.list({ limit: 1 }))[0]).toMatchObject({ action: 'imported', detail: 'export.xml' });
  expect(await (await owner.get('/admin/moving')).text()).toContain('export.xml');
});

it('what is no such file is told with the line, and with what was kept', async () => {
  const cut = await readOf(await bring(owner, WORDPRESS.subarray(0, 9000)));
  expect(cut).toMatch(/line \d+: it is not well-formed XML/);
  expect(cut).toContain('what came before is kept');
  expect((await bring(owner, new Uint8Array(0))).status).toBe(422);
  expect((await owner.post('/admin/moving', { csrf: await owner.csrf() })).status).toBe(422);
});

it('of one that is too large, or does not come whole, nothing is kept', async () => {
  const large = await bring(owner, new Uint8Array(2 << 20));
  expect(large.status).toBe(422);
  expect(await large.text()).toContain('it has more than 1 MiB, so nothing was kept');
  const cut = await bring(owner, WORDPRESS, { cutAt: 9000 });
  expect(cut.status).toBe(422);
  expect(await cut.text()).toContain('did not come whole');
  expect((await house.store.importRuns.list({ limit: 9 })).every(({ endedAt }) => endedAt !== undefined)).toBe(true);
});

it('none is read before the log-in, or without the secret of the form', async () => {
  const stranger = await bring(createBrowser(house), new Uint8Array(2 << 20));
  expect(stranger.headers.get('location')).toBe('/admin/login');
  expect((await bring(owner, WORDPRESS, { fields: { csrf: 'wrong' } })).status).toBe(403);
});

it('one can be stopped, and what is read of it comes piece by piece', async () => {
  await house.files.stop();
  const given = await bring(owner, WORDPRESS);
  const address = given.headers.get('location') ?? '';
  expect(await (await owner.get(address)).text()).toContain('Waits for its turn.');
  const now = await owner.get(`${address}/now`);
  expect(now.headers.get('x-ended')).toBeNull();
  expect(await now.text()).toContain('<progress value="0"');
  const stopped = await owner.post(`${address}/stop`, { csrf: await owner.csrf() });
  expect(stopped.headers.get('location')).toBe(address);
  expect(await (await owner.get(address)).text()).toContain('It was stopped.');
  expect((await owner.get(`${address}/now`)).headers.get('x-ended')).toBe('1');
  expect((await owner.get('/admin/moving/none')).status).toBe(404);
});

it('an export is a file with a name, and comes back equal', async () => {
  const response = await owner.get('/admin/moving/export?format=wxr');
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="mentions-2026-01-02.xml"');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await readAll(await response.text())).brought).toHaveLength(5);
  expect((await owner.get('/admin/moving/export?format=klingon')).status).toBe(404);
});
