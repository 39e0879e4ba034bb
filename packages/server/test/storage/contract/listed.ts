import type { Entry } from '@hearback/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import type { MentionFilter, Store } from '../../../src/ports/index.ts';
import { NOON, type Opened } from './opened.ts';
import { newMention, step } from './samples.ts';

const ENTRY: Entry = {
  kind: 'mention',
  rsvp: '',
  title: '',
  author: { name: '', url: '', photo: '' },
  excerpt: '',
  published: '',
};
interface Made {
  readonly source?: string;
  readonly target?: string;
  readonly site?: string;
  readonly protocol?: 'pingback' | 'webmention' | 'refback';
  readonly link?: 'live' | 'absent' | 'lost' | 'unverified';
  readonly at?: number;
  readonly entry?: Partial<Entry>;
}

/** One that was received, and looked at unless told. */
async function make(store: Store, name: string, made: Made = {}): Promise<void> {
  const { source = `https://${name}.example/entry`, target = 'https://home.example/post', at = NOON } = made;
  const { site = 'home.example', protocol = 'pingback', link = 'live' } = made;
  const more = { source, sourceKey: source, target, targetKey: target, site, protocol, receivedAt: at };
  await store.mentions.accept(newMention(name, more));
  if (link === 'unverified') return;
  const entry = { ...ENTRY, ...made.entry };
  const links = [{ href: target, anchor: 'these words', rel: [], level: 'L0' as const }];
  await store.mentions.recordCheck(`id-${name}`, { link: 'live', checkedAt: at, lastSeenAt: at, entry, links }, []);
  if (link !== 'live') await store.mentions.recordCheck(`id-${name}`, { link, checkedAt: at }, []);
}

