import type { Source } from './script.ts';
import { BEGIN, DAY, END } from './script.ts';

const HOUR = DAY / 24;
const DELAYS = [DAY, 6 * DAY];

/**
 * How often a page is asked for in the year when everything goes by plan: a day, a week and then every month after the
 * last news, an hour after the first look without the link, twice where an answer leads to another address.
 */
export function plannedRequests({ announcedAt, fate, scenes }: Source): number {
  if (fate === 'liar') return 1;
  if (fate === 'rejected') return 1;
  let requests = 0;
  let looks = 0;
  let before: object | undefined;
  for (let at = announcedAt; at < END; ) {
    const scene = scenes.find(({ from, until }) => from <= at && at < until);
    requests += scene?.act.begins.includes('redirected') || scene?.act.name === 'a log-in' ? 2 : 1;
    const isMissing = scene?.act.begins.some((kind) => kind === 'link-removed' || kind === 'page-gone');
    if (scene !== before && isMissing) {
      requests += 1;
      at += HOUR;
    }
    const isNews = scene !== before && changesState(scene ?? before);
    looks = isNews || at === announcedAt ? 0 : looks + 1;
    before = scene;
    at += DELAYS[looks] ?? 30 * DAY;
  }
  return requests;
}

/** What else changes is noted, and is no reason to look more often. */
function changesState(scene: object | undefined): boolean {
  const { act } = scene as Source['scenes'][number];
  return act.begins.some((kind) => ['unreachable', 'link-removed', 'page-gone'].includes(kind));
}

/** Days since the year began, for messages. */
export function dayOf(at: number): number {
  return Math.floor((at - BEGIN) / DAY);
}
