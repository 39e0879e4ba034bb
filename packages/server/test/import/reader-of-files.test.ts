import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSpool } from '../../src/compose/spool.ts';
import { FORMATS } from '../../src/import/formats/index.ts';
import { createFileReader, type FileReaderDeps } from '../../src/import/reader-of-files.ts';
import { HOLD_MS, runState } from '../../src/import-run.ts';
import { openHouse } from '../inbound/house.ts';
import { bytes } from './reading.ts';

const LINKS = 450;
const LIST = `source,target\n${Array.from({ length: LINKS }, (_, n) => `https://bob${n}.example/a,https://alice.example/post`).join('\n')}\nno,no\n`;

async function openDesk(more: Partial<FileReaderDeps> = {}) {
  const house = await openHouse();
  const folder = mkdtempSync(join(tmpdir(), 'hearback-spool-'));
  const { store, random } = house.receiving;
  const spool = openSpool(folder, 50);
  const errors: unknown[] = [];
  const deps: FileReaderDeps = {
    ...house.receiving,
    ...{
      store,
      spool,
      formats: async () => FORMATS,
      onWork: () => {},
      onError: (error) => errors.push(error),
      ...more,
    },
  };
  return {
    house,
    folder,
    errors,
    runs: store.importRuns,
    random,
    open: (changes: Partial<FileReaderDeps> = {}) => createFileReader({ ...deps, ...changes }),
    async [Symbol.asyncDispose]() {
      await house[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true });
    },
  };
}
const FILE = { name: 'list.csv', by: 'Alice', site: '' };
const given = (text: string | Uint8Array) => ({ ...FILE, bytes: bytes(text, 1000) });

it('goes on behind what is on disk when the process that read it is gone, and counts all of it', async () => {
  await using desk = await openDesk();
  const { house, runs } = desk;
  // It is ended as a kill does it: no word is said any more after the second batch.
  let told = 0;
  const dying = desk.open({
    store: {
      ...house.receiving.store,
      importRuns: {
        ...runs,
        advance: (id, progress) => (++told > 2 ? new Promise<boolean>(() => {}) : runs.advance(id, progress)),
      },
    },
  });
  const one = await dying.give(given(LIST));
  if (!one.ok) throw new Error(one.why);
  await expect.poll(() => told).toBe(3);
  expect(await runs.byId(one.id)).toMatchObject({ counts: { read: 200 }, endedAt: undefined });
  // Another process leaves it alone while it is held.
  const next = desk.open();
  await next.look();
  expect((await runs.byId(one.id))?.counts.read).toBe(200);
  house.time.now += HOLD_MS + 1;
  await next.look();
  // A hundred had come in without a word of it.
  expect(await runs.byId(one.id)).toMatchObject({
    counts: { read: LINKS + 1, taken: { named: LINKS - 100 }, skipped: { known: 100, unreadable: 1 } },
    problem: '',
    done: LIST.length,
  });
  expect((await runs.skips(one.id, 0, 999)).at(-1)).toMatchObject({ place: `line ${LINKS + 2}`, why: 'unreadable' });
  expect(readdirSync(desk.folder)).toEqual([]);
  expect(desk.errors).toEqual([]);
});

it('leaves off between two batches when the server stops, and goes on at the next start', async () => {
  await using desk = await openDesk();
  const { runs } = desk;
  const first = desk.open();
  const advance = runs.advance;
  let stopping: Promise<void> | undefined;
  const watched = desk.open({
    store: {
      ...desk.house.receiving.store,
      importRuns: {
        ...runs,
        advance(id, progress) {
          stopping ??= watched.stop();
          return advance(id, progress);
        },
      },
    },
  });
  const one = await watched.give(given(LIST));
  if (!one.ok) throw new Error(one.why);
  await expect.poll(() => stopping !== undefined).toBe(true);
  await stopping;
  const left = await runs.byId(one.id);
  expect(left).toMatchObject({ endedAt: undefined, heldUntil: 0 });
  expect(left?.counts.read).toBeLessThan(LINKS);
  await first.look();
  expect(await runs.byId(one.id)).toMatchObject({ counts: { taken: { named: LINKS }, skipped: { unreadable: 1 } } });
});

it('keeps nothing of one that is too large, that is silent, or that nobody has room for', async () => {
  await using desk = await openDesk({ most: 1000 });
  const reader = desk.open();
  expect(await reader.give(given('x'.repeat(1001)))).toMatchObject({
    why: 'broken',
    reason: expect.stringMatching(/more than 1000 bytes/),
  });
  const silent = async function* () {
    yield new Uint8Array(10);
    await new Promise(() => {});
  };
  expect(await reader.give({ ...FILE, bytes: silent() })).toMatchObject({
    why: 'broken',
    reason: expect.stringMatching(/nothing came for/),
  });
  expect(await reader.give(given(''))).toMatchObject({ why: 'empty' });
  await reader.stop();
  for (let n = 0; n < 5; n += 1) expect((await reader.give(given('source,target\n'))).ok).toBe(true);
  expect(await reader.give(given('source,target\n'))).toMatchObject({ why: 'busy' });
  expect(readdirSync(desk.folder)).toHaveLength(5);
});

it('one whose file is gone stands still, and is told so', () => {
  const run = { begunAt: 0, heldUntil: 0, endedAt: undefined, problem: '' };
  expect(runState(run, HOLD_MS)).toBe('waiting');
  expect(runState(run, 3 * HOLD_MS)).toBe('stalled');
  expect(runState({ ...run, heldUntil: 4 * HOLD_MS }, 3 * HOLD_MS)).toBe('reading');
});
