import { readdirSync, readFileSync } from 'node:fs';
import { identity } from '@hearback/protocol';
import { expect, it } from 'vitest';
import { generateCorpus, HELD_OUT, isFresh, isTuning } from '../../../../test/spam/corpus/corpus.ts';
import { OWN_PAGES } from '../../../../test/spam/corpus/own-pages.ts';
import type { Item } from '../../../../test/spam/corpus/page.ts';
import { openHouse } from './house.ts';

const FOLDER = new URL('../../../../fixtures/spam/', import.meta.url);
const ITEMS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(new URL(name, FOLDER), 'utf8').trim().split('\n'))
  .map((line): Item => JSON.parse(line));

interface Row {
  readonly family: string;
  readonly label: Item['label'];
  items: number;
  spam: number;
  held: number;
  turnedAway: number;
  published: number;
}

/** Through the door, the reader, the judge and the store, as a server does it; only the web is scripted. */
async function judgeAll(items: readonly Item[]): Promise<readonly Row[]> {
  await using house = await openHouse();
  for (const { url, title, paragraphs } of OWN_PAGES)
    house.web.set(url, `<!doctype html><title>${title}</title><article><p>${paragraphs.join('</p><p>')}</p></article>`);
  const rows = new Map<string, Row>();
  const accepted = new Map<string, Row>();
  for (const { family, label, source, target, finalUrl, html, protocol } of items) {
    const row = rows.get(family) ?? { family, label, items: 0, spam: 0, held: 0, turnedAway: 0, published: 0 };
    rows.set(family, row);
    const url = source.replace(/#.*$/s, '');
    if (finalUrl) house.redirects.set(url, `${finalUrl}?from=${encodeURIComponent(url)}`);
    house.web.set(finalUrl ? `${finalUrl}?from=${encodeURIComponent(url)}` : url, html);
    const refusedBefore = (await house.store.refusals.list({ limit: 10_000 })).length;
    const decision = await house.inbox.accept({ protocol, source, target }, { address: '203.0.113.9' });
    const isRefused =
      decision.outcome === 'refused' || (await house.store.refusals.list({ limit: 10_000 })).length > refusedBefore;
    const key = `${identity(source)} ${target}`;
    // Chance made a few addresses twice; the second is the first again.
    if (!isRefused && accepted.has(key)) continue;
    row.items += 1;
    if (isRefused) row.turnedAway += 1;
    else accepted.set(key, row);
    await house.pass(6_000);
  }
  expect(house.failures).toEqual([]);
  for (const mention of await house.store.mentions.list({ limit: 10_000 })) {
    const row = accepted.get(`${mention.sourceKey} ${mention.target}`);
    if (!row) continue;
    if (mention.moderation === 'spam') row.spam += 1;
    else if (mention.moderation === 'approved') row.published += 1;
    else row.held += 1;
  }
  return [...rows.values()];
}

function print(title: string, rows: readonly Row[]): void {
  const lines = rows.map(
    ({ family, label, items, spam, held, turnedAway }) =>
      `  ${label.padEnd(7)} ${family.padEnd(22)} ${[items, spam, held, turnedAway].map((n) => String(n).padStart(6)).join('')}`,
  );
  process.stdout.write(
    `\n${title}\n  ${'label'.padEnd(7)} ${'family'.padEnd(22)}  items  spam  held  away\n${lines.join('\n')}\n`,
  );
}

const sum = (rows: readonly Row[], label: Item['label'], field: 'items' | 'spam' | 'turnedAway' | 'published') =>
  rows.filter((row) => row.label === label).reduce((total, row) => total + row[field], 0);

it('has at least 500 labelled items, each once, made by the generator beside it', () => {
  expect(ITEMS.length).toBeGreaterThanOrEqual(500);
  expect(new Set(ITEMS.map(({ id }) => id)).size).toBe(ITEMS.length);
  const byId = (a: Item, b: Item) => a.id.localeCompare(b.id);
  expect(ITEMS.toSorted(byId)).toEqual(generateCorpus().toSorted(byId));
});

it.each([
  [
    'the half that nothing was tuned on',
    (item: Item) => !isTuning(item) && !isFresh(item) && !HELD_OUT.has(item.family),
  ],
  ['whole families that nothing was tuned on', (item: Item) => HELD_OUT.has(item.family)],
  ['pages that were written when the rules were done', isFresh],
] as const)(
  'marks nobody honest and nine of ten others: %s',
  async (name, isChosen) => {
    const rows = await judgeAll(ITEMS.filter(isChosen));
    print(name, rows);
    expect(rows.filter(({ label, spam, turnedAway }) => label === 'honest' && spam + turnedAway > 0)).toEqual([]);
    expect(rows.filter(({ published }) => published > 0)).toEqual([]);
    const caught = sum(rows, 'spam', 'spam') + sum(rows, 'spam', 'turnedAway');
    expect(caught / sum(rows, 'spam', 'items')).toBeGreaterThanOrEqual(0.9);
  },
  180_000,
);
