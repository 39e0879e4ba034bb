import type { Kind } from '@hearback/protocol';
import { counted } from '../plural.ts';

const count = counted('en');

/** What readers see under a post, in feeds and on the badge. */
export const showing = {
  groups: {
    likes: 'Likes',
    reposts: 'Reposts',
    bookmarks: 'Bookmarks',
    replies: 'Replies',
    mentions: 'Mentions',
  },
  /** What somebody did, after the name. */
  verbs: {
    mention: 'mentioned this',
    reply: 'replied',
    like: 'liked this',
    repost: 'reposted this',
    bookmark: 'bookmarked this',
    rsvp: 'answered the invitation',
  } satisfies Record<Kind, string>,
  empty: 'Nobody has mentioned this page yet.',
  showMore: 'Show more',
  andMore: (n: number) => count(n, { one: 'And # more.', other: 'And # more.' }),
  mentions: (n: number) => count(n, { one: '# mention', other: '# mentions' }),
  feed: 'Mentions of {name}',
  /** What the owner is told of it at the desk. */
  desk: {
    avatars: 'Keep small copies of the pictures of authors whose mentions are shown',
    follow: 'Let search engines follow their links',
    unfollow: 'Stop following their links',
    followed: 'Links to whom that rule allows are shown without `nofollow` and `ugc`.',
    unfollowed: 'Links to whom that rule allows are marked `nofollow` and `ugc` again, like all others.',
    feeds:
      'Into the head of your pages, so that feed readers find the mentions. `feed.rss` is there too; with `target=URL` instead of `site=` it is the feed of one page:',
    badge: 'How many mentions a page has, as a small picture:',
    place: 'Into your stylesheet, so that nothing moves when the mentions come:',
  },
};
