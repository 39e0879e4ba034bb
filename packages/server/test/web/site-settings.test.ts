import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type House, openHouse, POST } from './house.ts';
import { type Browser, setUpOwner } from './visitor.ts';

const DAY = 86_400_000;
let house: House;
let browser: Browser;
beforeEach(async () => {
  house = await openHouse();
  browser = await setUpOwner(house);
});
afterEach(() => house.close());

const path = () => `/admin/sites/${house.site.id}`;
const page = async (address = path()) => (await browser.get(address)).text();
const settings = () => house.directory.byId(house.site.id)?.settings;
const ALL = ['webmention', 'pingback', 'trackback', 'refback'];

async function save(fields: Record<string, string>, protocols: readonly string[] = ALL): Promise<Response> {
  const form = new URLSearchParams({
    csrf: await browser.csrf(),
    receive: 'on',
    send: 'asked',
    protocols: '',
    ...fields,
  });
  for (const protocol of protocols) form.append('protocol', protocol);
  return browser.post(path(), form);
}

/** Tells of a link by a protocol, and answers the status and the body. */
async function tell(protocol: string): Promise<string> {
  const source = `https://bob.example/${protocol}`;
  const ping = `<?xml version="1.0"?><methodCall><methodName>pingback.ping</methodName><params><param><value>${source}</value></param><param><value>${POST}</value></param></params></methodCall>`;
  const requests: Record<string, Request> = {
    pingback: new Request(`${house.publicUrl}/xmlrpc`, {
      ...{ method: 'POST', headers: { 'content-type': 'text/xml' }, body: ping },
    }),
    webmention: new Request(`${house.publicUrl}/webmention`, {
      ...{ method: 'POST', body: new URLSearchParams({ source, target: POST }) },
    }),
    trackback: new Request(`${house.publicUrl}/trackback?target=${encodeURIComponent(POST)}`, {
      ...{ method: 'POST', body: new URLSearchParams({ url: source }) },
    }),
  };
  const response = await house.web.fetch(requests[protocol] as Request);
  return `${response.status} ${await response.text()}`;
}

describe('a protocol that is off', () => {
  const OFFERED = {
    webmention: '&lt;link rel=&quot;webmention&quot;',
    pingback: '&lt;link rel=&quot;pingback&quot;',
    trackback: 'trackback:ping',
    refback: 'sendBeacon',
  };
  const ACCEPTED = { pingback: /^200 (?!.*faultCode)/s, webmention: /^201/, trackback: /<error>0</ };
  const REFUSED = { pingback: /faultCode.*33/s, webmention: /^400/, trackback: /<error>1</ };

  test.each(Object.entries(OFFERED))('%s is not offered, and offered again when it is on', async (protocol, text) => {
    expect(await page('/admin/sites')).toContain(text);
    await save(
      {},
      ALL.filter((one) => one !== protocol),
    );
    expect(await page('/admin/sites')).not.toContain(text);
    for (const [other, theirs] of Object.entries(OFFERED))
      if (other !== protocol) expect(await page('/admin/sites'), other).toContain(theirs);
    await save({});
    expect(await page('/admin/sites')).toContain(text);
  });

  test.each(Object.keys(ACCEPTED) as (keyof typeof ACCEPTED)[])(
    '%s is refused, and the others come in',
    async (protocol) => {
      await save(
        {},
        ALL.filter((one) => one !== protocol),
      );
      for (const other of Object.keys(ACCEPTED) as (keyof typeof ACCEPTED)[])
        expect(await tell(other), other).toMatch(other === protocol ? REFUSED[other] : ACCEPTED[other]);
      expect(await house.store.refusals.list({ limit: 9 })).toMatchObject([
        { protocol, reason: `This site takes no mentions by ${protocol}.` },
      ]);
      await save({});
      expect(await tell(protocol)).toMatch(ACCEPTED[protocol]);
    },
  );
});

