import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type House, openHouse } from './house.ts';
import { type Browser, setUpOwner } from './visitor.ts';

let house: House;
let browser: Browser;
beforeEach(async () => {
  house = await openHouse();
  browser = await setUpOwner(house);
});
afterEach(() => house.close());

async function post(path: string, fields: readonly (readonly [string, string])[]) {
  const csrf = await browser.csrf();
  return browser.post(
    path,
    new URLSearchParams([['csrf', csrf], ...fields.map(([name, value]) => [name, value] as [string, string])]),
  );
}

const MAIL = [
  ['address', 'alice@alice.example'],
  ['event', 'mention.held'],
  ['pace', 'daily'],
  ['hour', '7'],
  ['zone', 'Europe/Madrid'],
  ['language', 'es'],
  ['active', 'on'],
] as const;

/** The fields with some of them said otherwise. */
const saying = (fields: readonly (readonly [string, string])[], name: string, ...values: readonly string[]) => [
  ...fields.filter(([other]) => other !== name),
  ...values.map((value) => [name, value] as const),
];

describe('who is told', () => {
  it('is made, changed, tried and removed by forms', async () => {
    expect((await post('/admin/notices/new/email', MAIL)).status).toBe(303);
    const [mail] = await house.store.recipients.list();
    expect(mail).toMatchObject({
      ...{ kind: 'email', address: 'alice@alice.example', events: ['mention.held'], site: undefined, active: true },
      ...{ timing: { pace: 'daily', hour: 7, zone: 'Europe/Madrid' }, language: 'es', openLinks: false },
    });
    const shown = await (await browser.get('/admin/notices')).text();
    expect(shown).toContain('once a day at 7:00, Europe/Madrid');
    expect(shown).toContain('No mail server is configured');
    const form = await (await browser.get(`/admin/notices/${mail?.id}`)).text();
    expect(form).toMatch(/value="alice@alice\.example"/);
    await post(`/admin/notices/${mail?.id}`, [...saying(MAIL, 'active'), ['openLinks', 'on']]);
    expect(await house.store.recipients.byId(mail?.id ?? '')).toMatchObject({ active: false, openLinks: true });
    expect(await (await post(`/admin/notices/${mail?.id}/test`, [])).text()).toContain('The test was not sent.');
    expect((await post(`/admin/notices/${mail?.id}/remove`, [])).status).toBe(303);
    expect(await house.store.recipients.list()).toEqual([]);
    const actions = (await house.store.audit.list({ limit: 9 })).map(({ action, detail }) => `${action}: ${detail}`);
    expect(actions).toContain('notices changed: email alice@alice.example');
  });

  it('with bad input stays as it was given, and says what is wrong beside each field', async () => {
    const bad = [
      [
        'email',
        'address',
        [
          'alice',
          'a@b@c',
          'a@b.example\r\nBcc: all@spam.example',
          'Alice <a@b.example>',
          'a@b.example,c@d.example',
          '',
        ],
        'address-note',
      ],
      ['email', 'event', [], 'events-note'],
      ['email', 'zone', ['Europe/Atlantis', '+99:99', '<b>'], 'zone-note'],
      ['email', 'site', ['nobody.example'], 'site-note'],
      [
        'webhook',
        'address',
        ['ftp://a.example/', 'javascript:alert(1)', '/in', 'https://u:p@a.example/'],
        'address-note',
      ],
      ['webhook', 'secret', ['short', 'with a space in it', 'ünïcödéd'], 'secret-note'],
      [
        'ntfy',
        'address',
        ['https://ntfy.sh/', 'https://ntfy.sh/a/b', 'https://ntfy.sh/a%0Ab', 'https://ntfy.sh/a?x=1'],
        'address-note',
      ],
      ['ntfy', 'token', ['tk\r\nX: 1', 'a b'], 'token-note'],
    ] as const;
    const usual = {
      email: MAIL,
      webhook: saying(MAIL, 'address', 'https://a.example/in'),
      ntfy: saying(MAIL, 'address', 'https://ntfy.sh/t'),
    };
    for (const [kind, name, values, note] of bad) {
      for (const value of values.length === 0 ? [undefined] : values) {
        const fields = value === undefined ? saying(usual[kind], name) : saying(usual[kind], name, value);
        const answer = await post(`/admin/notices/new/${kind}`, fields);
        const text = await answer.text();
        expect([answer.status, name, value, text.includes(`id="${note}"`)]).toEqual([422, name, value, true]);
        if (name !== 'event' && name !== 'site') expect(text).toContain('aria-invalid="true"');
        // What was right is still there.
        if (name !== 'address') expect(text).toContain(`value="${fields.find(([other]) => other === 'address')?.[1]}"`);
      }
    }
    expect(await house.store.recipients.list()).toEqual([]);
  });

  it('by a webhook without a secret gets one, shown once, and keeps it when the form is saved again', async () => {
    const fields = [
      ['address', 'https://a.example/in'],
      ['event', 'mention.held'],
      ['event', 'delivery.finished'],
      ['active', 'on'],
    ] as const;
    const made = await (await post('/admin/notices/new/webhook', fields)).text();
    const [, secret] = /<code>(whsec_[A-Za-z0-9+/=]+)<\/code>/.exec(made) ?? [];
    const [hook] = await house.store.recipients.list();
    expect(hook).toMatchObject({
      kind: 'webhook',
      secret,
      events: ['mention.held', 'delivery.finished'],
      format: 'standard',
    });
    await post(`/admin/notices/${hook?.id}`, [...fields, ['format', 'webmention.io']]);
    expect(await house.store.recipients.byId(hook?.id ?? '')).toMatchObject({ secret, format: 'webmention.io' });
    for (const path of ['/admin/notices', `/admin/notices/${hook?.id}`])
      expect(await (await browser.get(path)).text()).not.toContain(secret);
  });

  it('is nobody’s to read or change who is not logged in', async () => {
    for (const path of ['/admin/notices', '/admin/notices/new/email', '/admin/notices/outbox']) {
      const answer = await house.web.fetch(new Request(`${house.publicUrl}${path}`));
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/admin/login']);
    }
    const forged = await browser.post(
      '/admin/notices/new/email',
      new URLSearchParams(MAIL.map(([a, b]) => [a, b] as [string, string])),
    );
    expect(forged.status).toBe(403);
    expect(await house.store.recipients.list()).toEqual([]);
  });
});

