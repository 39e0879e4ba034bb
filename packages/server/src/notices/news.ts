import type { NoticeEvent } from '../notice.ts';
import type { Letter, Telling } from '../ports/index.ts';
import type { Words } from '../words/words.ts';
import { cut, type Show, type Shown } from './shown.ts';

/** One thing that happened, in the words of a notice. */
export interface News {
  /** Id of the mention. */
  readonly id: string;
  readonly event: NoticeEvent;
  /** What happened, in a line. */
  readonly headline: string;
  readonly shown: Shown;
}

/** Long enough for any name, too short to push what we say ourselves out of a line. */
const MOST_NAME = 60;
const MOST_TITLE = 120;
const MOST_EXCERPT = 400;

export function newsOf({ event, mention }: Telling, show: Show, { news }: Words): News {
  const whole = show(mention);
  const shown = {
    ...whole,
    title: cut(whole.title, MOST_TITLE),
    excerpt: cut(whole.excerpt, MOST_EXCERPT),
    reasons: whole.reasons.slice(0, 5).map((reason) => cut(reason, 300)),
  };
  const who = cut(shown.author.name || shown.host || news.somebody, MOST_NAME);
  const page = cut(pathOf(shown.target), MOST_NAME);
  const deed = news.deed[shown.kind](who, page);
  const headlines: Record<NoticeEvent, string> = {
    'mention.held': news.held(deed),
    'mention.published': news.published(deed),
    'mention.withdrawn': news.withdrawn(who, page),
    'mention.lost': news.lost(who, page),
    'mention.recovered': news.recovered(who, page),
    'delivery.finished': news.many['delivery.finished'](1),
    'ledger.report': news.many['ledger.report'](1),
  };
  return { id: mention.id, event, headline: headlines[event], shown };
}

function pathOf(target: string): string {
  const url = URL.parse(target);
  return url && url.pathname !== '/' ? url.pathname : (url?.host ?? target);
}

/** The subject of a notice: what happened, or how much of what. */
export function summaryOf(said: readonly News[], { counts }: Letter, { news, write }: Words): string {
  const [first] = said;
  if (!first) return news.test;
  if (restOf(said, counts) + said.length === 1) return first.headline;
  return write.list([...counts].map(([event, n]) => news.many[event](n)));
}

/** How much happened that nothing more is said of. */
export function restOf(said: readonly News[], counts: Letter['counts']): number {
  return [...counts.values()].reduce((sum, n) => sum + n, 0) - said.length;
}
