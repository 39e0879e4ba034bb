import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LINK_DECISIONS, type LinkDecision } from '../../src/notice-link.ts';
import type { EmailRecipient } from '../../src/recipient.ts';
import { type House, openHouse } from './house.ts';
import { type Browser, createBrowser, PASSWORD, setUpOwner } from './visitor.ts';

const DAY = 24 * 3_600_000;
const MAIL: EmailRecipient = {
  ...{
    id: 'mail',
    kind: 'email',
    address: 'alice@alice.example',
    language: 'en',
    events: ['mention.held'],
    site: undefined,
  },
  ...{
    timing: { pace: 'each', hour: 8, zone: 'UTC' },
    openLinks: true,
    active: true,
    problem: undefined,
    createdAt: 0,
  },
};

let house: House;
let owner: Browser;
let stranger: Browser;
let mention: string;
beforeEach(async () => {
  house = await openHouse();
  owner = await setUpOwner(house);
  stranger = createBrowser(house);
  await house.store.recipients.save(MAIL);
  mention = await house.seed({ entry: { title: 'A title', excerpt: 'What Bob said.' } });
});
afterEach(() => house.close());

async function link(decision: LinkDecision, more: { until?: number; recipient?: string } = {}): Promise<string> {
  const ticket = { decision, mention, recipient: 'mail', until: house.time.now + 14 * DAY, ...more };
  return `/admin/decide/${await house.deps.notices?.tickets.seal(ticket)}`;
}
const state = async () => (await house.store.mentions.byId(mention))?.moderation;

describe('a link that decides', () => {
  it.each(LINK_DECISIONS)(
    'to %s changes nothing by being looked at, and decides by its button, once',
    async (decision) => {
      const path = await link(decision);
      for (let n = 0; n < 3; n += 1) {
        const page = await stranger.get(path);
        const text = await page.text();
        expect(page.status).toBe(200);
        expect(text).toContain('What Bob said.');
        expect([page.headers.get('referrer-policy'), page.headers.get('cache-control')]).toEqual([
          'no-referrer',
          'no-store',
        ]);
        expect(await state()).toBe('pending');
      }
      for (const method of ['HEAD', 'OPTIONS'])
        await house.web.fetch(new Request(`${house.publicUrl}${path}`, { method }));
      expect(await state()).toBe('pending');
      expect((await stranger.post(path, {})).status).toBe(200);
      expect(await state()).toBe({ approve: 'approved', reject: 'rejected', spam: 'spam' }[decision]);
      const [entry] = await house.store.audit.list({ limit: 1 });
      expect(entry).toMatchObject({ action: 'moderated', by: 'mail to alice@alice.example', subject: mention });
      // The other links of the same mail are worth nothing now.
      for (const other of LINK_DECISIONS) {
        const late = await stranger.post(await link(other), {});
        expect(await late.text()).toContain('It was decided already');
      }
      expect(await state()).toBe({ approve: 'approved', reject: 'rejected', spam: 'spam' }[decision]);
    },
  );

  it('is good for two weeks, for the mention and the decision in it, and while the mails go on', async () => {
    const path = await link('approve');
    const over = await link('approve', { until: house.time.now });
    const forEver = await link('approve', { until: house.time.now + 1_000 * DAY });
    const other = path.replace('/approve.', '/spam.');
    const tail = path.slice(0, -1) + (path.endsWith('0') ? '1' : '0');
    const dots = path.replace(mention, `${mention.slice(0, -1)}x`);
    for (const bad of [
      over,
      forEver,
      other,
      tail,
      dots,
      '/admin/decide/approve',
      `${path}0`,
      `/admin/decide/${'a'.repeat(5_000)}`,
    ]) {
      expect((await stranger.get(bad)).status).toBe(404);
      expect((await stranger.post(bad, {})).status).toBe(404);
    }
    await house.store.recipients.save({ ...MAIL, active: false });
    expect((await stranger.post(path, {})).status).toBe(404);
    await house.store.recipients.remove('mail');
    expect((await stranger.post(path, {})).status).toBe(404);
    expect(await state()).toBe('pending');
  });

  it('decides nothing for a page of somebody else', async () => {
    const path = await link('approve');
    const forged = await stranger.post(path, {}, { 'sec-fetch-site': 'cross-site' });
    expect(forged.status).toBe(403);
    expect((await stranger.post(path, {}, { origin: 'https://evil.example' })).status).toBe(403);
    expect(await state()).toBe('pending');
  });

  it('asks for the log-in first unless the owner chose otherwise, and goes on after it', async () => {
    await house.store.recipients.save({ ...MAIL, openLinks: false });
    const path = await link('approve');
    const sent = await stranger.get(path);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/admin/login?next=${path}`]);
    expect((await stranger.post(path, {})).status).toBe(303);
    expect(await state()).toBe('pending');
    const form = await (await stranger.get(sent.headers.get('location') ?? '')).text();
    expect(form).toContain(`name="next" value="${path}"`);
    const inside = await stranger.post('/admin/login', { name: 'alice', password: PASSWORD, next: path });
    expect(inside.headers.get('location')).toBe(path);
    const csrf = /name="csrf" value="([\w-]+)"/.exec(await (await stranger.get(path)).text())?.[1] ?? '';
    await stranger.post(path, { csrf: 'of somebody else' });
    expect(await state()).toBe('pending');
    await stranger.post(path, { csrf });
    expect(await state()).toBe('approved');
    expect((await house.store.audit.list({ limit: 1 }))[0]).toMatchObject({ by: 'alice' });
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/admin/sites',
    '/admin/decide/../sites',
    '/admin/decide/a\r\nb',
  ])('is the only place that a log-in leads to, and not %j', async (next) => {
    const inside = await owner.post('/admin/login', { name: 'alice', password: PASSWORD, next });
    expect(inside.headers.get('location')).toBe('/admin');
  });
});

describe('a link that ends the mails', () => {
  it('asks when it is looked at, and ends them by a POST from anywhere', async () => {
    const path = `/notices/stop/${await house.deps.notices?.tickets.sealStop('mail')}`;
    const page = await (await stranger.get(path)).text();
    expect(page).toContain('alice@alice.example');
    expect((await house.store.recipients.byId('mail'))?.active).toBe(true);
    const oneClick = await stranger.post(path, { 'List-Unsubscribe': 'One-Click' }, {});
    expect(oneClick.status).toBe(200);
    expect((await house.store.recipients.byId('mail'))?.active).toBe(false);
    expect((await stranger.post(path, {}, {})).status).toBe(200);
    const forged = path.replace('/mail.', '/hook.');
    for (const bad of [forged, `${path}0`, '/notices/stop/mail'])
      expect((await stranger.post(bad, {}, {})).status).toBe(404);
  });
});
