import { describe, expect, it } from 'vitest';
import { readDiscovery } from '../../src/index.ts';
import type { FakeReply } from '../support/http.ts';
import { reply } from '../support/http.ts';

const PAGE = 'http://bob.example/2';
const LINKS =
  '<link rel="webmention" href="/wm"><link rel="pingback" href="http://bob.example/rpc"><a rel="trackback" href="/tb">x</a>';
const find = (fake: FakeReply) => readDiscovery(PAGE, reply(PAGE, fake));
const meta = (words: string, name = 'robots') => ({ body: `<meta name="${name}" content="${words}">${LINKS}` });
const tag = (value: string) => ({ body: LINKS, headers: [['x-robots-tag', value]] as [string, string][] });

describe('a page that asks not to be told', () => {
  it.each([
    ['nothing said', { body: LINKS }, 'webmention pingback trackback'],
    ['nolinkback', meta('nolinkback'), ''],
    ['in capitals, among others', meta('NOINDEX, NoLinkback'), ''],
    ['only one protocol', meta('nowebmention'), 'pingback trackback'],
    ['two of them', meta('nopingback nowebmention'), 'trackback'],
    ['to us alone', meta('nolinkback', 'hearback'), ''],
    ['to somebody else', meta('nolinkback', 'googlebot'), 'webmention pingback trackback'],
    ['to search engines', meta('none, noindex, nofollow'), 'webmention pingback trackback'],
    ['in the body', { body: `<body>${meta('nolinkback').body}` }, 'webmention pingback trackback'],
    ['in words only', { body: `<p>nolinkback</p>${LINKS}` }, 'webmention pingback trackback'],
    ['in a header', tag('nopingback'), 'webmention trackback'],
    ['in a header for us', tag('hearback: nolinkback'), ''],
    ['in a header for another', tag('otherbot: nolinkback'), 'webmention pingback trackback'],
  ])('%s', (_, page, expected) => {
    const { endpoints, chosen, reason } = find(page as FakeReply);
    expect(endpoints.map(({ protocol }) => protocol).join(' ')).toBe(expected);
    expect(chosen?.protocol ?? '').toBe(expected.split(' ')[0]);
    if (expected === '') expect(reason).toBe('The page names a Webmention endpoint and asks robots not to use it.');
  });
});

describe('what made the page', () => {
  it.each([
    ['the meta', { body: '<meta name=generator content="WordPress 6.1">' }, 'WordPress 6.1'],
    ['the header', { headers: [['X-Generator', 'Drupal 10']] }, 'Drupal 10'],
    ['the meta before the header', { headers: [['x-generator', 'B']], body: '<meta name=generator content=A>' }, 'A'],
    ['without tricks', { body: '<meta name=generator content="a\u202e\nb">' }, 'a b'],
    ['nobody', { body: '<p>a generator' }, ''],
  ])('is said by %s', (_, page, expected) => {
    expect(find(page as FakeReply).generator).toBe(expected);
  });
});
