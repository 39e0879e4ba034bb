import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('de');

export const showing: Dictionary['showing'] = {
  groups: {
    likes: 'Gefällt',
    reposts: 'Geteilt',
    bookmarks: 'Lesezeichen',
    replies: 'Antworten',
    mentions: 'Erwähnungen',
  },
  verbs: {
    mention: 'erwähnt das',
    reply: 'antwortet',
    like: 'gefällt das',
    repost: 'teilt das',
    bookmark: 'merkt sich das',
    rsvp: 'antwortet auf die Einladung',
  },
  empty: 'Noch hat niemand diese Seite erwähnt.',
  showMore: 'Mehr zeigen',
  andMore: (n: number) => count(n, { one: 'Und # weitere.', other: 'Und # weitere.' }),
  mentions: (n: number) => count(n, { one: '# Erwähnung', other: '# Erwähnungen' }),
  feed: 'Erwähnungen von {name}',
  desk: {
    avatars: 'Kleine Kopien der Bilder von Autoren aufheben, deren Erwähnungen gezeigt werden',
    follow: 'Suchmaschinen ihren Links folgen lassen',
    unfollow: 'Ihren Links nicht mehr folgen lassen',
    followed: 'Links zu denen, die diese Regel erlaubt, stehen ohne `nofollow` und `ugc` da.',
    unfollowed: 'Links zu denen, die diese Regel erlaubt, haben wieder `nofollow` und `ugc` wie alle anderen.',
    feeds:
      'In den head deiner Seiten, damit Feedreader die Erwähnungen finden. `feed.rss` gibt es auch; mit `target=URL` statt `site=` ist es der Feed einer Seite:',
    badge: 'Wie viele Erwähnungen eine Seite hat, als kleines Bild:',
    place: 'In dein Stylesheet, damit sich nichts verschiebt, wenn die Erwähnungen kommen:',
  },
};
