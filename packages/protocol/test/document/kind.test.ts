import { describe, expect, it } from 'vitest';
import type { Kind } from '../../src/document/types.ts';
import { read, TARGET } from './read.ts';
import { entryPage, linkTo } from './write.ts';

const rsvp = (value: string) => entryPage(`${linkTo('u-in-reply-to')}<data class=p-rsvp value="${value}">`);
const elsewhere = (property: string) => `<a class="${property}" href="http://other.example/">x</a>`;

const ROWS: readonly (readonly [id: string, html: string, kind: Kind, rsvp?: string])[] = [
  ['PTD-01 reply', entryPage(linkTo('u-in-reply-to')), 'reply'],
  ['PTD-01 like', entryPage(linkTo('u-like-of')), 'like'],
  ['PTD-01 repost', entryPage(linkTo('u-repost-of')), 'repost'],
  ['bookmark', entryPage(linkTo('u-bookmark-of')), 'bookmark'],
  ['no microformats', linkTo('u-like-of'), 'mention'],
  ['PTD-01 rsvp', rsvp('YES'), 'rsvp', 'yes'],
  ['PTD-01 rsvp no', rsvp(' no '), 'rsvp', 'no'],
  ['PTD-01 rsvp maybe', rsvp('Maybe'), 'rsvp', 'maybe'],
  ['PTD-01 rsvp interested', rsvp('interested'), 'rsvp', 'interested'],
  ['rsvp of markup', rsvp('&lt;script&gt;'), 'reply'],
  ['rsvp of more than an answer', rsvp('yes please'), 'reply'],
  ['rsvp to nothing', entryPage(`${linkTo()}<data class=p-rsvp value=yes>`), 'mention'],
  [
    'rsvp to another page',
    entryPage(`${elsewhere('u-in-reply-to')}${linkTo('u-like-of')}<data class=p-rsvp value=yes>`),
    'like',
  ],
  ['all at once', entryPage(linkTo('u-like-of') + linkTo('u-repost-of') + linkTo('u-in-reply-to')), 'repost'],
  ['like before reply', entryPage(linkTo('u-in-reply-to') + linkTo('u-like-of')), 'like'],
  ['unknown type', entryPage(linkTo('u-frobnicate-of')), 'mention'],
  ['PTD-02 another page', entryPage(elsewhere('u-like-of') + linkTo()), 'mention'],
  ['PTD-02 second value', entryPage(elsewhere('u-like-of') + linkTo('u-like-of')), 'like'],
  ['PTD-02 h-cite', entryPage(`<div class="u-in-reply-to h-cite">${linkTo('u-url')}</div>`), 'reply'],
  ['PTD-02 looser level', entryPage(`<a class=u-like-of href="https://target.example/x/">x</a>`), 'like'],
  ['PTD-02 prefix', entryPage(`<a class=u-like-of href="${TARGET}y">x</a>${linkTo()}`), 'mention'],
  ['beside a name that objects inherit', entryPage(`${linkTo('u-like-of')}<b class="p-constructor">x</b>`), 'like'],
];

describe('kind', () => {
  for (const [id, html, kind, answer = ''] of ROWS) {
    it(id, () => expect(read(html).entry).toMatchObject({ kind, rsvp: answer }));
  }
});
