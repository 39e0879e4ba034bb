import type { HttpFailureKind } from '@hearback/protocol';
import type { LinkChangeKind } from '../../packages/server/src/link-change.ts';

/** A page as it is at a moment. */
export interface Page {
  readonly status: number;
  readonly title: string;
  /** The link to the target, as HTML; `''` when it is not there. */
  readonly link: string;
  readonly head: string;
  readonly headers: readonly (readonly [string, string])[];
  /** Instead of all this: what the page says itself, where it sends to, or why nobody answers. */
  readonly body?: string;
  readonly sendsTo?: string;
  readonly failure?: HttpFailureKind;
}

/** Something that happens to a page, and is over some time later. */
export interface Act {
  readonly name: string;
  readonly page: (page: Page, url: string) => Page;
  /** What the ledger has to say of its beginning and of its end. */
  readonly begins: readonly LinkChangeKind[];
  readonly ends: readonly LinkChangeKind[];
}

const challenge = (name: string, page: Act['page']): Act => ({
  name,
  page,
  begins: ['unreachable'],
  ends: ['reachable'],
});
const there = (name: string, kind: LinkChangeKind, page: Act['page']): Act => ({
  name,
  page,
  begins: [kind],
  ends: [kind],
});
const walled =
  (title: string, body: string, status = 200) =>
  (page: Page) => ({ ...page, title, body, status });

/** Long ones: whoever looks once a month sees each begin and end. */
export const ACTS: readonly Act[] = [
  {
    name: 'the link is removed',
    page: (page) => ({ ...page, link: '' }),
    begins: ['link-removed', 'link-lost'],
    ends: ['recovered'],
  },
  {
    name: 'the page is not found',
    page: (page) => ({ ...page, status: 404 }),
    begins: ['page-gone', 'link-lost'],
    ends: ['recovered'],
  },
  {
    name: 'the page is gone',
    page: (page) => ({ ...page, status: 410 }),
    begins: ['page-gone', 'link-lost'],
    ends: ['recovered'],
  },
  challenge('an error of the server', (page) => ({ ...page, status: 503, body: '' })),
  challenge('silence', (page) => ({ ...page, failure: 'timeout' })),
  challenge('a name without address', (page) => ({ ...page, failure: 'dns' })),
  challenge('Cloudflare', (page) => ({ ...page, status: 403, body: '', headers: [['cf-mitigated', 'challenge']] })),
  challenge('just a moment', walled('Just a moment...', '<script>window._cf_chl_opt={}</script>', 503)),
  challenge('Anubis', walled("Making sure you're not a bot!", '<script id="anubis_challenge">{}</script>')),
  challenge('a captcha', walled('Are you a human?', '<div class="h-captcha"></div>', 202)),
  challenge('a parked name', walled('bob.example', '<script src="//img.sedoparking.com/x.js"></script>')),
  challenge('a log-in', (page, url) => ({
    ...page,
    sendsTo: `${url}/login`,
    body: '<form><input type=password></form>',
  })),
  challenge('maintenance', walled('Maintenance', 'Back soon.')),
  there('nofollow', 'rel-changed', (page) => ({ ...page, link: page.link.replace('<a ', '<a rel="nofollow ugc" ') })),
  there('another text', 'anchor-changed', (page) => ({ ...page, link: page.link.replace('>a post<', '>their post<') })),
  there('moved into the footer', 'place-changed', (page) => ({ ...page, link: `<footer>${page.link}</footer>` })),
  there('hidden', 'place-changed', (page) => ({ ...page, link: `<p style="display:none">${page.link}</p>` })),
  there('a canonical address', 'canonical-changed', (page, url) => ({
    ...page,
    head: `<link rel=canonical href="${url}?c">`,
  })),
  there('a redirect', 'redirected', (page, url) => ({ ...page, sendsTo: `${url}/moved` })),
  {
    name: 'noindex by meta',
    page: (page) => ({ ...page, head: '<meta name=robots content=noindex>' }),
    begins: ['became-noindex'],
    ends: ['became-indexable'],
  },
  {
    name: 'noindex by header',
    page: (page) => ({ ...page, headers: [['x-robots-tag', 'googlebot: noindex']] }),
    begins: ['became-noindex'],
    ends: ['became-indexable'],
  },
];

/** Short ones, which may pass unseen. None of them is a loss. */
export const BLIPS: readonly Act[] = [
  challenge('a bad day', (page) => ({ ...page, status: 502, body: '' })),
  challenge('a day behind a challenge', (page) => ({ ...page, status: 403, headers: [['cf-mitigated', 'challenge']] })),
  challenge('a day without a network', (page) => ({ ...page, failure: 'connect' })),
  {
    name: 'half an hour without the link',
    page: (page) => ({ ...page, link: '' }),
    begins: ['link-removed'],
    ends: ['link-returned'],
  },
];
