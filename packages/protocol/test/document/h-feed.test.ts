import { expect, it } from 'vitest';
import { readHFeed } from '../../src/document/h-feed.ts';
import { pageOf } from './read.ts';

const urls = (html: string) => readHFeed(pageOf(html)).entries.map(({ url }) => url);
const entry = (path: string, more = '') =>
  `<article class="h-entry"><a class="u-url p-name" href="${path}">T</a>${more}</article>`;

it('lists the entries of a feed with what tells their versions apart', () => {
  const dates =
    '<time class="dt-published" datetime="2026-01-01">x</time><time class="dt-updated" datetime="2026-01-02T03:04:05Z">y</time>';
  const page = pageOf(`<div class="h-feed">${entry('/1', `${dates}<div class="e-content"><p>Words</p></div>`)}</div>`);
  expect(readHFeed(page).entries).toEqual([
    {
      url: 'http://source.example/1',
      title: 'T',
      published: '2026-01-01',
      updated: '2026-01-02T03:04:05Z',
      content: '<p>Words</p>',
    },
  ]);
});

it.each([
  ['entries without a feed', entry('/1') + entry('/2'), ['http://source.example/1', 'http://source.example/2']],
  ['the feed alone', `${entry('/x')}<div class="h-feed">${entry('/1')}</div>`, ['http://source.example/1']],
  ['the base', `<base href="http://o.example/">${entry('1')}`, ['http://o.example/1']],
  ['no drafts', entry('/1', '<i class="p-post-status">draft</i>') + entry('/2'), ['http://source.example/2']],
  ['no entry without address', '<p class="h-entry">words</p>', []],
  ['only http', entry('javascript:x') + entry('/1'), ['http://source.example/1']],
  ['nothing', '<p>words</p>', []],
])('%s', (_, html, expected) => {
  expect(urls(html)).toEqual(expected);
});
