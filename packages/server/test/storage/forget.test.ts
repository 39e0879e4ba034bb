import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store, Whom } from '../../src/ports/index.ts';
import { namesOf } from '../../src/storage/forget/names.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { fakeClock, NOON } from './contract/opened.ts';
import { newDelivery, newMention } from './contract/samples.ts';
import { type TemporaryDirectory, temporaryDirectory } from './directory.ts';

let directory: TemporaryDirectory;
let store: Store;
beforeEach(async () => {
  directory = temporaryDirectory();
  store = await openSqliteStore({ directory: directory.path, clock: fakeClock() });
});
afterEach(async () => {
  await store.close();
  directory.remove();
});

const step = { at: NOON, step: 'verified', outcome: 'linked', reason: 'It links.' } as const;

async function mention(id: string, source: string, author = '', finalUrl = source): Promise<void> {
  await store.mentions.accept({ ...newMention(id), id, source, sourceKey: source, group: new URL(source).host });
  const facts = { status: 200, finalUrl, title: '', canonical: '', noindex: false, language: '' };
  const person = { name: 'Somebody', url: author, photo: '' };
  const entry = { kind: 'mention', rsvp: '', title: `Words of ${source}`, author: person, excerpt: '', published: '' };
  const update = { link: 'live', checkedAt: NOON, facts, entry } as const;
  await store.mentions.recordCheck(id, update as Parameters<Store['mentions']['recordCheck']>[1], [step]);
}

/** How often a text stands in any file of the store. */
const inFiles = (text: string) =>
  readdirSync(directory.path).filter((name) => readFileSync(join(directory.path, name)).includes(text));

describe('R25: what is to be forgotten', () => {
  it('is nowhere any more: not in the file, not in its log; and the others are all there', async () => {
    for (let n = 0; n < 300; n += 1) {
      await mention(`gone-${n}`, `https://www.bob.example/${n}`);
      await mention(`kept-${n}`, `https://notbob.example/${n}`);
    }
    await mention('redirected', 'https://short.example/x', '', 'https://bob.example/long');
    await mention('reposted', 'https://bridge.example/bob', 'https://bob.example/');
    await mention('about', 'https://carol.example/bobs', 'https://carol.example/');
    await store.refusals.add({
      id: 'refused',
      site: 's',
      protocol: 'pingback',
      source: 'https://bob.example/no',
      target: 'https://home.example/',
      reason: 'No.',
      at: NOON,
    });
    await store.deliveries.add(
      [
        newDelivery('told', { target: 'https://bob.example/post' }),
        newDelivery('other', { target: 'https://dave.example/' }),
      ],
      { step: 'found', outcome: 'queued', reason: 'In a post.' },
    );
    await store.deliveries.record('id-told', {}, step, [
      { at: NOON, request: 'GET /post', reply: 'See https://bob.example/' },
    ]);
    await store.turns.take([{ name: 'bob.example', gapMs: 1000 }], NOON);
    expect(inFiles('bob.example').length).toBeGreaterThan(0);

    expect(await store.forget({ host: 'bob.example' })).toEqual({ mentions: 302, deliveries: 1, refusals: 1 });
    const left = inFiles('bob.example').map((name) =>
      readFileSync(join(directory.path, name))
        .toString('latin1')
        .split('bob.example')
        .slice(0, -1)
        .filter((before) => !before.endsWith('not')),
    );
    expect(left.flat()).toEqual([]);
    expect(await store.mentions.trace('gone-1')).toEqual([]);
    for (let n = 0; n < 300; n += 1) expect(await store.mentions.byId(`kept-${n}`)).toBeDefined();
    expect(await store.mentions.byId('about')).toBeDefined();
    expect((await store.deliveries.list({ limit: 9 })).map(({ id }) => id)).toEqual(['id-other']);
    // Its jobs are gone, and the queue goes on.
    const jobs = await store.jobs.claim({ now: NOON + 1e6, limit: 9, leaseMs: 1000, kinds: ['verify'] });
    expect(jobs.every(({ group }) => group !== 'www.bob.example')).toBe(true);
  });

  it('may be one page', async () => {
    await mention('one', 'https://bob.example/one');
    await mention('one-more', 'https://bob.example/one-more');
    expect(await store.forget({ url: 'https://bob.example/one' })).toMatchObject({ mentions: 1 });
    expect(await store.mentions.byId('one')).toBeUndefined();
    expect(await store.mentions.byId('one-more')).toBeDefined();
  });

  it('leaves a number without a name, so that copies of what was public are taken down', async () => {
    for (const name of ['shown', 'withdrawn', 'held']) {
      await mention(name, `https://bob.example/${name}`);
      if (name === 'held') continue;
      await store.mentions.recordCheck(name, { link: 'live', checkedAt: NOON, lastSeenAt: NOON }, []);
      await store.mentions.moderate(name, 'approved', undefined, { ...step, step: 'moderated' });
    }
    await store.mentions.moderate('withdrawn', 'rejected', undefined, { ...step, step: 'moderated' });
    const query = { targetKeys: [], sites: ['home.example'], limit: 9, offset: 0 };
    expect((await store.tombstones.list(query)).rows).toMatchObject([
      { id: 2, source: 'https://bob.example/withdrawn' },
    ]);
    expect(await store.forget({ host: 'bob.example' })).toMatchObject({ mentions: 3 });
    expect((await store.tombstones.list(query)).rows.map(({ id, source }) => [id, source])).toEqual([
      [1, ''],
      [2, ''],
    ]);
  });

  it('that is not there is nothing', async () => {
    expect(await store.forget({ host: 'bob.example' })).toEqual({ mentions: 0, deliveries: 0, refusals: 0 });
  });
});

describe('names', () => {
  const host: Whom = { host: 'bob.example' };
  const page: Whom = { url: 'https://bob.example/a' };
  it.each([
    [host, 'https://bob.example/', true],
    [host, 'told www.bob.example of it', true],
    [host, 'BOB.example.', true],
    [host, 'https://notbob.example/', false],
    [host, 'https://bob.example.org/', false],
    [host, 'https://x-bob.example/', false],
    [page, 'told https://bob.example/a.', true],
    [page, 'https://bob.example/a/b', false],
    [page, 'https://bob.example/ab', false],
    [page, 'https://www.bob.example/a', true],
  ])('%o in %s: %s', (whom, text, found) => {
    expect(namesOf(whom).occurIn(text)).toBe(found);
  });
});
