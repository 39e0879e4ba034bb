import type { FoundLink } from '@hearback/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LinkState } from '../../../src/mention.ts';
import { dayOf } from '../../../src/ports/counts.ts';
import type { LedgerFilter, LinkSum, SumQuery } from '../../../src/ports/ledger.ts';
import { DAY, HOUR, NOON, type Opened } from './opened.ts';
import { newDelivery, newMention, step, TARGET } from './samples.ts';

const FACTS = { status: 200, title: '', canonical: '', language: '' };
const TODAY = dayOf(NOON);

interface Look {
  readonly rel?: readonly string[];
  readonly place?: FoundLink['place'];
  readonly noindex?: boolean;
  readonly at?: number;
}

export function describeLedger(opened: () => Opened): void {
  describe('the ledger', () => {
    let { writer, reader }: Opened = {} as Opened;
    beforeEach(() => ({ writer, reader } = opened()));

    async function see(name: string, { rel = [], place = 'content', noindex = false, at = NOON }: Look = {}) {
      const { id, source } = newMention(name);
      await writer.mentions.accept(newMention(name, { receivedAt: at }));
      const links = [{ href: TARGET, anchor: name, rel, level: 'L0' as const, place }];
      const facts = { ...FACTS, finalUrl: source, noindex };
      await writer.mentions.recordCheck(id, { link: 'live', checkedAt: at, lastSeenAt: at, links, facts }, []);
      return id;
    }
    const miss = (id: string, link: LinkState, at: number, missingSince = at) =>
      writer.mentions.recordCheck(id, { link, checkedAt: at, missingSince }, []);
    const list = async (filter: LedgerFilter, more = {}) =>
      (await reader.ledger.list(filter, { limit: 9, ...more })).map(({ mention }) => mention.id.slice(3));
    const sums = async (more: Partial<SumQuery> = {}): Promise<readonly LinkSum[]> =>
      reader.ledger.sums({ what: 'domain', by: 'live', limit: 9, ...more });
    const days = async () => {
      const counted = await reader.counts.daily({ sites: ['home.example'], name: 'link', from: 0, to: TODAY + 99 });
      return counted.map(({ day, key, count }) => `${day - TODAY} ${key} ${count}`).sort();
    };

    it('finds links by any facts together, and none that was never seen', async () => {
      await see('a', { rel: ['nofollow', 'ugc'], place: 'comment' });
      await see('b', { rel: ['sponsored'], at: NOON + 1 });
      await see('c', { noindex: true, place: 'footer', at: NOON + 2 });
      await writer.mentions.accept(newMention('d'));
      expect(await list({})).toEqual(['c', 'b', 'a']);
      expect(await list({ rel: 'ugc', place: 'comment', site: 'home.example' })).toEqual(['a']);
      expect(await list({ rel: 'unfollowed' })).toEqual(['b', 'a']);
      expect(await list({ rel: 'followed', indexing: 'noindex', domain: 'c.example' })).toEqual(['c']);
      expect(await list({ rel: 'followed', indexing: 'indexable' })).toEqual([]);
      expect(await reader.ledger.count({ state: 'live' }, 2)).toBe(2);
    });

    it('goes on behind a place, in both orders', async () => {
      for (const [n, name] of ['a', 'b', 'c'].entries()) await see(name, { at: NOON + n });
      const [newest] = await reader.ledger.list({}, { limit: 1 });
      const [oldest] = await reader.ledger.list({}, { limit: 1, oldestFirst: true });
      expect(await list({}, { after: newest?.place })).toEqual(['b', 'a']);
      expect(await list({}, { after: oldest?.place, oldestFirst: true })).toEqual(['b', 'c']);
    });

    it('finds links by the days that they were first and last seen and are missing since', async () => {
      const [a = '', b = ''] = [await see('a', { at: NOON - 400 * DAY }), await see('b'), await see('c')];
      await miss(a, 'lost', NOON, NOON - DAY);
      await miss(b, 'lost', NOON + HOUR);
      expect(await list({ firstSeen: { to: TODAY - 1 } })).toEqual(['a']);
      expect(await list({ firstSeen: { from: TODAY - 400, to: TODAY - 400 } })).toEqual(['a']);
      expect(await list({ lastSeen: { from: TODAY } })).toEqual(['c', 'b']);
      expect((await list({ lost: { from: TODAY - 1, to: TODAY } })).sort()).toEqual(['a', 'b']);
      expect(await list({ lost: { from: TODAY } })).toEqual(['b']);
      expect(await list({ lost: { from: TODAY, to: TODAY - 1 } })).toEqual([]);
    });

    it('has nothing of spam unless asked, in no sum either', async () => {
      const [a] = [await see('a'), await see('b')];
      await writer.mentions.moderate(a, 'spam', undefined, step(NOON + DAY));
      expect(await list({})).toEqual(['b']);
      expect(await list({ decision: 'spam' })).toEqual(['a']);
      expect((await list({ decision: 'any' })).sort()).toEqual(['a', 'b']);
      expect((await sums()).map(({ key }) => key)).toEqual(['b.example']);
      expect(await days()).toEqual(['0 came 2', '0 new 1', '1 went 1']);
      await writer.mentions.moderate(a, 'pending', undefined, step(NOON + DAY));
      expect(await sums()).toHaveLength(2);
    });

    it('sums what pages and domains have, and counts it by day', async () => {
      const a = await see('a', { rel: ['nofollow'] });
      await see('b', { at: NOON + DAY });
      await miss(a, 'lost', NOON + 2 * DAY, NOON + DAY);
      const [page] = await sums({ what: 'page' });
      expect(page).toMatchObject({ key: TARGET, links: 2, live: 1, lost: 1, followed: 1, firstAt: NOON });
      expect(page?.lastAt).toBe(NOON + DAY);
      expect(await days()).toEqual(['0 came 1', '0 new 1', '1 came 1', '1 lost 1', '1 new 1', '2 went 1']);
      await writer.mentions.recordCheck(a, { link: 'live', checkedAt: NOON + 3 * DAY, missingSince: null }, []);
      expect(await days()).toEqual(['0 came 1', '0 new 1', '1 came 1', '1 new 1', '2 went 1', '3 came 1']);
      await writer.forget({ host: 'a.example' });
      expect((await sums()).map(({ key, live }) => [key, live])).toEqual([['b.example', 1]]);
      expect((await sums({ what: 'page' }))[0]).toMatchObject({ links: 1, live: 1, lost: 0 });
    });

    it('knows who links to whom, and both', async () => {
      await see('a');
      await see('b');
      await writer.deliveries.add([newDelivery('b'), newDelivery('c')], { step: 'found', outcome: 'x', reason: 'x' });
      expect((await sums({ by: 'told' })).map(({ key }) => key)).toEqual(['c.example', 'b.example']);
      expect((await sums({ mutual: true })).map(({ key, told }) => [key, told])).toEqual([['b.example', 1]]);
      const [first] = await sums();
      const after = { count: first?.live ?? 0, key: first?.key ?? '', site: first?.site ?? '' };
      expect((await sums({ after })).map(({ key }) => key)).toEqual(['a.example']);
    });

    it('keeps filters by person and site, each name once', async () => {
      const owner = 'somebody';
      await writer.owners.offerSetUp('secret');
      await writer.owners.setUp('secret', { id: owner, name: owner, passwordHash: 'x', createdAt: NOON });
      const view = (id: string, name: string, site = '') => ({ id, owner, site, name, query: 'rel=ugc' });
      for (const one of [view('1', 'b'), view('2', 'a'), view('3', 'b'), view('4', 'b', 'home.example')])
        expect(await writer.savedViews.save(one)).toBe(true);
      expect((await reader.savedViews.list(owner, '')).map(({ id }) => id)).toEqual(['2', '3']);
      expect(await writer.savedViews.rename(owner, '2', 'z')).toBe(true);
      expect(await writer.savedViews.rename('other', '2', 'y')).toBe(false);
      expect(await writer.savedViews.remove(owner, '3')).toBe(true);
      expect((await reader.savedViews.list(owner, '')).map(({ name }) => name)).toEqual(['z']);
    });
  });
}
