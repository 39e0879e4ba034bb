import { beforeEach, describe, expect, it } from 'vitest';
import { NOON, type Opened } from './opened.ts';
import { newJob, newMention, step } from './samples.ts';

export function describeTransaction(opened: () => Opened): void {
  describe('transaction', () => {
    let { writer, reader }: Opened = {} as Opened;
    beforeEach(() => ({ writer, reader } = opened()));

    it('is all or nothing, and shows itself what it wrote', async () => {
      await writer.mentions.accept(newMention('a'));
      const work = writer.transaction(async (tables) => {
        await tables.mentions.recordCheck('id-a', { link: 'live', checkedAt: NOON }, [step(NOON)]);
        await tables.jobs.enqueue(newJob('x'));
        expect((await tables.mentions.byId('id-a'))?.link).toBe('live');
        expect((await reader.mentions.byId('id-a'))?.link).toBe('unverified');
        throw new Error('no');
      });
      await expect(work).rejects.toThrow('no');
      expect((await reader.mentions.byId('id-a'))?.link).toBe('unverified');
      expect(await reader.mentions.trace('id-a')).toHaveLength(1);
    });

    it('one that fails takes nothing of its neighbours with it', async () => {
      const results = await Promise.allSettled([
        writer.mentions.accept(newMention('a')),
        writer.transaction(async (tables) => {
          await tables.jobs.enqueue(newJob('x'));
          throw new Error('no');
        }),
        writer.transaction((tables) => tables.jobs.enqueue(newJob('y'))),
        writer.mentions.accept(newMention('b')),
      ]);
      expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
      expect(await reader.jobs.counts()).toEqual({ waiting: 3, leased: 0, dead: 0 });
    });

    it('answers what the work answers', async () => {
      expect(await writer.transaction(async () => 42)).toBe(42);
    });
  });

  describe('the store', () => {
    it('says that it can be written, until it is closed', async () => {
      const { writer, reader } = opened();
      await writer.check();
      const begun = writer.mentions.accept(newMention('a'));
      await writer.close();
      await writer.close();
      await expect(begun).resolves.toMatchObject({ fresh: true });
      await expect(writer.check()).rejects.toThrow('closed');
      await expect(writer.mentions.accept(newMention('b'))).rejects.toThrow('closed');
      if (reader !== writer) expect(await reader.mentions.byId('id-a')).toBeDefined();
    });
  });
}
