import { beforeEach, describe, expect, it } from 'vitest';
import { MINUTE, NOON, type Opened } from './opened.ts';
import { newMention, step } from './samples.ts';

const LEASE = { limit: 10, leaseMs: 45_000 };

export function describeAccept(opened: () => Opened): void {
  describe('accept', () => {
    let { writer, reader }: Opened = {} as Opened;
    beforeEach(() => ({ writer, reader } = opened()));

    it('stores the mention and one job', async () => {
      const mention = newMention('blog');
      expect(await writer.mentions.accept(mention)).toEqual({ id: 'id-blog', fresh: true, isPublic: false });
      const { group, verifyAfter, protocol, ...given } = mention;
      expect(await reader.mentions.byId('id-blog')).toMatchObject({
        ...given,
        protocols: [protocol],
        link: 'unverified',
        moderation: 'pending',
        lastReceivedAt: NOON,
        repeats: 0,
        links: [],
        reasons: [],
      });
      expect(await reader.jobs.counts()).toEqual({ waiting: 1, leased: 0, dead: 0 });
      expect(await reader.jobs.nextStart()).toBe(verifyAfter);
      expect(await reader.jobs.claim({ now: verifyAfter, ...LEASE })).toMatchObject([
        { kind: 'verify', subject: 'id-blog', group, attempts: 1 },
      ]);
    });

    it('keeps id and states of a pair that is there, and only counts', async () => {
      await writer.mentions.accept(newMention('blog'));
      await writer.mentions.moderate('id-blog', 'spam', ['a casino'], step(NOON));
      const again = newMention('blog', { id: 'another', protocol: 'webmention', receivedAt: NOON + 1_000 });
      expect(await writer.mentions.accept(again)).toEqual({ id: 'id-blog', fresh: false, isPublic: false });
      await writer.mentions.accept({ ...again, protocol: 'pingback', receivedAt: NOON + 2_000 });
      expect(await reader.mentions.byId('id-blog')).toMatchObject({
        moderation: 'spam',
        reasons: ['a casino'],
        protocols: ['pingback', 'webmention'],
        receivedAt: NOON,
        lastReceivedAt: NOON + 2_000,
        repeats: 2,
      });
      expect(await reader.mentions.byId('another')).toBeUndefined();
      expect((await reader.jobs.counts()).waiting).toBe(1);
    });

    it('the same source is another mention for another page or another site', async () => {
      await writer.mentions.accept(newMention('blog'));
      const page = newMention('blog', { id: 'page', targetKey: 'https://home.example/other' });
      const site = newMention('blog', { id: 'site', site: 'other.example' });
      expect((await writer.mentions.accept(page)).fresh).toBe(true);
      expect((await writer.mentions.accept(site)).fresh).toBe(true);
    });

    it('does not hurry a job that waits', async () => {
      await writer.mentions.accept(newMention('blog'));
      const [job] = await writer.jobs.claim({ now: NOON + MINUTE, ...LEASE });
      if (job === undefined) throw new Error('nothing claimed');
      await writer.jobs.postpone(job, NOON + 30 * MINUTE);
      await writer.mentions.accept(
        newMention('blog', { receivedAt: NOON + 2 * MINUTE, verifyAfter: NOON + 2 * MINUTE }),
      );
      expect(await reader.jobs.nextStart()).toBe(NOON + 30 * MINUTE);
    });

    it('looks again after a check, ten minutes after it at the soonest', async () => {
      await writer.mentions.accept(newMention('blog'));
      const [job] = await writer.jobs.claim({ now: NOON + MINUTE, ...LEASE });
      if (job === undefined) throw new Error('nothing claimed');
      await writer.mentions.recordCheck('id-blog', { link: 'live', checkedAt: NOON + MINUTE }, []);
      await writer.jobs.finish(job);
      expect(await reader.jobs.nextStart()).toBeUndefined();
      const soon = newMention('blog', { receivedAt: NOON + 2 * MINUTE, verifyAfter: NOON + 2 * MINUTE });
      await writer.mentions.accept(soon);
      expect(await reader.jobs.nextStart()).toBe(NOON + 11 * MINUTE);
    });

    it('a repeat while the check runs causes a check afterwards', async () => {
      await writer.mentions.accept(newMention('blog'));
      const [job] = await writer.jobs.claim({ now: NOON + MINUTE, ...LEASE });
      if (job === undefined) throw new Error('nothing claimed');
      await writer.mentions.accept(newMention('blog', { receivedAt: NOON + MINUTE, verifyAfter: NOON + MINUTE }));
      expect(await reader.jobs.counts()).toEqual({ waiting: 0, leased: 1, dead: 0 });
      await writer.jobs.finish(job);
      expect(await reader.jobs.counts()).toEqual({ waiting: 1, leased: 0, dead: 0 });
      expect(await reader.jobs.nextStart()).toBe(NOON + 11 * MINUTE);
    });

    it('a look that the owner wants is the one that was due anyway', async () => {
      const { verifyAfter, group } = newMention('blog');
      await writer.mentions.accept(newMention('blog', { verifyAfter: verifyAfter + MINUTE }));
      await writer.jobs.enqueue({ kind: 'verify', subject: 'id-blog', group, startAfter: verifyAfter });
      expect(await reader.jobs.counts()).toEqual({ waiting: 1, leased: 0, dead: 0 });
      const [job] = await writer.jobs.claim({ now: verifyAfter, ...LEASE });
      if (job === undefined) throw new Error('nothing claimed');
      await writer.jobs.finish(job);
      expect(await writer.jobs.claim({ now: verifyAfter + 2 * MINUTE, ...LEASE })).toEqual([]);
    });

    it('hundreds that are due at once are all found, each once, in the order of their times', async () => {
      const all = Array.from({ length: 450 }, (_, n) =>
        newMention(`blog-${n}`, { group: `${n}.example`, verifyAfter: NOON + Math.floor(n / 3) }),
      );
      await Promise.all(all.map((mention) => writer.mentions.accept(mention)));
      const claimed: string[] = [];
      for (let round = 0; round < 10; round += 1) {
        const jobs = await writer.jobs.claim({ now: NOON + MINUTE, limit: 100, leaseMs: 45_000 });
        claimed.push(...jobs.map(({ subject }) => subject));
        for (const job of jobs) await writer.jobs.finish(job);
      }
      expect(new Set(claimed).size).toBe(450);
      expect(claimed).toHaveLength(450);
      expect(claimed.indexOf('id-blog-0')).toBeLessThan(claimed.indexOf('id-blog-449'));
    });

    it('a bad one among many is turned away alone', async () => {
      await writer.mentions.accept(newMention('first'));
      const clash = newMention('clash', { id: 'id-first' });
      const results = await Promise.allSettled([
        writer.mentions.accept(newMention('second')),
        writer.mentions.accept(clash),
        writer.mentions.accept(newMention('third')),
      ]);
      expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      const rows = await reader.mentions.list({ limit: 10 });
      expect(rows.map((row) => row.id).sort()).toEqual(['id-first', 'id-second', 'id-third']);
      expect((await reader.jobs.counts()).waiting).toBe(3);
    });

    it('the same pair twice at once is one mention', async () => {
      const calls = ['a', 'b', 'c'].map((id) => writer.mentions.accept(newMention('blog', { id })));
      const accepted = await Promise.all(calls);
      expect(new Set(accepted.map((one) => one.id)).size).toBe(1);
      expect(accepted.filter((one) => one.fresh)).toHaveLength(1);
    });

    it('is not for use inside a transaction', async () => {
      const inside = writer.transaction((tables) => tables.mentions.accept(newMention('blog')));
      await expect(inside).rejects.toThrow('outside');
    });
  });
}