describe('the outbox', () => {
  it('shows what was told, and tells it again', async () => {
    const common = {
      site: undefined,
      active: true,
      problem: undefined,
      createdAt: 0,
      events: ['mention.published'],
    } as const;
    await house.store.recipients.save({
      ...common,
      id: 'h',
      kind: 'webhook',
      address: 'https://a.example/in',
      secret: undefined,
      format: 'standard',
    });
    await house.seed({ moderation: 'approved' });
    const [notice] = await house.store.notices.list({ limit: 1 });
    await house.store.notices.change([notice?.id ?? ''], {
      state: 'failed',
      reason: 'It answered HTTP 503.',
      updatedAt: house.time.now,
    });
    const shown = await (await browser.get('/admin/notices/outbox?state=failed')).text();
    expect(shown).toContain('It answered HTTP 503.');
    expect(shown).toContain('https://a.example/in');
    expect(await (await browser.get('/admin/notices/outbox?state=sent')).text()).toContain('nothing in the outbox');
    const again = await post('/admin/notices/outbox', [['notice', notice?.id ?? '']]);
    expect(again.headers.get('location')).toBe('/admin/notices/outbox?again=1');
    expect(await house.store.notices.byId(notice?.id ?? '')).toMatchObject({ state: 'waiting', attempts: 0 });
    expect(await house.store.jobs.nextStart(['hook'])).toBeLessThanOrEqual(house.time.now);
  });
});
