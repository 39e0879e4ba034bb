import type { Microformat } from './microformats.ts';
import { textOf, urlsOf, valuesOf } from './microformats.ts';
import { type Entry, type Kind, RSVPS } from './types.ts';

/** In the order of Post Type Discovery §6, bookmarks after what it names. */
const RESPONSES: readonly (readonly [property: string, kind: Kind])[] = [
  ['repost-of', 'repost'],
  ['like-of', 'like'],
  ['in-reply-to', 'reply'],
  ['bookmark-of', 'bookmark'],
];

/** Whether a property names the target. A property about another page says nothing of this one. */
function names(entry: Microformat, property: string, isTarget: (url: string) => boolean): boolean {
  return valuesOf(entry, property).some((value) => urlsOf(value).some(isTarget));
}

/** Whether an entry responds to the target in any way, whichever. */
export function responds(entry: Microformat, isTarget: (url: string) => boolean): boolean {
  return RESPONSES.some(([property]) => names(entry, property, isTarget));
}

/**
 * What an entry is to the target, by Post Type Discovery: an RSVP has to answer yes, no, maybe or interested, and only
 * those words are kept.
 */
export function kindOf(entry: Microformat, isTarget: (url: string) => boolean): Pick<Entry, 'kind' | 'rsvp'> {
  const answers = valuesOf(entry, 'rsvp').map((value) => textOf(value).trim().toLowerCase());
  const rsvp = RSVPS.find((known) => answers[0] === known);
  if (rsvp !== undefined && names(entry, 'in-reply-to', isTarget)) return { kind: 'rsvp', rsvp };
  return { kind: RESPONSES.find(([property]) => names(entry, property, isTarget))?.[1] ?? 'mention', rsvp: '' };
}
