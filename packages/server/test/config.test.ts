import { describe, expect, it } from 'vitest';
import { LIMIT_KINDS, LIMIT_NAMES, NO_ALLOWANCES, USUAL_ALLOWANCES } from '../src/allowances.ts';
import { flagOf, readConfig, variableOf } from '../src/config.ts';

const anyNetwork = () => undefined;
const read = (raw: Record<string, unknown>) => readConfig(raw, anyNetwork);

function problems(raw: Record<string, unknown>, check: (text: string) => string | undefined = anyNetwork): string {
  try {
    readConfig(raw, check);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'no problem';
}

describe('readConfig', () => {
  it('takes whom not to tell and a webhook, in either form', () => {
    const { dontTell, webhook } = read({
      dontTell: 'Bob.Example, https://carol.example/a/',
      webhook: 'https://h.example/',
    });
    expect([dontTell, webhook]).toEqual([
      ['bob.example', 'carol.example/a'],
      { url: 'https://h.example/', secret: undefined },
    ]);
    const full = { url: 'https://h.example/', secret: 'whsec_c2VjcmV0' };
    expect(read({ webhook: full }).webhook).toEqual(full);
    expect(() => read({ dontTell: ['no host'] })).toThrow(/dontTell.*"no host" is no host/);
    expect(() => read({ webhook: { url: 'ftp://x/' } })).toThrow(/webhook/);
  });

  it('answers every question with a default', () => {
    expect(read({})).toEqual({
      sites: [],
      host: '127.0.0.1',
      port: 7777,
      data: 'hearback-data',
      role: 'all',
      publicUrl: undefined,
      allowNetwork: [],
      allowPort: [],
      trustProxy: [],
      metricsFrom: [],
      publicHost: [],
      limits: 'on',
      allowances: USUAL_ALLOWANCES,
      neverFetch: [],
      reply: 'queued',
      vouch: false,
      akismet: undefined,
      blockLists: [],
      dontTell: [],
      webhook: undefined,
      smtp: undefined,
      holdDays: 90,
      watchEvery: undefined,
      backup: undefined,
    });
  });

  it('takes a mail server as an address or by its parts', () => {
    const mailFrom = 'Hearback <hearback@example.org>';
    const of = (smtp: unknown) => read({ smtp, mailFrom }).smtp;
    const none = { user: undefined, password: undefined };
    expect(of('smtp://127.0.0.1:25')).toEqual({ host: '127.0.0.1', port: 25, secure: false, ...none, from: mailFrom });
    const login = { user: 'me@example.org', password: 'p@ss:word' };
    expect(of('smtps://me%40example.org:p%40ss%3Aword@mail.example.org')).toEqual({
      ...{ host: 'mail.example.org', port: 465, secure: true, ...login, from: mailFrom },
    });
    expect(of({ host: 'mail.example.org', ...login })).toMatchObject({ port: 587, secure: false, ...login });
    expect(of('smtp://[::1]')).toMatchObject({ host: '::1', port: 587 });
  });

  it('says what is wrong with a mail server, and never its password', () => {
    for (const smtp of [
      'mail.example.org',
      'https://mail.example.org',
      'smtp://',
      'smtp://a/path',
      'smtp://%zz:x@a',
      5,
    ])
      expect(problems({ smtp, mailFrom: 'h@a.example' })).toMatch(
        /smtp \(HEARBACK_SMTP, --smtp\): is no mail server, such as/,
      );
    expect(problems({ smtp: 'smtp://a.example' })).toMatch(/mailFrom \(HEARBACK_MAIL_FROM, --mail-from\): is missing/);
    expect(problems({ mailFrom: 'h@a.example' })).toMatch(/smtp \(.*: is missing/);
    const half = problems({ smtp: 'smtp://me:hunter22@a.example:99999', mailFrom: 'h@a.example' });
    expect(half).toContain('smtp');
    expect(problems({ smtp: { host: 'a', password: 'hunter22' }, mailFrom: 'x' })).toMatch(/user and a password/);
    for (const text of [half, problems({ smtp: 'smtp://hunter22@a.example', mailFrom: 'h@a.example' })])
      expect(text).not.toContain('hunter22');
    for (const from of ['hearback', 'a@b\r\nBcc: c@d.example', 'A, B <a@b.example>', 'a@b.example, c@d.example', '<>'])
      expect(problems({ smtp: 'smtp://a.example', mailFrom: from })).toMatch(/is no address, such as/);
  });

  it('takes a site as an address or as an object, and lists by comma', () => {
    const { sites, allowNetwork, port } = read({
      sites: 'https://alice.example,http://127.0.0.1:4000/blog/',
      allowNetwork: '127.0.0.0/8, 10.0.0.0/8:8080',
      port: '0',
    });
    expect(sites.map(({ id, url }) => [id, url])).toEqual([
      ['alice.example', 'https://alice.example/'],
      ['127.0.0.1-4000-blog', 'http://127.0.0.1:4000/blog/'],
    ]);
    expect(allowNetwork).toEqual(['127.0.0.0/8', '10.0.0.0/8:8080']);
    expect(port).toBe(0);
  });

  it('receives by default, sends when asked, and announces by itself only when told', () => {
    expect(read({ sites: ['https://a.example'] }).sites[0]).toMatchObject({
      receive: true,
      send: true,
      announce: false,
    });
    expect(read({ sites: [{ url: 'https://a.example', send: true, receive: false }] }).sites[0]).toMatchObject({
      receive: false,
      send: true,
      announce: true,
    });
    expect(read({ sites: 'https://a.example', watch: 'https://a.example/feed' }).sites[0]).toMatchObject({
      send: true,
      announce: true,
      feed: 'https://a.example/feed',
    });
  });

  it('reports every problem at once, each with its key, variable and flag', () => {
    const text = problems(
      {
        port: '99999',
        publicUrl: 'nonsense',
        sites: ['ftp://x'],
        colour: 'red',
        limits: 'maybe',
        allowNetwork: ['all'],
        watch: 'https://a.example/',
        host: 5,
      },
      () => 'is no network',
    );
    expect(text).toContain('port (HEARBACK_PORT, --port): must be 0 to 65535');
    expect(text).toContain('publicUrl (HEARBACK_PUBLIC_URL, --public-url): "nonsense"');
    expect(text).toContain('sites[0].url (HEARBACK_SITE, --site): "ftp://x"');
    expect(text).toContain('colour: no such setting');
    expect(text).toContain('allowNetwork (HEARBACK_ALLOW_NETWORK, --allow-network): is no network');
    expect(text).toContain('host (HEARBACK_HOST, --host): must be text');
    expect(text).toContain('limits (HEARBACK_LIMITS, --limits): must be "on" or "off"');
  });

  it('names the network that cannot be read', () => {
    const check = (network: string) => (network === 'everything' ? '"everything" is not a network' : undefined);
    expect(problems({ allowNetwork: '127.0.0.0/8,everything' }, check)).toContain(
      '--allow-network): "everything" is not a network',
    );
  });

  it('refuses --watch without exactly one site', () => {
    expect(problems({ watch: 'https://a.example/feed', port: 'x' })).toContain(
      'watch (HEARBACK_WATCH, --watch): names the feed, sitemap or folder of the only site, and there are 0 sites',
    );
  });
});

describe('names', () => {
  it.each([
    ['publicUrl', '--public-url', 'HEARBACK_PUBLIC_URL'],
    ['sites', '--site', 'HEARBACK_SITE'],
    ['allowNetwork', '--allow-network', 'HEARBACK_ALLOW_NETWORK'],
  ])('%s', (key, flag, variable) => {
    expect([flagOf(key), variableOf(key)]).toEqual([flag, variable]);
  });
});

describe('limits', () => {
  it('are on, off, or set by name, in a file, a variable and a flag alike', () => {
    expect(read({ limits: 'off' })).toMatchObject({ limits: 'off', allowances: NO_ALLOWANCES });
    const some = { clientPerMinute: 60, victimGap: 0 };
    const expected = { limits: 'on', allowances: { ...USUAL_ALLOWANCES, ...some } };
    expect(read({ limits: some })).toMatchObject(expected);
    expect(read({ limits: 'clientPerMinute=60, victimGap=0' })).toMatchObject(expected);
  });

  it.each(LIMIT_NAMES)('%s can be set', (name) => {
    expect(read({ limits: { [name]: 7 } }).allowances).toEqual({ ...USUAL_ALLOWANCES, [name]: 7 });
  });

  it('are lifted one by one, but not what this process can hold', () => {
    expect(read({ limits: 'clientPerDay=off,pageGap=off' }).allowances).toEqual({
      ...USUAL_ALLOWANCES,
      clientPerDay: Number.POSITIVE_INFINITY,
      pageGap: 0,
    });
    expect(problems({ limits: { connections: 'off' } })).toContain('limits.connections');
    expect(NO_ALLOWANCES.connections).toBe(LIMIT_KINDS.connections.usual);
  });

  it.each([
    [{ perClient: 3 }, 'there is no limit "perClient"; the limits are clientPerMinute, clientBurst,'],
    [{ constructor: 3 }, 'there is no limit "constructor"'],
    ['clientPerMinute=', 'limits.clientPerMinute (HEARBACK_LIMITS, --limits): must be a whole number from 1 to'],
    [{ clientPerMinute: 0 }, 'limits.clientPerMinute (HEARBACK_LIMITS, --limits): must be a whole number from 1 to'],
    [{ clientPerMinute: 1.5 }, 'must be a whole number from 1'],
    [{ clientPerMinute: -1 }, 'must be a whole number from 1'],
    [{ clientPerMinute: null }, 'must be a whole number from 1'],
    [{ victimGap: 86_401 }, 'limits.victimGap (HEARBACK_LIMITS, --limits): must be a whole number from 0 to 86400'],
    ['some', 'limits (HEARBACK_LIMITS, --limits): must be "on" or "off", or limits by their names'],
    [7, 'must be "on" or "off"'],
    [['on'], 'must be "on" or "off"'],
  ])('%j is refused in one line', (limits, line) => {
    const text = problems({ limits: limits as never });
    expect(text).toContain(line);
    expect(text.split('\n')).toHaveLength(2);
  });

  it('tells of every wrong one at once', () => {
    const text = problems({ limits: { perClient: 3, clientBurst: 'many', pending: 0 } });
    for (const name of ['perClient', 'limits.clientBurst', 'limits.pending']) expect(text).toContain(name);
  });

  it('takes --watch for a feed or a folder, and switches announcing on', () => {
    const [feed] = readConfig({ sites: 'https://a.example', watch: 'https://a.example/f' }, () => undefined).sites;
    expect(feed).toMatchObject({ feed: 'https://a.example/f', announce: true });
    const [folder] = readConfig({ sites: 'https://a.example', watch: './public' }, () => undefined).sites;
    expect(folder).toMatchObject({ feed: undefined, folder: './public', announce: true });
    expect(problems({ sites: 'https://a.example', watch: 'ftp://a.example/' })).toContain('is not a web address');
  });

  it('takes what is asked of the past', () => {
    const since = (raw: object) => readConfig({ sites: [], ...raw }, () => undefined).since;
    expect(since({})).toBeUndefined();
    expect(since({ since: '2026-01-31' })).toBe(Date.UTC(2026, 0, 31));
    expect(since({ all: 'true' })).toBe('all');
    expect(problems({ since: 'yesterday' })).toContain('"yesterday" is no date such as 2026-01-31');
  });

  it('takes a build hook, and quotes neither its address nor its token', () => {
    const hook = (buildHook: unknown) => ({ sites: [{ url: 'https://a.example', buildHook }] });
    const read = (buildHook: unknown) => readConfig(hook(buildHook), () => undefined).sites[0]?.buildHook;
    expect(read('https://ci.example/1')).toEqual({ url: 'https://ci.example/1' });
    const github = 'https://api.github.com/repos/a/b/dispatches';
    expect(read({ url: github, token: 'ghp_1' })).toEqual({ url: github, token: 'ghp_1' });
    expect(problems(hook({ url: github }))).toContain('sites[0].buildHook (HEARBACK_SITE, --site): lacks the token');
    const wrong = problems(hook({ url: 'ftp://secret.example', token: '' }));
    expect(wrong).toContain('sites[0].buildHook.url (HEARBACK_SITE, --site): is not a web address');
    expect(wrong).not.toContain('secret');
  });

  it('names no flag where there is none', () => {
    expect(problems({ akismet: 'your key' })).toContain('akismet.key (HEARBACK_AKISMET): is no key');
  });

  it('takes which links of a site are told', () => {
    const links = (raw: object) =>
      readConfig({ sites: [{ url: 'https://a.example', ...raw }] }, () => undefined).sites[0]?.links;
    expect(links({})).toBeUndefined();
    expect(links({ content: '.post', internalLinks: true, nofollow: 'skip' })).toEqual({
      content: '.post',
      internal: true,
      nofollow: false,
    });
    expect(problems({ sites: [{ url: 'https://a.example', ignore: 'main > p' }] })).toContain(
      'sites[0].ignore (HEARBACK_SITE, --site): cannot be used: "main > p" is none of the simple selectors',
    );
  });
});
