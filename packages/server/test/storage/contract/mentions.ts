import type { Entry, Facts, FoundLink } from '@hearback/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR, NOON, type Opened } from './opened.ts';
import { ALL_PUBLIC, newMention, publish, step, TARGET } from './samples.ts';

const ENTRY: Entry = {
  kind: 'reply',
  rsvp: '',
  title: 'Ein Titel "mit" Zeichen 🦊',
  author: { name: 'Ada', url: 'https://ada.example/', photo: '' },
  excerpt: 'text',
  published: '2026-11-20T10:00:00Z',
};
const FACTS: Facts = {
  status: 200,
  finalUrl: 'https://a.example/',
  title: '',
  canonical: '',
  noindex: true,
  language: 'de',
};
const LINK: FoundLink = { href: TARGET, anchor: 'here', rel: ['nofollow'], level: 'L1' };

export function describeMentions(opened: () => Opened): void {
  describe('mentions', () => {
    let { writer, reader }: Opened = {} as Opened;
    beforeEach(() => ({ writer, reader } = opened()));

    it('gives back what a check learned, and keeps what a later one leaves out', async () => {
      await writer.mentions.accept(newMention('a'));
      const learned = { level: 'L1', links: [LINK], entry: ENTRY, facts: FACTS } as const;
      const first = {
        link: 'live',
        checkedAt: NOON + 1,
        lastSeenAt: NOON + 1,
        missingSince: null,
        ...learned,
      } as const;
      await writer.mentions.recordCheck('id-a', first, []);
      await writer.mentions.recordCheck(
        'id-a',
        { link: 'unreachable', checkedAt: NOON + 2, missingSince: NOON + 2 },
        [],
      );
      const seen = { firstSeenAt: NOON + 1, lastSeenAt: NOON + 1, checkedAt: NOON + 2, missingSince: NOON + 2 };
      expect(await reader.mentions.byId('id-a')).toMatchObject({ link: 'unreachable', ...seen, ...learned });
      await writer.mentions.recordCheck('id-a', { link: 'live', checkedAt: NOON + 3, missingSince: null }, []);
      expect(await reader.mentions.byId('id-a')).toMatchObject({ missingSince: undefined, firstSeenAt: NOON + 1 });
    });

    it.each([
      ['check first', ['check', 'approve']],
      ['approval first', ['approve', 'check']],
    ] as const)('the number is given when both states allow it: %s', async (_name, order) => {
      await writer.mentions.accept(newMention('a'));
      for (const [index, what] of order.entries()) {
        expect((await reader.mentions.byId('id-a'))?.publicId).toBeUndefined();
        const at = NOON + index;
        if (what === 'approve') await writer.mentions.moderate('id-a', 'approved', undefined, step(at));
        else await writer.mentions.recordCheck('id-a', { link: 'live', checkedAt: at, lastSeenAt: at }, []);
      }
      expect(await reader.mentions.byId('id-a')).toMatchObject({ publicId: 1, publicAt: NOON + 1 });
    });

    it('the number is never given again, to the same mention or to another', async () => {
      await publish(writer, 'a');
      await publish(writer, 'b');
      await writer.mentions.moderate('id-b', 'rejected', ['no'], step(NOON));
      await publish(writer, 'c');
      await writer.mentions.moderate('id-b', 'approved', [], step(NOON + HOUR));
      const { rows } = await reader.mentions.published(ALL_PUBLIC);
      expect(rows.map((row) => [row.id, row.publicId])).toEqual([
        ['id-a', 1],
        ['id-b', 2],
        ['id-c', 3],
      ]);
    });

    it('a page that is out of reach stays public, a lost link does not', async () => {
      const id = await publish(writer, 'a');
      for (const [link, total] of [
        ['unreachable', 1],
        ['lost', 0],
        ['live', 1],
      ] as const) {
        await writer.mentions.recordCheck(id, { link, checkedAt: NOON }, []);
        expect((await reader.mentions.published(ALL_PUBLIC)).total, link).toBe(total);
      }
    });

    it('moderate answers the mention, and nothing for an unknown id', async () => {
      await writer.mentions.accept(newMention('a'));
      const held = await writer.mentions.moderate('id-a', 'pending', ['new author'], step(NOON));
      expect(held).toMatchObject({ id: 'id-a', moderation: 'pending', reasons: ['new author'] });
      const same = await writer.mentions.moderate('id-a', 'pending', undefined, step(NOON + 1));
      expect(same?.reasons).toEqual(['new author']);
      expect(await reader.mentions.trace('id-a')).toHaveLength(3);
      expect(await writer.mentions.moderate('nobody', 'spam', [], step(NOON))).toBeUndefined();
      expect(await reader.mentions.trace('nobody')).toEqual([]);
    });

    it('a note is a step of the trace and changes nothing else', async () => {
      await writer.mentions.accept(newMention('a'));
      const before = await reader.mentions.byId('id-a');
      await writer.mentions.note('id-a', step(NOON, 'waits'));
      await writer.mentions.note('nobody', step(NOON, 'waits'));
      expect((await reader.mentions.trace('id-a')).slice(1)).toMatchObject([{ reason: 'waits' }]);
      expect(await reader.mentions.byId('id-a')).toEqual(before);
      expect(await reader.mentions.trace('nobody')).toEqual([]);
    });

    it('the receipt says when a repeat right after a look is looked at', async () => {
      await writer.mentions.accept(newMention('a'));
      await writer.mentions.recordCheck('id-a', { link: 'live', checkedAt: NOON + 60_000 }, [step(NOON)]);
      const receipt = async () => (await reader.mentions.trace('id-a'))[0]?.reason;
      expect(await receipt()).not.toContain('looked at');
      const [job] = await writer.jobs.claim({ now: NOON + 60_000, limit: 1, leaseMs: 1000, kinds: ['verify'] });
      if (job) await writer.jobs.finish(job);
      await writer.mentions.accept(newMention('a', { receivedAt: NOON + 2 * 60_000 }));
      expect(await receipt()).toContain(
        'is looked at again at 2026-11-24T12:11:00.000Z, ten minutes after the last look',
      );
    });

    it('a check of an unknown id leaves no trace', async () => {
      await writer.mentions.recordCheck('nobody', { link: 'live', checkedAt: NOON }, [step(NOON)]);
      await writer.mentions.accept(newMention('late', { id: 'nobody' }));
      expect(await reader.mentions.trace('nobody')).toHaveLength(1);
    });

    it('the trace begins with the receipt and keeps both ends of a long story', async () => {
      await writer.mentions.accept(newMention('a'));
      await writer.mentions.accept(newMention('a', { protocol: 'webmention', receivedAt: NOON + HOUR }));
      for (let at = 1; at <= 250; at += 1) {
        await writer.mentions.recordCheck('id-a', { link: 'live', checkedAt: at }, [step(at, `look ${at}`)]);
      }
      const [receipt, ...steps] = await reader.mentions.trace('id-a');
      expect(receipt).toMatchObject({ at: NOON, step: 'received', outcome: 'accepted' });
      expect(receipt?.reason).toContain('pingback, webmention');
      expect(receipt?.reason).toContain('2026-11-24T13:00:00.000Z');
      const kept = [...Array(100).keys()].map((n) => n + 1);
      expect(steps.map((one) => one.at)).toEqual([...kept, ...kept.map((n) => n + 150)]);
    });

    it('lists newest first, page by page, by every filter', async () => {
      for (const [index, name] of ['a', 'b', 'c', 'd'].entries()) {
        // Two of them at the same moment: the id decides.
        await writer.mentions.accept(newMention(name, { receivedAt: NOON + Math.floor(index / 2) }));
      }
      await writer.mentions.accept(
        newMention('e', { site: 'other.example', targetKey: 'other', receivedAt: NOON + 9 }),
      );
      await writer.mentions.recordCheck('id-c', { link: 'absent', checkedAt: NOON }, []);
      await writer.mentions.moderate('id-b', 'spam', [], step(NOON));
      const ids = async (filter: object) => (await reader.mentions.list({ limit: 10, ...filter })).map((row) => row.id);
      expect(await ids({})).toEqual(['id-e', 'id-d', 'id-c', 'id-b', 'id-a']);
      expect(await ids({ limit: 2 })).toEqual(['id-e', 'id-d']);
      expect(await ids({ before: { receivedAt: NOON + 1, id: 'id-d' } })).toEqual(['id-c', 'id-b', 'id-a']);
      expect(await ids({ moderation: 'spam' })).toEqual(['id-b']);
      expect(await ids({ link: 'absent' })).toEqual(['id-c']);
      expect(await ids({ targetKey: 'other' })).toEqual(['id-e']);
      expect(await ids({ site: 'home.example', moderation: 'pending' })).toEqual(['id-d', 'id-a']);
      expect(await reader.mentions.tally('home.example')).toEqual({ pending: 2, approved: 0, rejected: 0, spam: 1 });
      expect(await reader.mentions.tally(undefined)).toMatchObject({ pending: 3 });
    });
  });
}
