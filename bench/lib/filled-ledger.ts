import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { compose, type Hearback } from '../../packages/server/dist/compose/hearback.js';
import { readConfig } from '../../packages/server/dist/config.js';
import { codeOf } from '../../packages/server/dist/storage/mark-code.js';
import { marksOf } from '../../packages/server/dist/storage/marks.js';
import { mentionOf } from '../../packages/server/dist/storage/mention-row.js';
import { ledgerSamples, type Sample, seeSamples } from './ledger-samples.ts';
import { fillSums } from './ledger-sums.ts';
import { DAY, type Filling, type LinkNumber, numberOf, SITES } from './link-numbers.ts';

/** Marks are written from the newest down, which is how FTS5 takes many at once; a store that grew has them in many parts. */
const BATCH = 20_000;

/**
 * A folder with a store of so many backlinks, made once for each number and seed. A few dozen links of all sorts go the
 * whole way through the store; the others are copies of their rows, in every table that has one, under other names and at
 * other times, and the real code says by which marks each is found. A million the whole way would take an hour.
 */
export async function filledLedger(folder: string, links: number, seed: number): Promise<string> {
  const data = join(folder, `ledger-${links}-${seed}`);
  if (existsSync(data)) return data;
  const unfinished = `${data}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const hearback = await openQuietly(unfinished);
  await seeSamples(hearback);
  await hearback.stop();
  const database = new DatabaseSync(join(unfinished, 'hearback.db'));
  fill(database, { links, seed, until: Math.floor(Date.now() / DAY) * DAY });
  database.close();
  renameSync(unfinished, data);
  return data;
}

/** Not started: what works on the queue would write too. */
export async function openQuietly(data: string): Promise<Hearback> {
  const silent = () => {};
  const hearback = await compose(
    readConfig({ sites: SITES.map((id) => `https://${id}/`), data }, () => undefined),
    { log: { info: silent, warn: silent, error: console.error } },
  );
  const plain = { name: '', feed: undefined, sitemap: undefined, receive: true, send: false, announce: false };
  for (const id of SITES) {
    await hearback.store.sites.configure({ ...plain, id, url: `https://${id}/` });
    // A server that throws away what is old is not what is measured.
    await hearback.store.sites.setSwitches(id, { settings: { keepDays: { spam: 0 } } });
  }
  await hearback.directory.refresh();
  return hearback;
}

type Row = Readonly<Record<string, SQLInputValue>>;

function fill(database: DatabaseSync, filling: Filling): void {
  const { links, seed } = filling;
  // Nobody else is here, and a store that a power cut spoils is made anew.
  database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; PRAGMA wal_autocheckpoint = 100000');
  const samples = ledgerSamples(database);
  const add = {
    mention: inserting(database, 'mention'),
    backlink: inserting(database, 'backlink'),
    linkChange: inserting(database, 'linkChange'),
    traffic: inserting(database, 'traffic'),
  };
  const mark = database.prepare('INSERT INTO "mentionMark" (rowid, marks) VALUES (?, ?)');
  for (let from = 0; from < links; from += BATCH) {
    database.exec('BEGIN');
    for (let n = Math.min(from + BATCH, links) - 1; n >= from; n -= 1) {
      const link = numberOf(n, filling);
      const copy = copyOf(samples[link.sample % samples.length] as Sample, link);
      for (const table of ['mention', 'backlink', 'linkChange', 'traffic'] as const)
        for (const row of copy[table]) add[table](row);
      const [mention] = copy.mention;
      const marks = marksOf(mentionOf(mention as never));
      mark.run(-Number(mention?.place), [...marks].map(codeOf).join(' '));
    }
    database.exec('COMMIT');
  }
  for (const sample of samples) database.prepare('DELETE FROM mention WHERE id = ?').run(sample.mention.id ?? '');
  fillSums(database, seed);
}

function inserting(database: DatabaseSync, table: string): (row: Row) => void {
  const columns = database.prepare(`SELECT name FROM pragma_table_info('${table}')`).all();
  const names = columns.map(({ name }) => String(name));
  const insert = database.prepare(
    `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  );
  return (row) => insert.run(...names.map((name) => row[name] ?? null));
}

/** The rows of a sample, with the names and the times of another link. */
function copyOf(sample: Sample, link: LinkNumber) {
  const { n, id, site, host, page, at, seenAt, visits } = link;
  const domain = host;
  const source = `https://${host}/${n}`;
  const target = `https://${site}/${page}`;
  const targetKey = `${site}/${page}`;
  const isLost = sample.backlink.link === 'lost';
  const moved = {
    firstSeenAt: at,
    lastSeenAt: seenAt,
    checkedAt: isLost ? seenAt + 2 * DAY : seenAt,
    missingSince: isLost ? seenAt + DAY : null,
  };
  const named = { site, targetKey, domain };
  const mention = {
    ...sample.mention,
    ...moved,
    ...{ id, site, source, sourceKey: `${host}/${n}`, target, targetKey, finalKey: `${host}/${n}` },
    ...{ receivedAt: at, lastReceivedAt: at, updatedAt: at, place: at * 1024 },
    ...(sample.mention.publicId !== null && { publicId: n + 1, publicAt: at }),
    // They were looked at: a million looks that are due would be what is measured.
    ...{ lookAt: null, lookGroup: null, recheckAt: null },
  } as Row;
  const backlink = { ...sample.backlink, ...moved, ...named, mention: id, finalUrl: source, changedAt: at } as Row;
  const linkChange = sample.changes.map((change, place) => {
    const changedAt = place === 0 ? at : seenAt + place * DAY;
    return { ...change, ...named, mention: id, at: changedAt, day: Math.floor(changedAt / DAY) } as Row;
  });
  const traffic = visits.map((day) => ({ ...named, mention: id, day, count: 1 + (n % 7) }) as Row);
  return { mention: [mention], backlink: [backlink], linkChange, traffic };
}