describe('pages close', () => {
  const stateOf = (url: string) => house.directory.resolve(new URL(url));
  beforeEach(async () => {
    await house.store.sites.configure({ ...house.site, feed: 'https://alice.example/feed' });
    const pages = ['old', 'new', 'undated', 'kept'].map((name) => ({
      ...{ key: `alice.example/${name}`, url: `https://alice.example/${name}`, title: name },
      ...(name !== 'undated' && { published: house.time.now - (name === 'new' ? DAY : 40 * DAY) }),
    }));
    await house.store.sites.savePages(house.site.id, pages, []);
    await house.store.sites.setPageSwitches(house.site.id, 'alice.example/kept', { receive: true });
    await house.directory.refresh();
  });

  test('after so many days, by the date of the listing; one that was switched on for itself does not', async () => {
    expect(await page()).toContain('3 pages have a known date, of 4 in the map.');
    await save({ closeAfterDays: '30' });
    const states = ['old', 'new', 'undated', 'kept'].map((name) => stateOf(`https://alice.example/${name}`)?.state);
    expect(states).toEqual(['closed', 'open', 'open', 'open']);
    expect(stateOf('https://alice.example/old')?.because).toContain('30 days after they appeared');
    await save({ closeAfterDays: '0' });
    expect(stateOf('https://alice.example/old')?.state).toBe('open');
    await save({ closeAfterDays: '30' });
    house.time.now += 30 * DAY;
    expect(stateOf('https://alice.example/new')?.state).toBe('closed');
  });

  test('those without a date as the owner says', async () => {
    await save({ closeAfterDays: '30', undated: 'closed' });
    expect(stateOf('https://alice.example/undated')).toMatchObject({ state: 'closed', because: /date.*not known/ });
  });

  test('a later change does not make a page young', async () => {
    const own = { key: 'alice.example/old', url: 'https://alice.example/old', title: 'old', published: house.time.now };
    await house.store.sites.savePages(house.site.id, [own], []);
    await save({ closeAfterDays: '30' });
    expect(stateOf('https://alice.example/old')?.state).toBe('closed');
  });
});

describe('the form', () => {
  test('says what is wrong beside each field, keeps what was typed, and saves nothing', async () => {
    const response = await save(
      { closeAfterDays: '1e3', 'keep-spam': '-1', 'keep-refused': '31', moderation: 'all' },
      [],
    );
    expect(response.status).toBe(422);
    const html = await response.text();
    for (const [name, value] of [
      ['closeAfterDays', '1e3'],
      ['keep-spam', '-1'],
      ['keep-refused', '31'],
    ])
      expect(html).toMatch(
        new RegExp(`name="${name}" value="${value}"[^>]*aria-invalid="true"[^>]*aria-describedby="${name}-note"`),
      );
    expect(html).toContain('Give a whole number from 1 to 30.');
    expect(html).toContain('Leave one on');
    expect(html).toMatch(/value="all" checked/);
    expect(settings()).toBeUndefined();
  });

  test('saves what differs, and the log says it', async () => {
    await save({ moderation: 'first', 'keep-spam': '7', closeAfterDays: '14' });
    expect(settings()).toEqual({ moderation: 'first', closeAfterDays: 14, keepDays: { spam: 7 } });
    expect(await page('/admin/audit')).toContain('moderation &quot;first&quot;');
    await save({ 'keep-rejected': '9' });
    expect(settings()?.keepDays).toEqual({ spam: 7, rejected: 9 });
  });

  test('shows what the configuration gives, which wins until it gives it no more', async () => {
    await save({ closeAfterDays: '14' });
    const site = {
      ...house.site,
      receive: false,
      settings: { closeAfterDays: 3 },
      fixed: ['receive', 'closeAfterDays'],
    };
    await house.store.sites.configure(site);
    await house.directory.refresh();
    expect(settings()).toMatchObject({ closeAfterDays: 3 });
    const html = await page();
    expect(html).toMatch(/name="receive" disabled/);
    expect(html).toMatch(/name="closeAfterDays" value="3"[^>]*disabled/);
    expect(html).toContain('Set in the configuration');
    await save({ closeAfterDays: '20', moderation: 'all' });
    expect(house.directory.byId(house.site.id)).toMatchObject({
      receive: false,
      settings: { closeAfterDays: 3, moderation: 'all' },
    });
    await house.store.sites.configure(house.site);
    await house.directory.refresh();
    expect(house.directory.byId(house.site.id)).toMatchObject({ receive: true, settings: { moderation: 'all' } });
  });
});
