import type { Kind } from '@hearback/protocol';

/** Languages that readers are spoken to in. */
export const LANGUAGES = ['en', 'es', 'de', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How mentions are put together, in the order in which they are shown. */
export const GROUP_NAMES = ['likes', 'reposts', 'bookmarks', 'replies', 'mentions'] as const;
export type GroupName = (typeof GROUP_NAMES)[number];

export interface ReaderWords {
  readonly label: string;
  readonly groups: Readonly<Record<GroupName, string>>;
  /** What somebody did, after the name. */
  readonly verbs: Readonly<Record<Kind, string>>;
  readonly empty: string;
  readonly showMore: string;
  /** `N` stands for the number. */
  readonly andMore: string;
  readonly one: string;
  readonly other: string;
  /** Title of a feed; `NAME` stands for the site or page. */
  readonly feed: string;
}

export const WORDS: Readonly<Record<Language, ReaderWords>> = {
  en: {
    label: 'Mentions',
    groups: {
      ...{ likes: 'Likes', reposts: 'Reposts', bookmarks: 'Bookmarks' },
      ...{ replies: 'Replies', mentions: 'Mentions' },
    },
    verbs: {
      ...{ mention: 'mentioned this', reply: 'replied', like: 'liked this', repost: 'reposted this' },
      ...{ bookmark: 'bookmarked this', rsvp: 'answered the invitation' },
    },
    empty: 'Nobody has mentioned this page yet.',
    showMore: 'Show more',
    andMore: 'And N more.',
    one: 'mention',
    other: 'mentions',
    feed: 'Mentions of NAME',
  },
  es: {
    label: 'Menciones',
    groups: {
      ...{ likes: 'Me gusta', reposts: 'Compartidos', bookmarks: 'Marcadores' },
      ...{ replies: 'Respuestas', mentions: 'Menciones' },
    },
    verbs: {
      ...{ mention: 'mencionó esto', reply: 'respondió', like: 'indicó que le gusta', repost: 'compartió esto' },
      ...{ bookmark: 'guardó esto', rsvp: 'contestó a la invitación' },
    },
    empty: 'Nadie ha mencionado esta página todavía.',
    showMore: 'Mostrar más',
    andMore: 'Y N más.',
    one: 'mención',
    other: 'menciones',
    feed: 'Menciones de NAME',
  },
  de: {
    label: 'Erwähnungen',
    groups: {
      ...{ likes: 'Gefällt', reposts: 'Geteilt', bookmarks: 'Lesezeichen' },
      ...{ replies: 'Antworten', mentions: 'Erwähnungen' },
    },
    verbs: {
      ...{ mention: 'erwähnt das', reply: 'antwortet', like: 'gefällt das', repost: 'teilt das' },
      ...{ bookmark: 'merkt sich das', rsvp: 'antwortet auf die Einladung' },
    },
    empty: 'Noch hat niemand diese Seite erwähnt.',
    showMore: 'Mehr zeigen',
    andMore: 'Und N weitere.',
    one: 'Erwähnung',
    other: 'Erwähnungen',
    feed: 'Erwähnungen von NAME',
  },
  fr: {
    label: 'Mentions',
    groups: {
      ...{ likes: 'J’aime', reposts: 'Partages', bookmarks: 'Favoris' },
      ...{ replies: 'Réponses', mentions: 'Mentions' },
    },
    verbs: {
      ...{
        mention: 'a mentionné cette page',
        reply: 'a répondu',
        like: 'a aimé cette page',
        repost: 'a partagé cette page',
      },
      ...{ bookmark: 'a gardé cette page', rsvp: 'a répondu à l’invitation' },
    },
    empty: 'Personne n’a encore mentionné cette page.',
    showMore: 'Afficher plus',
    andMore: 'Et N de plus.',
    one: 'mention',
    other: 'mentions',
    feed: 'Mentions de NAME',
  },
};

/** `es` for `es-MX` and `ES`; English for what is not spoken here. */
export function languageOf(tag: string | undefined): Language {
  const primary = (tag ?? '').slice(0, 35).toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === primary) ?? 'en';
}

/** `1 mention`, `12 mentions`. */
export function countWords(language: Language, count: number): string {
  const { one, other } = WORDS[language];
  return `${count.toLocaleString(language)} ${new Intl.PluralRules(language).select(count) === 'one' ? one : other}`;
}
