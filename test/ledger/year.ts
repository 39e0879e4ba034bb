import type { LinkChange } from '../../packages/server/src/link-change.ts';
import type { Store } from '../../packages/server/src/ports/index.ts';
import { openHouse, type Time } from './house.ts';
import { dayOf, plannedRequests } from './plan.ts';
import { BEGIN, chance, DAY, END, type Source, writeYear } from './script.ts';
import { type Hop, scriptWeb } from './web.ts';

const HOUR = DAY / 24;
/** How often the simulation looks whether anything is due. */
const TURN = 3 * HOUR;

export interface Figures {
  readonly sources: number;
  readonly requests: number;
  readonly planned: number;
  /** Answered by 304, and read by nobody. */
  readonly unchanged: number;
  readonly changes: Readonly<Record<string, number>>;
  readonly scenes: number;
  readonly blipsSeen: number;
  /** Most requests that one domain had in an hour, in a day, and at once. */
  readonly mostPerHour: number;
  readonly mostPerDay: number;
  readonly mostAtOnce: number;
  /** What is not as the script says; empty when all is well. */
  readonly wrong: readonly string[];
}

/** Lives through a year of links, and compares what the ledger says of it with what happened. */
export async function liveYear(count: number, seed: number): Promise<Figures> {
  const sources = writeYear(count, seed);
  const time: Time = { now: BEGIN };
  const web = scriptWeb(sources, () => time.now);
  await using house = await openHouse(time, web.http, chance(seed + 1));
  const { store, desk } = house;
  await store.recipients.save({
    ...{ id: 'hook', kind: 'webhook', address: 'https://alice.example/hook', site: undefined, createdAt: BEGIN },
    ...{ events: ['mention.lost', 'mention.recovered'], active: true, problem: undefined },
    ...{ secret: undefined, format: 'standard' },
  });
  const waiting = [...sources].sort((one, other) => one.announcedAt - other.announcedAt);
  const ids = new Map<string, Source>();
  const decidedAt = new Map<string, number>();

  async function announce(until: number): Promise<void> {
    for (let next = waiting[0]; next !== undefined && next.announcedAt <= until; next = waiting[0]) {
      waiting.shift();
      await house.announce(next.url, next.target);
    }
  }

  async function decide(): Promise<void> {
    const pending = await store.mentions.list({ moderation: 'pending', link: 'live', limit: 1_000 });
    for (const { id, source } of pending) {
      const known = sources.find(({ url }) => url === source) as Source;
      ids.set(id, known);
      decidedAt.set(source, time.now);
      await desk.moderate([id], known.fate === 'rejected' ? 'rejected' : 'approved');
    }
  }

  while (time.now < END) {
    await announce(time.now);
    await house.lookAgain();
    await house.pass(time.now + TURN);
    if (time.now < BEGIN + 40 * DAY) await decide();
  }

  const wrong: string[] = [...house.failures];
  const changes: Record<string, number> = {};
  for (const [id, source] of ids) {
    const story = await store.backlinks.changes(id);
    for (const { kind } of story) changes[kind] = (changes[kind] ?? 0) + 1;
    wrong.push(...compare(source, story, web.seen));
  }
  wrong.push(...(await compareNotices(store, [...ids])));
  const linking = sources.filter(({ fate }) => fate !== 'liar').length;
  if (ids.size !== linking) wrong.push(`${ids.size} links were found instead of ${linking}.`);
  for (const { url } of sources.filter(({ fate }) => fate === 'rejected'))
    if (web.hops.some((hop) => hop.source === url && hop.at > (decidedAt.get(url) ?? END)))
      wrong.push(`${url} was asked for after it was rejected.`);
  const scenes = sources.flatMap((source) => source.scenes);
  return {
    sources: count,
    requests: web.hops.length,
    planned: sources.reduce((sum, source) => sum + plannedRequests(source), 0),
    unchanged: web.unchanged(),
    changes,
    scenes: scenes.filter(({ isBlip }) => !isBlip).length,
    blipsSeen: scenes.filter((scene) => scene.isBlip && web.seen.has(scene)).length,
    mostPerHour: mostWithin(web.hops, HOUR),
    mostPerDay: mostWithin(web.hops, DAY),
    mostAtOnce: web.mostAtOnce(),
    wrong,
  };
}

/** Each scene, and each short one that somebody saw, is told of once, in order; and nothing else is. */
function compare(source: Source, story: readonly LinkChange[], seen: ReadonlySet<object>): readonly string[] {
  const happened = source.scenes.filter((scene) => !scene.isBlip || seen.has(scene));
  const wanted = ['first-seen', ...happened.flatMap(({ act }) => [...act.begins, ...act.ends])].join(' ');
  const found = story.map(({ kind }) => kind).join(' ');
  if (found === wanted) return [];
  const told = story.map(({ kind, at, was, became }) => `${dayOf(at)} ${kind} ${was}>${became}`).join(', ');
  const script = happened.map(({ act, from, until }) => `${dayOf(from)}-${dayOf(until)} ${act.name}`).join(', ');
  return [`${source.url}: ${told} instead of ${wanted} (${script}).`];
}

/** Whoever hears of lost and recovered links hears of each once. */
async function compareNotices(store: Store, links: readonly (readonly [string, Source])[]): Promise<readonly string[]> {
  const notices = await store.notices.list({ limit: 100_000 });
  const wrong: string[] = [];
  for (const [id, { url, scenes }] of links) {
    const losses = scenes.filter(({ act }) => act.begins.includes('link-lost')).length;
    for (const event of ['mention.lost', 'mention.recovered']) {
      const told = notices.filter((notice) => notice.subject === id && notice.event === event).length;
      if (told !== losses) wrong.push(`${url}: ${event} was told ${told} times instead of ${losses}.`);
    }
  }
  return wrong;
}

/** Most hops to one host within any span of time. */
function mostWithin(hops: readonly Hop[], span: number): number {
  const byHost = Map.groupBy(hops, ({ host }) => host);
  let most = 0;
  for (const times of byHost.values()) {
    let first = 0;
    for (const [index, { at }] of times.entries()) {
      while ((times[first] as Hop).at <= at - span) first += 1;
      most = Math.max(most, index - first + 1);
    }
  }
  return most;
}