export function describeListed(opened: () => Opened): void {
  describe('mentions that are looked for', () => {
    let { writer, reader }: Opened = {} as Opened;
    beforeEach(() => ({ writer, reader } = opened()));

    const found = async (filter: Partial<MentionFilter>) => {
      const ids = (await reader.mentions.list({ limit: 100, ...filter })).map(({ id }) => id.replace('id-', ''));
      expect(await reader.mentions.count(filter, 100)).toBe(ids.length);
      return ids.join(' ');
    };

    it('by every filter alone and by several together', async () => {
      const bob = { name: 'Bob Möller', url: 'https://bob.example/about', photo: '' };
      await make(writer, 'a', { at: NOON + 1, entry: { kind: 'reply', author: bob, title: 'Gärten im Herbst' } });
      await make(writer, 'b', { at: NOON + 2, protocol: 'refback', target: 'https://home.example/other' });
      await make(writer, 'c', { at: NOON + 3, site: 'two.example', source: 'https://deep.a.example/garten' });
      await make(writer, 'd', { at: NOON + 4, link: 'absent', entry: { kind: 'reply' } });
      await make(writer, 'e', { at: NOON + 5, link: 'lost', entry: { kind: 'like', author: bob } });
      await make(writer, 'f', { at: NOON + 6, link: 'unverified', source: 'https://f.a.example/neu' });
      for (const [filter, ids] of [
        [{}, 'f e d c b a'],
        [{ isListed: true }, 'f e c b a'],
        [{ kind: 'reply' }, 'd a'],
        [{ kind: 'reply', moderation: 'pending' }, 'a'],
        [{ protocol: 'refback' }, 'b'],
        [{ site: 'two.example', moderation: 'pending' }, 'c'],
        [{ targetKey: 'https://home.example/other', moderation: 'pending' }, 'b'],
        [{ domain: 'a.example' }, 'f c a'],
        [{ domain: 'deep.a.example' }, 'c'],
        [{ domain: 'example', kind: 'like' }, 'e'],
        [{ author: 'https://bob.example/about' }, 'e a'],
        [{ author: 'bob moller' }, 'e a'],
        [{ author: 'bob' }, ''],
        [{ words: 'HERBST garten' }, 'a'],
        [{ words: 'garten' }, 'c a'],
        [{ words: 'https://deep.a.example/garten' }, 'c'],
        [{ words: 'these words', protocol: 'pingback', link: 'live' }, 'c a'],
        [{ words: 'neu' }, 'f'],
        [{ words: 'nowhere' }, ''],
        [{ link: 'lost' }, 'e'],
        [{ link: 'lost', author: 'Bob Möller' }, 'e'],
        [{ link: 'unverified', domain: 'a.example' }, 'f'],
        [{ from: NOON + 2, to: NOON + 3 }, 'c b'],
        [{ from: NOON + 2, to: NOON + 6, domain: 'a.example' }, 'f c'],
        [{ moderation: 'pending', from: NOON + 6 }, 'f'],
      ] as const)
        expect(await found(filter), JSON.stringify(filter)).toBe(ids);
      expect(await reader.mentions.count({ domain: 'a.example' }, 2)).toBe(2);
    });

    it('words of scripts that put no spaces between them, by any letters that follow each other', async () => {
      await make(writer, 'a', { entry: { title: '東京の庭について' } });
      await make(writer, 'b', { entry: { title: 'การทำสวน' } });
      expect(await found({ words: '東京' })).toBe('a');
      expect(await found({ words: '庭' })).toBe('a');
      expect(await found({ words: '京庭' })).toBe('');
      expect(await found({ words: 'ทำสวน' })).toBe('b');
    });

    it('what addresses say in other alphabets, and words however often they are asked for', async () => {
      await make(writer, 'a', { source: 'https://a.example/%D1%81%D0%B0%D0%B4/%E0%A4%A' });
      expect(await found({ words: 'сад' })).toBe('');
      await make(writer, 'b', { source: 'https://b.example/%D1%81%D0%B0%D0%B4' });
      expect(await found({ words: 'САД сад https://b.example' })).toBe('b');
    });

    it('follows every change of state, kind and protocol', async () => {
      await make(writer, 'a');
      await writer.mentions.moderate('id-a', 'spam', [], step(NOON));
      expect(await found({ moderation: 'pending', domain: 'a.example' })).toBe('');
      expect(await found({ moderation: 'spam', domain: 'a.example' })).toBe('a');
      await writer.mentions.accept(newMention('a', { protocol: 'webmention', targetKey: 'https://home.example/post' }));
      await make(writer, 'a', { entry: { kind: 'like', title: 'Anders' } });
      expect(await found({ protocol: 'webmention', kind: 'like', words: 'anders' })).toBe('a');
      expect(await found({ kind: 'mention' })).toBe('');
    });

    it('one that was never looked at is found when it was decided about', async () => {
      await make(writer, 'a', { link: 'unverified' });
      await writer.mentions.moderate('id-a', 'rejected', undefined, step(NOON));
      expect(await found({ domain: 'a.example', moderation: 'rejected' })).toBe('a');
      expect(await found({ domain: 'a.example', moderation: 'pending' })).toBe('');
    });

    it('what is deleted is found no more', async () => {
      await make(writer, 'a');
      await make(writer, 'b');
      await writer.mentions.recordCheck('id-a', { link: 'live', checkedAt: NOON, text: 'secret words' }, []);
      await writer.forget({ host: 'a.example' });
      expect(await found({ kind: 'mention' })).toBe('b');
      expect(await reader.mentions.text('id-a')).toBe('');
    });

    it('page by page, forwards and backwards, without losing or doubling one, marked or not', async () => {
      const names = Array.from({ length: 40 }, (_, n) => `n${n}`);
      for (const [n, name] of names.entries())
        await make(writer, name, { at: NOON + Math.floor(n / 3), link: n % 4 === 0 ? 'unverified' : 'live' });
      for (const filter of [{ moderation: 'pending' }, { protocol: 'pingback' }, { site: 'home.example' }] as const) {
        const all = await reader.mentions.list({ ...filter, limit: 100 });
        expect(all).toHaveLength(40);
        const paged: string[] = [];
        for (let before: MentionFilter['before']; ; ) {
          const page = await reader.mentions.list({ ...filter, limit: 7, ...(before && { before }) });
          paged.push(...page.map(({ id }) => id));
          const last = page.at(-1);
          if (last === undefined) break;
          before = { receivedAt: last.receivedAt, id: last.id };
        }
        expect(paged).toEqual(all.map(({ id }) => id));
        for (const [n, { receivedAt, id }] of all.entries())
          expect(await reader.mentions.count({ ...filter, after: { receivedAt, id } }, 100), `${n}`).toBe(n);
      }
    });

    it('keeps the passage around the link', async () => {
      await make(writer, 'a');
      expect(await reader.mentions.text('id-a')).toBe('');
      for (const text of ['before', 'after'])
        await writer.mentions.recordCheck('id-a', { link: 'live', checkedAt: NOON, text }, []);
      await writer.mentions.recordCheck('id-a', { link: 'unreachable', checkedAt: NOON }, []);
      expect(await reader.mentions.text('id-a')).toBe('after');
    });
  });
}
