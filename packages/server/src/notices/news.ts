import type { Kind } from '@hearback/protocol';
import type { NoticeEvent } from '../notice.ts';
import type { Telling } from '../ports/index.ts';
import { cut, type Show, type Shown } from './shown.ts';

/** One thing that happened, in the words of a notice. */
export interface News {
  readonly id: string;
  readonly event: NoticeEvent;
  /** Who did it: a name, or the host of the page. */
  readonly who: string;
  /** What happened, in a line. */
  readonly headline: string;
  readonly shown: Shown;
}

const VERB: Readonly<Record<Kind, string>> = {
  mention: 'mentions',
  reply: 'replies to',
  like: 'likes',
  repost: 'reposts',
  bookmark: 'bookmarks',
  rsvp: 'answers the invitation on',
};

const HEADLINE: Readonly<Record<NoticeEvent, (who: string, verb: string, page: string) => string>> = {
  'mention.held': (who, verb, page) => `${who} ${verb} ${page}: it waits for you`,
  'mention.published': (who, verb, page) => `${who} ${verb} ${page}: a rule of yours published it`,
  'mention.withdrawn': (who, _, page) => `Readers do not see any more what ${who} says about ${page}`,
  'mention.lost': (who, _, page) => `The link from ${who} to ${page} is gone`,
  'mention.recovered': (who, _, page) => `The link from ${who} to ${page} is back`,
  'delivery.finished': () => 'A delivery ended',
};

/** Long enough for any name, too short to push what we say ourselves out of a line. */
const MOST_NAME = 60;
const MOST_TITLE = 120;
const MOST_EXCERPT = 400;

export function newsOf({ event, mention }: Telling, show: Show): News {
  const whole = show(mention);
  const shown = {
    ...whole,
    title: cut(whole.title, MOST_TITLE),
    excerpt: cut(whole.excerpt, MOST_EXCERPT),
    reasons: whole.reasons.slice(0, 5).map((reason) => cut(reason, 300)),
  };
  const who = cut(shown.author.name || shown.host || 'Somebody', MOST_NAME);
  const headline = HEADLINE[event](who, VERB[shown.kind], cut(pathOf(shown.target), MOST_NAME));
  return { id: mention.id, event, who, headline, shown };
}

function pathOf(target: string): string {
  const url = URL.parse(target);
  return url && url.pathname !== '/' ? url.pathname : (url?.host ?? 'your page');
}

const SUMMARY: Readonly<Record<NoticeEvent, (n: number) => string>> = {
  'mention.held': (n) => (n === 1 ? '1 mention waits for you' : `${n} mentions wait for you`),
  'mention.published': (n) => (n === 1 ? '1 mention was published' : `${n} mentions were published`),
  'mention.withdrawn': (n) => (n === 1 ? '1 mention was withdrawn' : `${n} mentions were withdrawn`),
  'mention.lost': (n) => (n === 1 ? '1 link is gone' : `${n} links are gone`),
  'mention.recovered': (n) => (n === 1 ? '1 link is back' : `${n} links are back`),
  'delivery.finished': (n) => (n === 1 ? '1 delivery ended' : `${n} deliveries ended`),
};

/** The subject of a notice: what happened, or how much of what. */
export function summaryOf(news: readonly News[], more: number): string {
  const [first] = news;
  if (!first) return 'A test notice';
  if (news.length === 1 && more === 0) return first.headline;
  const counts = new Map<NoticeEvent, number>();
  for (const { event } of news) counts.set(event, (counts.get(event) ?? 0) + 1);
  const parts = [...counts].map(([event, n]) => SUMMARY[event](n));
  return `${parts.join(', ')}${more > 0 ? `, and ${more} more notices` : ''}`;
}
