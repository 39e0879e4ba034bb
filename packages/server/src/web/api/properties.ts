import type { Kind } from '@hearback/protocol';

/** The name of each kind of mention as a property of the entry (`wm-property`). */
export const PROPERTIES = {
  mention: 'mention-of',
  reply: 'in-reply-to',
  like: 'like-of',
  repost: 'repost-of',
  bookmark: 'bookmark-of',
  rsvp: 'rsvp',
} as const satisfies Record<Kind, string>;
