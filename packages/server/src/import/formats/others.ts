import { entryOf, kindOf, members, string, timeOf } from '../entry.ts';
import type { Format } from '../format.ts';
import { jsonFormat } from './json-format.ts';

/** `GET /webmention/:domain/:token` of go-jamming: what was approved there. It does not say when it was received. */
export const goJamming: Format = jsonFormat({
  name: 'go-jamming',
  title: 'JSON of go-jamming',
  looksLike: (head) => /^\s*\{/.test(head) && /"json"\s*:/.test(head),
  lists: ['json'],
  element(one) {
    const author = members(one.author);
    return {
      source: string(one.source),
      target: string(one.target),
      protocol: 'webmention',
      as: 'approved',
      receivedAt: timeOf(string(one.published)),
      entry: entryOf({
        kind: kindOf(one.type),
        title: one.name,
        author: { name: author.name, photo: author.picture },
        html: one.content,
        published: one.published,
      }),
      foreignId: '',
    };
  },
});

/** States of webmentiond. Its public list has no others than the first, and does not say so. */
const STATES: Readonly<Record<string, 'approved' | 'pending' | 'trash' | 'spam'>> = {
  '': 'approved',
  approved: 'approved',
  new: 'pending',
  verified: 'pending',
  rejected: 'trash',
  invalid: 'spam',
};

/** `GET /get?target=` of webmentiond, and the list that its own desk is given. */
export const webmentiond: Format = jsonFormat({
  name: 'webmentiond',
  title: 'JSON of webmentiond',
  looksLike: (head) => /^\s*(?:\[|\{[\s\S]*"items"\s*:)/.test(head) && /^\s*\[\s*\]|"created_at"/.test(head),
  lists: ['items'],
  element(one) {
    const state = STATES[string(one.status)] ?? 'pending';
    if (state === 'trash' || state === 'spam') return state;
    return {
      source: string(one.source),
      target: string(one.target),
      protocol: 'webmention',
      as: state,
      receivedAt: timeOf(string(one.created_at)),
      entry: entryOf({
        kind: kindOf(one.type),
        rsvp: one.rsvp,
        title: one.title,
        author: { name: one.author_name },
        html: one.content,
      }),
      foreignId: string(one.id),
    };
  },
});
