import type { Kind } from '@hearback/protocol';
import type { Presented } from '../presented.ts';
import { publishedHere } from './jf2.ts';

const ACTIVITY: Record<Kind, string> = {
  mention: 'link',
  reply: 'reply',
  like: 'like',
  repost: 'repost',
  bookmark: 'bookmark',
  rsvp: 'rsvp',
};

/** One link in webmention.io's older JSON shape, which the Jekyll plugin and hand-written widgets read. */
export function classicLink(mention: Presented): Readonly<Record<string, unknown>> {
  const { author, canonical } = mention;
  const named = author.name || author.url || author.photo;
  return {
    source: mention.source,
    verified: true,
    verified_date: publishedHere(mention),
    id: mention.id,
    private: false,
    data: {
      ...(named && { author: { name: author.name, url: author.url || null, photo: author.photo || null } }),
      url: mention.source,
      name: mention.title || null,
      content: mention.excerpt || null,
      published: mention.published || null,
      published_ts: mention.published ? Math.floor(Date.parse(mention.published) / 1000) : null,
      ...(mention.rsvp && { rsvp: mention.rsvp }),
    },
    activity: { type: ACTIVITY[mention.kind] },
    ...(canonical && { rels: { canonical } }),
    target: mention.target,
  };
}
