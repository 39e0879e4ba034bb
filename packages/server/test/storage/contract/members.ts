import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR, NOON, type Opened } from './opened.ts';

const person = (id: string) => ({ id, name: id, passwordHash: '$argon2id$x', createdAt: NOON });
const ALL = { site: undefined, role: 'owner' } as const;

export function describeMembers(opened: () => Opened): void {
  describe('members', () => {
    let { writer, reader }: Opened = {} as Opened;
    beforeEach(() => ({ writer, reader } = opened()));

    const join = async (id: string, site: string | undefined, role: 'reader' | 'moderator' | 'owner') => {
      const invitation = { id: `i-${id}`, membership: { site, role }, by: 'ada', until: NOON + HOUR };
      await writer.members.invite(`secret of ${id}`, invitation);
      return writer.owners.setUp(`secret of ${id}`, person(id));
    };

    it('whoever comes by the link of the server is owner of everything', async () => {
      await writer.owners.offerSetUp('s');
      await writer.owners.setUp('s', person('ada'));
      expect(await reader.members.of('ada')).toEqual([ALL]);
      expect(await reader.members.of('nobody')).toEqual([]);
    });

    it('an invitation gives what it says, once, in time, and until it is withdrawn', async () => {
      expect(await join('bob', 's', 'moderator')).toBe(true);
      expect(await reader.members.of('bob')).toEqual([{ site: 's', role: 'moderator' }]);
      expect(await writer.owners.setUp('secret of bob', person('eve'))).toBe(false);
      await writer.members.invite('late', { id: 'late', membership: ALL, by: 'ada', until: NOON });
      expect(await writer.owners.setUp('late', person('eve'))).toBe(false);
      await writer.members.invite('gone', { id: 'gone', membership: ALL, by: 'ada', until: NOON + HOUR });
      expect((await reader.members.invitations(NOON)).map(({ id }) => id)).toEqual(['gone']);
      expect([await writer.members.withdraw('gone'), await writer.members.withdraw('gone')]).toEqual([true, false]);
      expect(await writer.owners.setUp('gone', person('eve'))).toBe(false);
    });

    it('the link of a command and the invitations do not take each other away', async () => {
      await writer.members.invite('invited', { id: 'i', membership: ALL, by: 'ada', until: NOON + HOUR });
      await writer.owners.offerSetUp('commanded');
      expect(await writer.owners.setUp('invited', person('bob'))).toBe(true);
      expect(await writer.owners.setUp('commanded', person('eve'))).toBe(true);
    });

    it('somebody stays who is owner of everything, also when two are taken away at once', async () => {
      await join('ada', undefined, 'owner');
      await join('bob', undefined, 'owner');
      const both = await Promise.all([writer.members.set('ada', []), reader.members.set('bob', [])]);
      expect(both.toSorted()).toEqual([false, true]);
      const last = (await reader.members.of('ada')).length > 0 ? 'ada' : 'bob';
      expect(await writer.members.remove(last)).toBe(false);
      expect(await writer.members.set('nobody', [ALL])).toBe(false);
    });

    it('whoever is removed has no session, no token, and no link to come back by', async () => {
      await join('ada', undefined, 'owner');
      await join('bob', 's', 'reader');
      await writer.sessions.open({ tokenHash: 't', owner: 'bob', csrf: 'c', createdAt: NOON, seenAt: NOON });
      await writer.owners.offerSetUp('back', { owner: 'bob', until: NOON + HOUR });
      const token = { name: 't', scopes: ['read'], site: 's', createdAt: NOON, lastUsedAt: undefined } as const;
      for (const maker of ['ada', 'bob', undefined])
        await writer.tokens.add({ ...token, id: `of ${maker}`, tokenHash: `hash of ${maker}`, maker });
      expect((await reader.tokens.byHash('hash of bob'))?.maker).toBe('bob');
      expect(await writer.members.remove('bob')).toBe(true);
      expect((await reader.tokens.list()).map(({ id }) => id)).toEqual(['of ada', 'of undefined']);
      expect(await reader.sessions.byHash('t')).toBeUndefined();
      expect(await reader.owners.setUpOffer('back', NOON)).toBeUndefined();
      expect((await reader.members.all()).get('bob')).toBeUndefined();
    });

    it('a new password ends the other sessions', async () => {
      await join('ada', undefined, 'owner');
      for (const tokenHash of ['here', 'there'])
        await writer.sessions.open({ tokenHash, owner: 'ada', csrf: 'c', createdAt: NOON, seenAt: NOON, agent: 'A' });
      expect(await writer.sessions.changePassword('ada', 'new', 'here')).toBe(true);
      expect((await reader.sessions.of('ada')).map(({ tokenHash, agent }) => [tokenHash, agent])).toEqual([
        ['here', 'A'],
      ]);
      expect((await reader.owners.byId('ada'))?.passwordHash).toBe('new');
      expect(await writer.sessions.changePassword('nobody', 'new', 'here')).toBe(false);
    });
  });
}
