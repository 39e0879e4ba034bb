import type { Protocol } from '../notification.ts';
import type { MatchLevel } from './types.ts';

/** Which attribute of which elements is a link. */
export type LinkElements = Readonly<Record<string, string>>;

/** What counts as a link to the target. */
export interface Reach {
  readonly elements: LinkElements;
  /** The loosest match that is one. */
  readonly furthest: MatchLevel;
  /** Plain text and JSON can be sources too. */
  readonly anyText: boolean;
}

/** Pingback, TrackBack and Refback. */
const LINKS: LinkElements = {
  a: 'href',
  area: 'href',
  link: 'href',
  blockquote: 'cite',
  q: 'cite',
  ins: 'cite',
  del: 'cite',
};
/** Webmention §3.2.2 counts whatever a page embeds. */
const MEDIA: LinkElements = { ...LINKS, img: 'src', video: 'src', audio: 'src', source: 'src' };

/**
 * How far the protocols that announced a link reach together: elements and types of the widest, and the exactness that
 * Webmention demands (§3.2.2, "exact match") only where nothing but a webmention came.
 */
export function reachOf(protocols: readonly Protocol[] = ['pingback']): Reach {
  const byWebmention = protocols.includes('webmention');
  const byOthers = protocols.some((protocol) => protocol !== 'webmention');
  return {
    elements: byWebmention ? MEDIA : LINKS,
    furthest: byWebmention && !byOthers ? 'L4' : 'L6',
    anyText: byWebmention,
  };
}
