import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/document/types.ts';
import { read, SOURCE } from './read.ts';
import { entryPage, jsonLdPage, linkTo } from './write.ts';

const ARTICLE = { '@context': 'https://schema.org', '@type': 'BlogPosting', headline: 'Headline' };
const named = (headline: string, rest: object = {}) => ({ ...ARTICLE, headline, ...rest });
const script = (text: string, type = 'application/ld+json') => `<script type="${type}">${text}</script>`;
const raw = (text: string, type?: string) => `<title>Page</title>${script(text, type)}${linkTo()}`;
const nested = (depth: number) => Array.from({ length: depth }).reduce((inner) => ({ '@graph': [inner] }), ARTICLE);
const PUBLISHED = '2024-05-01T08:00:00.000Z';

const ROWS: readonly (readonly [id: string, html: string, entry: Partial<Entry>])[] = [
  ['headline', jsonLdPage(ARTICLE), { title: 'Headline' }],
  ['name', jsonLdPage({ '@type': 'Article', name: 'Named' }), { title: 'Named' }],
  ['date', jsonLdPage({ ...ARTICLE, datePublished: '2024-05-01T10:00:00+02:00' }), { published: PUBLISHED }],
  ['date of creation', jsonLdPage({ ...ARTICLE, dateCreated: '2024-05-01T08:00:00Z' }), { published: PUBLISHED }],
  ['date that is none', jsonLdPage({ ...ARTICLE, datePublished: '9999-01-01' }), { published: '' }],
  ['escaped like markup', jsonLdPage(named('Q &amp;amp; A &#8217;')), { title: 'Q &amp; A ’' }],
  ['list', jsonLdPage([{ '@type': 'Organization', name: 'O' }, ARTICLE]), { title: 'Headline' }],
  ['graph', jsonLdPage({ '@graph': [{ '@type': 'WebSite', name: 'S' }, ARTICLE] }), { title: 'Headline' }],
  ['mainEntity', jsonLdPage({ '@type': 'WebPage', name: 'W', mainEntity: ARTICLE }), { title: 'Headline' }],
  ['second script', jsonLdPage({ '@type': 'BreadcrumbList' }, ARTICLE), { title: 'Headline' }],
  ['after a script that is no JSON', script('{"@type":') + jsonLdPage(ARTICLE), { title: 'Headline' }],
  ['types', jsonLdPage({ ...ARTICLE, '@type': ['Thing', 'SocialMediaPosting'] }), { title: 'Headline' }],
  ['type as URL', jsonLdPage({ ...ARTICLE, '@type': 'http://schema.org/NewsArticle' }), { title: 'Headline' }],
  ['type with prefix', jsonLdPage({ ...ARTICLE, '@type': 'schema:Article' }), { title: 'Headline' }],
  ['another type', jsonLdPage({ ...ARTICLE, '@type': 'Product' }), { title: 'Page' }],
  ['type of a like name', jsonLdPage({ ...ARTICLE, '@type': 'ArticleX' }), { title: 'Page' }],
  ['comment', jsonLdPage({ ...ARTICLE, '@type': 'Comment' }), { title: 'Headline' }],
  [
    'comment of an article',
    jsonLdPage({ ...ARTICLE, '@type': 'Comment', headline: 'C' }, ARTICLE),
    { title: 'Headline' },
  ],
  ['comment inside', jsonLdPage({ ...ARTICLE, comment: { ...ARTICLE, '@type': 'Comment' } }), { title: 'Headline' }],
  ['list of posts', jsonLdPage(named('A', { url: '/a' }), named('B', { url: '/b' })), { title: 'Page' }],
  ['of the page', jsonLdPage(named('A', { url: '/a' }), named('B', { url: SOURCE })), { title: 'B' }],
  ['of the page by @id', jsonLdPage(named('A'), named('B', { '@id': `${SOURCE}#article` })), { title: 'B' }],
  [
    'of the page by mainEntityOfPage',
    jsonLdPage(named('A'), named('B', { mainEntityOfPage: { '@type': 'WebPage', '@id': SOURCE } })),
    { title: 'B' },
  ],
  ['of the page, text', jsonLdPage(named('A'), named('B', { mainEntityOfPage: 'post' })), { title: 'B' }],
  ['parameters of the type', raw(JSON.stringify(ARTICLE), 'application/ld+json; charset=utf-8'), { title: 'Headline' }],
  ['plain JSON', raw(JSON.stringify(ARTICLE), 'application/json'), { title: 'Page' }],
  [
    'never closed',
    `<title>Page</title>${linkTo()}<script type=application/ld+json>${JSON.stringify(ARTICLE)}`,
    { title: 'Page' },
  ],
  ['levels', jsonLdPage(nested(3)), { title: 'Headline' }],
  ['too many levels', jsonLdPage(nested(4)), { title: 'Page' }],
  ['prototype', raw('{"@type":"Article","__proto__":{"headline":"P"},"constructor":[]}'), { title: 'Page' }],
  ['deep lists', raw(`${'['.repeat(50_000)}${']'.repeat(50_000)}`), { title: 'Page' }],
  ['values of every kind', raw('[null,1,"x",true,[],{"@type":[null,{}],"headline":{}}]'), { title: 'Page' }],
  ['too long', jsonLdPage({ ...ARTICLE, articleBody: 'x'.repeat(256 * 1024) }), { title: 'Page' }],
  ['as long as may be', jsonLdPage({ ...ARTICLE, articleBody: 'x'.repeat(255 * 1024) }), { title: 'Headline' }],
  ['twentieth script', jsonLdPage(...Array.from({ length: 19 }, () => ({})), ARTICLE), { title: 'Headline' }],
  ['twenty-first script', jsonLdPage(...Array.from({ length: 20 }, () => ({})), ARTICLE), { title: 'Page' }],
  ['microformats first', jsonLdPage(ARTICLE) + entryPage('<b class=p-name>Mine</b>'), { title: 'Mine' }],
  ['before Open Graph', `<meta property=og:title content=OG>${jsonLdPage(ARTICLE)}`, { title: 'Headline' }],
  [
    'description where no words stand around the link',
    `${script(JSON.stringify({ ...ARTICLE, description: '<p>One</p><p>two &amp; three' }))}<link href="http://target.example/x">`,
    { excerpt: 'One two & three' },
  ],
];

describe('JSON-LD', () => {
  it.each(ROWS)('%s', (_id, html, expected) => {
    expect(read(html).entry).toMatchObject(expected);
  });

  it('is not looked at where the link is not', () => {
    expect(read(`<title>Page</title>${script(JSON.stringify(ARTICLE))}`).entry.title).toBe('Page');
  });
});
