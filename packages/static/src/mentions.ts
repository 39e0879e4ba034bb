import type { MentionEntry } from './entry.ts';

/** The mentions of a site. */
export interface Mentions {
  /** The first that became public first. */
  readonly all: readonly MentionEntry[];
  /** Those of a page, by its address or its path; schemes, fragments, final slashes and tracking parameters make no difference. */
  of(page: string): readonly MentionEntry[];
}

const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref)$/i;

export function mentionsIn(all: readonly MentionEntry[], site: string): Mentions {
  const byPage = Map.groupBy(all, (entry) => keyOf(entry['wm-target'], site));
  return { all, of: (page) => byPage.get(keyOf(page, site)) ?? [] };
}

function keyOf(page: string, site: string): string {
  const url = URL.parse(page, site);
  if (!url) return page;
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  const path = url.pathname.replace(/\/(?:index\.html?)?$/, '');
  return `${url.host}${path}${url.search}`;
}

/** By what they are, for a template that shows likes as faces and replies as text. */
export function grouped(mentions: readonly MentionEntry[]) {
  const by = (property: MentionEntry['wm-property']) => mentions.filter((entry) => entry['wm-property'] === property);
  return {
    replies: by('in-reply-to'),
    mentions: by('mention-of'),
    likes: by('like-of'),
    reposts: by('repost-of'),
    bookmarks: by('bookmark-of'),
    rsvps: by('rsvp'),
  };
}
