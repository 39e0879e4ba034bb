import type { Presented } from '../presented.ts';
import { PROPERTIES } from './properties.ts';

/** One entry in webmention.io's JF2 shape; clients depend on the names, and some on their order. */
export function jf2Entry(mention: Presented): Readonly<Record<string, unknown>> {
  const { author, title, excerpt, canonical } = mention;
  const property = PROPERTIES[mention.kind];
  const received = publishedHere(mention);
  const changed = new Date(mention.changedAt).toISOString();
  return {
    type: 'entry',
    // Always there, even when nobody is named: clients read `entry.author.url` without looking.
    author: { type: 'card', name: author.name, photo: author.photo, url: author.url },
    url: mention.source,
    published: mention.published || null,
    'wm-received': received,
    'wm-id': mention.id,
    'wm-source': mention.source,
    'wm-target': mention.target,
    'wm-protocol': mention.protocols[0],
    ...(title && { name: title }),
    // Text only: an `html` member would be somebody else's markup in the owner's page.
    ...(excerpt && { content: { text: excerpt } }),
    [property === 'rsvp' ? 'in-reply-to' : property]: mention.target,
    ...(mention.rsvp && { rsvp: mention.rsvp }),
    'wm-property': property,
    'wm-private': false,
    ...(canonical && { rels: { canonical } }),
    // Ours, and only where they say more than `wm-protocol` and `wm-received`.
    ...(mention.protocols.length > 1 && { 'wm-protocols': mention.protocols }),
    ...(changed > received && { 'wm-updated': changed }),
  };
}

/**
 * When it became public, to the millisecond: clients poll with `since` set to the newest value they have seen, and a
 * value cut to whole seconds would give them the same entry again, or hide the next one of that second.
 */
export function publishedHere({ publicAt, receivedAt }: Presented): string {
  return new Date(publicAt ?? receivedAt).toISOString();
}
