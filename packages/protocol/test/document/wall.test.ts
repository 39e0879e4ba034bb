import { describe, expect, it } from 'vitest';
import { type Answered, wallOf } from '../../src/document/wall.ts';
import { read } from './read.ts';

const PAGE = 'https://bob.example/post';
const prose = 'A sentence of eight words that says something. '.repeat(60);

function page(title: string, body = '', more: Partial<Answered> = {}): Answered {
  const html = `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`;
  return {
    status: 200,
    headers: [['content-type', 'text/html']],
    body: new TextEncoder().encode(html),
    finalUrl: PAGE,
    ...more,
  };
}

const WALLS: readonly [name: string, kind: string, by: string, Answered][] = [
  ['a header of Cloudflare', 'challenge', 'Cloudflare', page('x', '', { headers: [['CF-Mitigated', 'challenge']] })],
  [
    'Just a moment',
    'challenge',
    'Cloudflare',
    page('Just a moment...', '<script>window._cf_chl_opt={}</script><noscript>Enable JavaScript</noscript>', {
      status: 403,
    }),
  ],
  [
    'the old page of five seconds',
    'challenge',
    'Cloudflare',
    page('Just a moment...', '<form class="cf-browser-verification"></form>', { status: 503 }),
  ],
  [
    'Anubis, with status 200',
    'challenge',
    'Anubis',
    page('Making sure you&#39;re not a bot!', '<script id="anubis_challenge" type="application/json">{}</script>'),
  ],
  [
    'Akamai by its server',
    'blocked',
    'Akamai',
    page('Access Denied', "You don't have permission", { status: 403, headers: [['server', 'AkamaiGHost']] }),
  ],
  [
    'Akamai by the address of its errors',
    'blocked',
    'Akamai',
    page('Access Denied', 'Reference #18 https://errors.edgesuite.net/18', { status: 403 }),
  ],
  [
    'DataDome',
    'captcha',
    'DataDome',
    page('bob.example', '<script src="https://ct.captcha-delivery.com/c.js"></script>', { status: 403 }),
  ],
  [
    'AWS with 202',
    'challenge',
    'AWS',
    page('', '<script src="https://abc.token.awswaf.com/challenge.js"></script>', { status: 202 }),
  ],
  [
    'SiteGround with 202',
    'captcha',
    'SiteGround',
    page('', '<meta http-equiv=refresh content="0;/.well-known/sgcaptcha/?r=%2F">', { status: 202 }),
  ],
  [
    'a captcha of nobody in particular',
    'captcha',
    '',
    page('Are you human?', '<p>Please tick the box.<div class="g-recaptcha"></div>'),
  ],
  ['a challenge of nobody in particular', 'challenge', '', page('Checking your browser', 'Wait.', { status: 429 })],
  [
    'a log-in page that one is sent to',
    'login',
    '',
    page('Bob', 'User, password', { asked: PAGE, finalUrl: 'https://bob.example/wp-login.php?redirect_to=x' }),
  ],
  ['a password', 'login', '', page('Protected: my post', '<form><input type=password></form>')],
  [
    'a consent page that one is sent to',
    'consent',
    '',
    page('x', prose, { asked: PAGE, finalUrl: 'https://consent.bob.example/?continue=x' }),
  ],
  ['a parked name', 'parked', '', page('bob.example', '<script src="https://img.sedoparking.com/x.js"></script>')],
  ['a name for sale', 'parked', '', page('bob.example - This domain is for sale!', 'Make an offer.')],
  [
    'a seller of names that one is sent to',
    'parked',
    '',
    page('Buy', prose, { asked: PAGE, finalUrl: 'https://www.hugedomains.com/domain_profile.cfm?d=bob' }),
  ],
  ['a suspended account', 'suspended', '', page('Account Suspended', 'Contact your hosting provider.')],
  ['maintenance', 'maintenance', '', page('Maintenance mode', 'We will be back in an hour.')],
];

const PAGES: readonly [name: string, Answered][] = [
  [
    'one that speaks of captchas',
    page('Why captchas are bad for robots and humans', `${prose}<code>g-recaptcha</code>`),
  ],
  [
    'one about Cloudflare, with its markup in an example',
    page('Just a moment... and how to get rid of it', `${prose.repeat(2)}<pre>window._cf_chl_opt = {}</pre>`),
  ],
  [
    'one behind Cloudflare that is watched by it',
    page('My post', 'Short. <script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>'),
  ],
  [
    'a short one with a captcha in its comment form',
    page('On gardening', 'I like my garden. <form><div class="h-captcha"></div></form>'),
  ],
  ['one with a form to log in beside it', page('Signs of spring', '<form><input type=password></form>')],
  ['a long one about signing in', page('Sign in with your domain', `${prose}<input type=password>`)],
  ['one about domains', page('Which domain should I buy?', prose)],
  ['one about maintenance', page('Maintenance of bicycles', prose)],
  ['one that moved to a path with login in it', page('x', prose, { asked: PAGE, finalUrl: `${PAGE}/login-troubles` })],
  ['one that moved to https', page('Bob', 'Hi.', { asked: 'http://bob.example/post' })],
  ['a short note', page('Just a thought', 'Yes.')],
  ['an empty answer', page('')],
];

describe('a wall is told by what only walls have:', () => {
  it.each(WALLS)('%s', (_, kind, by, answer) => {
    expect(wallOf(answer)).toEqual({ kind, by });
  });
});

describe('a page is a page:', () => {
  it.each(PAGES)('%s', (_, answer) => {
    expect(wallOf(answer)).toBeUndefined();
  });

  it('whatever it says, when it has the link', () => {
    const { wall, links } = read('<title>Just a moment</title><a href="http://target.example/x">x</a>');
    expect([links.length, wall]).toEqual([1, undefined]);
    expect(read('<title>Just a moment</title>').wall).toEqual({ kind: 'challenge', by: '' });
  });

  it('when it is large', () => {
    expect(wallOf(page('Just a moment', `<!--${'-'.repeat(300_000)}-->`))).toBeUndefined();
  });
});
