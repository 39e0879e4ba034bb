import { describe, expect, it } from 'vitest';
import { planRecheck } from '../../src/inbound/recheck.ts';
import type { Mention } from '../../src/mention.ts';
import type { LinkUpdate } from '../../src/ports/index.ts';
import { linking, openHouse, SOURCE, silent } from './house.ts';

const DAY = 24 * 60 * 60_000;
const NOW = 1_800_000_000_000;
const middle = { id: () => '', secret: () => '', fraction: () => 0.5 };

const KNOWN = {
  ...{ link: 'live', moderation: 'approved', protocols: ['webmention'], firstSeenAt: NOW - 90 * DAY },
  ...{ checkedAt: NOW - 30 * DAY, lastReceivedAt: NOW - 90 * DAY, missingSince: undefined },
} as unknown as Mention;

function plan(known: Partial<Mention>, update: Partial<LinkUpdate>, looks = 0, fraction = 0.5) {
  const found = { link: 'live', checkedAt: NOW, missingSince: null, ...update } as LinkUpdate;
  const random = { ...middle, fraction: () => fraction };
  const { recheck, note } = planRecheck({ ...KNOWN, ...known }, found, { looks, now: NOW, random });
  return { days: recheck.at === null ? null : (recheck.at - NOW) / DAY, looks: recheck.looks, note };
}

const PLANS: readonly [string, Partial<Mention>, Partial<LinkUpdate>, number, number | null][] = [
  ['a day after the first check', { checkedAt: undefined, firstSeenAt: undefined, link: 'unverified' }, {}, 0, 1],
  ['a day after it was announced again', { lastReceivedAt: NOW }, {}, 5, 1],
  ['not for a visitor who followed it', { lastReceivedAt: NOW, protocols: ['refback'] }, {}, 5, 30],
  ['six days after that look', {}, {}, 0, 6],
  ['a month after the second', {}, {}, 1, 30],
  ['and then every month', {}, {}, 7, 30],
  ['a day after it was missing for the first time', {}, { missingSince: NOW }, 7, 1],
  ['a day after it was there again', { missingSince: NOW - DAY }, {}, 7, 1],
  ['a day after an outage began', {}, { link: 'unreachable', missingSince: undefined }, 7, 1],
  ['a month while the outage lasts', { link: 'unreachable' }, { link: 'unreachable', missingSince: undefined }, 7, 30],
  ['a day after it was lost', { missingSince: NOW - DAY }, { link: 'lost', missingSince: undefined }, 7, 1],
  ['never for spam', { moderation: 'spam' }, {}, 0, null],
  ['never for what was rejected', { moderation: 'rejected' }, {}, 0, null],
  ['never for a page that never had the link', { firstSeenAt: undefined }, { link: 'absent' }, 0, null],
  [
    'never for one that nobody saw and nobody awaits',
    { firstSeenAt: undefined, moderation: 'pending' },
    { link: 'unreachable' },
    0,
    null,
  ],
  ['for one that is awaited', { firstSeenAt: undefined }, { link: 'unreachable' }, 0, 1],
];

describe('the next look', () => {
  it.each(PLANS)('%s', (_, known, update, looks, days) => {
    expect(plan(known, update, looks).days).toBe(days);
  });

  it('is moved by up to a tenth', () => {
    expect([plan({}, {}, 5, 0).days, plan({}, {}, 5, 0.999).days]).toEqual([27, expect.closeTo(33, 1)]);
  });

  it('is given up half a year after the loss, and the trace says so', () => {
    const lost = { link: 'lost', missingSince: NOW - 181 * DAY } as const;
    expect(plan(lost, { link: 'lost', missingSince: undefined }, 9)).toEqual({
      days: null,
      looks: 9,
      note: expect.stringContaining('half a year'),
    });
  });
});

describe('a page that was seen', () => {
  it('is looked at again by plan, and lost only when it is missing twice, an hour apart', async () => {
    await using house = await openHouse();
    house.web.set(SOURCE, linking());
    await house.tell();
    await house.pass(60_000);
    const { id } = await house.only();
    const due = async (after: number) => {
      house.time.now += after;
      const lined = await house.store.backlinks.lineUpDue(house.time.now, 9, (source) => new URL(source).hostname);
      await house.pass(1_000);
      return lined;
    };
    expect(await due(DAY / 2)).toBe(0);
    expect(await due(DAY)).toBe(1);
    expect(house.asked).toHaveLength(2);
    house.web.set(SOURCE, 'timeout');
    expect(await due(8 * DAY)).toBe(1);
    expect(await house.store.mentions.byId(id)).toMatchObject({ link: 'unreachable' });
    expect(await house.store.jobs.counts()).toEqual({ waiting: 0, leased: 0, dead: 0 });
    house.web.set(SOURCE, silent);
    expect(await due(2 * DAY)).toBe(1);
    expect((await house.only()).link).toBe('unreachable');
    await house.pass(2 * 60 * 60_000);
    expect((await house.only()).link).toBe('lost');
    const story = (await house.store.backlinks.changes(id)).map(({ kind }) => kind);
    expect(story).toEqual(['first-seen', 'unreachable', 'link-removed', 'link-lost']);
  });
});
