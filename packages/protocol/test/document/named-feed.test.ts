import { describe, expect, it } from 'vitest';
import { linksTo, namedFeed } from '../../src/index.ts';

const URL_ = 'https://bob.example/';
const page = (html: string) => ({
  body: new TextEncoder().encode(html),
  headers: [['content-type', 'text/html; charset=utf-8']] as const,
  finalUrl: URL_,
});
const rss = (href: string, more = '') => `<link rel="alternate" type="application/rss+xml" href="${href}"${more}>`;

describe('RF-06 the feed that a page names', () => {
  it.each([
    ['absolute', rss('https://bob.example/feed'), 'https://bob.example/feed'],
    ['relative', rss('feed.xml'), 'https://bob.example/feed.xml'],
    ['relative to a base', `<base href="/blog/">${rss('feed.xml')}`, 'https://bob.example/blog/feed.xml'],
    ['Atom', '<link type="application/atom+xml" href="/atom" rel="home ALTERNATE">', 'https://bob.example/atom'],
    ['JSON Feed', '<link rel=alternate type="application/feed+json" href=/f.json>', 'https://bob.example/f.json'],
    ['a parameter of the type', rss('/f').replace('rss+xml', 'rss+xml; charset=utf-8'), 'https://bob.example/f'],
    ['posts before comments', rss('/comments/feed') + rss('/feed'), 'https://bob.example/feed'],
    ['comments by title', rss('/c', ' title="Blog » Comments"') + rss('/feed'), 'https://bob.example/feed'],
    ['comments where there is nothing else', rss('/comments/feed'), 'https://bob.example/comments/feed'],
    ['no feed but a translation', '<link rel="alternate" hreflang="de" href="/de">', undefined],
    ['no alternate', '<link rel="stylesheet" type="application/rss+xml" href="/f">', undefined],
    ['no http(s)', rss('javascript:alert(1)'), undefined],
    ['in a comment', `<!-- ${rss('/f')} -->`, undefined],
    ['nothing', '', undefined],
  ])('%s', (_, html, expected) => {
    expect(namedFeed(page(html))).toBe(expected);
  });
});

describe('RF-03 whether a piece of a page links', () => {
  const target = 'https://me.example/post';
  it.each([
    ['<a href="https://me.example/post">', true],
    ['<a href="http://www.me.example/post/">', true],
    ['<a href="https://me.example/?p=1">', true],
    ['<a href="https://me.example/post/2">', false],
    ['<img src="https://me.example/post">', false],
    ['https://me.example/post', false],
  ])('%s: %s', (html, expected) => {
    expect(linksTo({ ...page(html), target, aliases: ['https://me.example/?p=1'] })).toBe(expected);
  });
});
