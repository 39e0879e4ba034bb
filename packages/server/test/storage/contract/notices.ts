import { beforeEach, describe, expect, it } from 'vitest';
import type { NoticeEvent } from '../../../src/notice.ts';
import { ALL_EVENTS, type Recipient } from '../../../src/recipient.ts';
import { HOUR, NOON, type Opened } from './opened.ts';
import { newMention, step } from './samples.ts';

const common = { site: undefined, events: ALL_EVENTS, active: true, problem: undefined, createdAt: 0 };
const hook = (id: string, more: Partial<Recipient> = {}): Recipient =>
  ({
    ...common,
    id,
    kind: 'webhook',
    address: 'https://a.example/in',
    secret: 's',
    format: 'standard',
    ...more,
  }) as Recipient;
const mail = (id: string, more: Partial<Recipient> = {}): Recipient =>
  ({
    ...{ ...common, id, kind: 'email', address: 'a@a.example', language: 'de', openLinks: true },
    ...{ timing: { pace: 'daily', hour: 7, zone: 'Europe/Madrid' }, ...more },
  }) as Recipient;

export function describeNotices(opened: () => Opened): void {
  describe('recipients', () => {
    let { writer, reader }: Opened = {} as Opened;
    beforeEach(() => ({ writer, reader } = opened()));

    it('are kept with all that they are, changed and removed', async () => {
      const topic = {
        ...common,
        ...{ id: 't', kind: 'ntfy', address: 'https://n.example/t', token: undefined, priority: 5, language: 'fr' },
        ...{ timing: { pace: 'each', hour: 8, zone: 'UTC' }, site: 'home.example', events: ['mention.held'] },
      } as Recipient;
      for (const one of [hook('h'), mail('m'), topic]) await writer.recipients.save(one);
      expect(await reader.recipients.list()).toEqual([hook('h'), mail('m'), topic]);
      await writer.recipients.save(mail('m', { active: false }));
      await writer.recipients.setProblem('m', 'It was refused.');
      expect(await reader.recipients.byId('m')).toEqual(mail('m', { active: false, problem: 'It was refused.' }));
      await writer.recipients.setProblem('m', undefined);
      expect((await reader.recipients.byId('m'))?.problem).toBeUndefined();
      expect([await writer.recipients.remove('m'), await writer.recipients.remove('m')]).toEqual([true, false]);
      expect(await reader.recipients.byId('m')).toBeUndefined();
    });
  });

  describe('notices', () => {
    let { writer, reader }: Opened = {} as Opened;
    beforeEach(() => ({ writer, reader } = opened()));
    const happened = (subject: string, event: NoticeEvent = 'mention.held') =>
      writer.notices.add({ event, site: 'home.example', subject, at: NOON });

    it('come of changes to mentions, in their transaction, for those who want to hear of them', async () => {
      await writer.recipients.save(hook('all'));
      await writer.recipients.save(hook('off', { active: false }));
      await writer.recipients.save(hook('other', { site: 'other.example' }));
      await writer.recipients.save(hook('lost', { events: ['mention.lost'] }));
      const { id } = await writer.mentions.accept(newMention('bob'));
      const check = (link: 'live' | 'lost') => writer.mentions.recordCheck(id, { link, checkedAt: NOON }, [step(NOON)]);
      await check('live');
      const judge = (to: 'pending' | 'approved' | 'spam') => writer.mentions.moderate(id, to, ['Because.'], step(NOON));
      const undone = writer.transaction(async (tables) => {
        await tables.mentions.moderate(id, 'approved', ['Because.'], step(NOON));
        throw new Error('undone');
      });
      await expect(undone).rejects.toThrow('undone');
      expect(await reader.notices.list({ limit: 9 })).toEqual([]);
      for (const to of ['pending', 'pending', 'approved'] as const) await judge(to);
      for (const link of ['lost', 'live'] as const) await check(link);
      for (const to of ['spam', 'pending', 'approved'] as const) await judge(to);
      const all = await reader.notices.list({ limit: 20 });
      const told = all.map(({ recipient, event }) => `${recipient} ${event.slice(8)}`).reverse();
      expect(told).toEqual([
        'all held',
        'all published',
        'all lost',
        'lost lost',
        'all recovered',
        'all withdrawn',
        'all published',
      ]);
      expect(
        all.every(({ id: own, subject }) => own.startsWith(`${id}-`) && !own.includes('.') && subject === id),
      ).toBe(true);
      expect(new Set(all.map((notice) => notice.id)).size).toBe(all.length);
      expect((await reader.jobs.counts()).waiting).toBe(all.length + 1);
    });

    it('of one recipient share a job, and wait oldest first, those of a mail that was begun alone', async () => {
      await writer.recipients.save(mail('m'));
      for (const subject of ['a', 'b', 'c']) await happened(subject);
      expect(await reader.jobs.nextStart(['notice'])).toBeGreaterThan(NOON);
      expect((await reader.jobs.counts()).waiting).toBe(1);
      const waiting = await reader.notices.waiting('m', 2);
      expect(waiting.map(({ subject }) => subject)).toEqual(['a', 'b']);
      await writer.notices.change([waiting[1]?.id ?? ''], {
        batch: 'one',
        attempts: 1,
        tryAt: NOON + HOUR,
        updatedAt: NOON,
      });
      expect((await reader.notices.waiting('m', 9)).map(({ subject }) => subject)).toEqual(['b']);
      await writer.notices.change([waiting[1]?.id ?? ''], { state: 'sent', reason: 'Taken.', updatedAt: NOON + 5 });
      expect((await reader.notices.waiting('m', 9)).map(({ subject }) => subject)).toEqual(['a', 'c']);
      expect(await reader.notices.sentSince('m', NOON)).toEqual([NOON + 5]);
      expect(await reader.notices.sentSince('m', NOON + 5)).toEqual([]);
      expect(await reader.notices.byId(waiting[1]?.id ?? '')).toMatchObject({
        state: 'sent',
        attempts: 1,
        batch: 'one',
      });
      await writer.recipients.remove('m');
      expect((await reader.notices.list({ state: 'dropped', limit: 9 })).map(({ subject }) => subject)).toEqual([
        'c',
        'a',
      ]);
    });

    it('are listed newest first in pages, and forgotten when they ended long ago', async () => {
      await writer.recipients.save(hook('h'));
      const names = Array.from({ length: 450 }, (_, n) => `m${n}`);
      for (const name of names) await happened(name);
      const first = await reader.notices.list({ limit: 300 });
      const rest = await reader.notices.list({ before: first.at(-1)?.id ?? '', limit: 300 });
      expect([...first, ...rest].map(({ subject }) => subject)).toEqual(names.toReversed());
      await writer.notices.change(
        first.map(({ id }) => id),
        { state: 'failed', updatedAt: NOON + HOUR },
      );
      await writer.notices.tidy(NOON + HOUR);
      expect((await reader.notices.list({ limit: 500 })).length).toBe(450);
      await writer.notices.tidy(NOON + HOUR + 1);
      expect((await reader.notices.list({ limit: 500 })).map(({ state }) => state)).toEqual(Array(150).fill('waiting'));
    });
  });
}
