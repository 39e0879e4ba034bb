import { beforeEach, describe, expect, it } from 'vitest';
import type { Owner } from '../../../src/owner.ts';
import { NOON, type Opened } from './opened.ts';

const ADA: Owner = { id: 'o1', name: 'ada', passwordHash: '$argon2id$x', createdAt: NOON };
const SESSION = { tokenHash: 't1', owner: 'o1', csrf: 'c', createdAt: NOON, seenAt: NOON };

export function describeOwners(opened: () => Opened): void {
  describe('owners', () => {
    let { writer, reader }: Opened = {} as Opened;
    beforeEach(() => ({ writer, reader } = opened()));

    it('a secret is drawn once, whoever asks first', async () => {
      expect(await writer.secrets.keep('status', 'one')).toBe('one');
      expect(await reader.secrets.keep('status', 'two')).toBe('one');
      expect(await reader.secrets.keep('other', 'two')).toBe('two');
    });

    it('a set-up secret makes one owner, and only the newest one is good', async () => {
      await writer.owners.offerSetUp('old');
      await writer.owners.offerSetUp('new');
      expect(await reader.owners.setUpOffer('old', NOON)).toBeUndefined();
      expect(await reader.owners.setUpOffer('new', NOON)).toEqual({});
      expect(await writer.owners.setUp('old', ADA)).toBe(false);
      const both = [writer.owners.setUp('new', ADA), reader.owners.setUp('new', { ...ADA, id: 'o2', name: 'eve' })];
      expect((await Promise.all(both)).filter(Boolean)).toHaveLength(1);
      expect(await reader.owners.count()).toBe(1);
      expect(await reader.owners.setUpOffer('new', NOON)).toBeUndefined();
    });

    it('a secret is not used up when the owner cannot be made', async () => {
      await writer.owners.offerSetUp('one');
      await writer.owners.setUp('one', ADA);
      await writer.owners.offerSetUp('two');
      await expect(writer.owners.setUp('two', { ...ADA, id: 'o2' })).rejects.toThrow();
      expect(await reader.owners.setUpOffer('two', NOON)).toEqual({});
    });

    it('have the language that they chose', async () => {
      await writer.owners.offerSetUp('s');
      await writer.owners.setUp('s', ADA);
      expect(await reader.owners.byId('o1')).toEqual(ADA);
      await writer.owners.setLanguage('o1', 'fr');
      await writer.owners.setLanguage('nobody', 'es');
      expect(await reader.owners.byId('o1')).toEqual({ ...ADA, language: 'fr' });
      expect(await reader.owners.list()).toEqual([{ ...ADA, language: 'fr' }]);
    });

    it('are found by name and id, and have sessions', async () => {
      await writer.owners.offerSetUp('s');
      await writer.owners.setUp('s', ADA);
      expect(await reader.owners.byName('ada')).toEqual(ADA);
      expect(await reader.owners.byId('o1')).toEqual(ADA);
      expect(await reader.owners.byName('eve')).toBeUndefined();
      await writer.sessions.open(SESSION);
      await writer.sessions.touch('t1', NOON + 9);
      expect(await reader.sessions.byHash('t1')).toEqual({ ...SESSION, seenAt: NOON + 9 });
      await writer.sessions.close('t1');
      expect(await reader.sessions.byHash('t1')).toBeUndefined();
    });
  });
}
