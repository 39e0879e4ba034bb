import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { picture } from '../../packages/server/test/support/pictures.ts';
import { publicAddress } from './lib/addresses.ts';
import { notify } from './lib/names.ts';
import { TARGET } from './lib/requests.ts';
import { openRig, type Rig } from './lib/rig.ts';
import { type Act, page, redirect, reply } from './lib/verbs.ts';

const [SOURCES, PICTURES] = [publicAddress(1), publicAddress(300)];
const HOUR = 3_600_000;
const PNG = Buffer.from(picture('png', 20, 20));
const good: Act = reply('200 OK', ['Content-Type: image/png'], PNG);

/** Whoever links to us says where the picture is: it is a stranger's wish to have something fetched. */
const linking = (photo: string): Act =>
  page(
    `<!doctype html><title>A post</title><div class="h-entry"><a class="p-author h-card" href="/"><img class="u-photo" alt="Eve" src="${photo}">Eve</a> <p class="e-content">I read <a href="${TARGET}">this</a>.</p></div>`,
  );

let rig: Rig;
beforeEach(async () => {
  rig = await openRig('short');
});
afterEach(() => rig.close());

async function approveAll(): Promise<void> {
  const mentions = await rig.mentions();
  await rig.hearback.desk.moderate(
    mentions.map(({ id }) => id),
    'approved',
  );
}
const connected = () => rig.of('connect').map(({ address, port }) => `${address}:${port}`);
async function names() {
  const ids = (await rig.mentions()).map(({ id }) => id);
  return [...(await rig.hearback.store.avatars.names(ids)).values()];
}

test('a picture is fetched after the approval and not before, and served from our own address', async () => {
  rig.dns.names = { 'source.test': [[SOURCES]], 'pictures.test': [[PICTURES]] };
  await rig.dialMap.open({ [`${SOURCES}:80`]: linking('http://pictures.test/eve.png'), [`${PICTURES}:80`]: good });
  await notify(rig, 'http://source.test/');
  expect(connected()).toEqual([`${SOURCES}:80`]);
  await approveAll();
  await rig.pass();
  expect(connected()).toEqual([`${SOURCES}:80`, `${PICTURES}:80`]);
  const [name = ''] = await names();
  const served = await rig.hearback.fetch(new Request(`http://hear.example/avatar/${name}`));
  expect([served.status, served.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  const shown = await rig.hearback.fetch(
    new Request(`http://hear.example/fragment?target=${encodeURIComponent(TARGET)}`),
  );
  expect(await shown.text()).toContain(`src="http://hear.example/avatar/${name}"`);
});

describe('no picture makes us ask what a page could not', () => {
  test.each([
    ['the cloud’s own address', 'http://169.254.169.254/latest/meta-data'],
    ['this machine', 'http://127.0.0.1/eve.png'],
    ['this machine by a number', 'http://2130706433/eve.png'],
    ['the inside of a network', 'http://[fd00::1]/eve.png'],
    ['a name that leads inside', 'http://inside.test/eve.png'],
    ['a redirect that leads inside', 'http://pictures.test/redirect'],
    ['another port', 'http://pictures.test:22/eve.png'],
    ['a file', 'file:///etc/passwd'],
  ])('%s', async (_, photo) => {
    rig.dns.names = { 'source.test': [[SOURCES]], 'pictures.test': [[PICTURES]], 'inside.test': [['10.0.0.1']] };
    await rig.dialMap.open({
      [`${SOURCES}:80`]: linking(photo),
      [`${PICTURES}:80`]: redirect('http://10.0.0.1/eve.png'),
    });
    await notify(rig, 'http://source.test/');
    await approveAll();
    await rig.pass(24 * HOUR);
    const inside = connected().filter((address) => address !== `${SOURCES}:80` && address !== `${PICTURES}:80`);
    expect([inside, rig.dialMap.strays, await names()]).toEqual([[], [], []]);
    expect((await rig.mentions()).map(({ moderation, link }) => [moderation, link])).toEqual([['approved', 'live']]);
  });
});

test('pictures count for the budget of the host that they are asked from', { timeout: 60_000 }, async () => {
  const sites = Array.from({ length: 30 }, (_, n) => n);
  rig.dns.names = Object.fromEntries([
    ...sites.map((n) => [`source${n}.test`, [[publicAddress(n * 300)]]] as const),
    ['victim.test', [[publicAddress(12_000)]]] as const,
  ]);
  await rig.dialMap.open(
    Object.fromEntries([
      ...sites.map((n) => [`${publicAddress(n * 300)}:80`, linking(`http://victim.test/${n}.png`)] as const),
      [`${publicAddress(12_000)}:80`, good] as const,
    ]),
  );
  for (const n of sites) await notify(rig, `http://source${n}.test/`);
  await approveAll();
  await rig.pass(HOUR - 60_000);
  const asked = rig.of('request').filter(({ url }) => url.startsWith('http://victim.test/'));
  expect(asked.length).toBeGreaterThan(0);
  // Half of twenty an hour: what is looked at comes first.
  expect(asked.length).toBeLessThanOrEqual(10);
});
