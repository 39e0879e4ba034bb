import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { compose } from '../../packages/server/dist/compose/hearback.js';
import { readConfig } from '../../packages/server/dist/config.js';

/** So many tell of one post. */
export const A_POST = 20;
export const SITE = 'https://site.example/';
/** Blogs that the mentions come from. */
const HOSTS = 5_000;
/** A transaction of a million rows would be a log of gigabytes. */
const BATCH = 100_000;
/** Knuth's, prime to 2^32: n times it goes through all remainders and looks like chance. */
const MIX = 2_654_435_761;

/**
 * Fills a folder with a store of so many public mentions, `A_POST` a post. One goes the whole way through the store; the
 * others are copies of its row under other names, because a million the whole way would take an hour. What is copied is
 * whatever the schema holds. The same seed gives the same rows: which blog each comes from, and so the order in which the
 * indexes are filled, is mixed from its number and the seed.
 */
export async function fillStore(data: string, mentions: number, seed: number): Promise<void> {
  await storeTheFirst(data);
  const database = new DatabaseSync(join(data, 'hearback.db'));
  const columns = database.prepare("SELECT name FROM pragma_table_info('mention')").all();
  const host = `((n + ${Math.trunc(seed)}) * ${MIX} % 4294967296 % ${HOSTS})`;
  const renamed: Readonly<Record<string, string>> = {
    id: "'copy' || n",
    source: `'https://blog' || ${host} || '.example/' || n`,
    sourceKey: `'blog' || ${host} || '.example/' || n`,
    target: `target || (n / ${A_POST})`,
    targetKey: `targetKey || (n / ${A_POST})`,
    publicId: 'publicId + n',
    publicAt: 'publicAt + n',
    updatedAt: 'updatedAt + n',
    // Each has its own in the index of the desk, which nobody reads here.
    place: 'NULL',
    // They were looked at: a million looks that are due would be what is measured.
    lookAt: 'NULL',
    lookGroup: 'NULL',
  };
  const values = columns.map(({ name }) => renamed[String(name)] ?? `"${name}"`);
  // Nobody else is here, and a store that a power cut spoils is made anew.
  database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -262144');
  for (let from = 1; from <= mentions; from += BATCH)
    database.exec(`
      WITH RECURSIVE numbers(n) AS (
        SELECT ${from} UNION ALL SELECT n + 1 FROM numbers WHERE n < ${Math.min(from + BATCH - 1, mentions)})
      INSERT INTO mention SELECT ${values.join(', ')} FROM (SELECT * FROM mention WHERE id = 'first'), numbers`);
  database.close();
}

async function storeTheFirst(data: string): Promise<void> {
  const silent = () => {};
  const hearback = await compose(
    readConfig({ sites: [SITE], data }, () => undefined),
    { log: { info: silent, warn: silent, error: console.error } },
  );
  const { mentions } = hearback.store;
  const [id, source, target, at] = ['first', 'https://blog.example/a/', `${SITE}post/`, Date.UTC(2025, 0)] as const;
  await mentions.accept({
    id,
    site: 'site.example',
    source,
    target,
    sourceKey: source,
    targetKey: target.replace('https://', ''),
    protocol: 'pingback',
    receivedAt: at,
    group: 'blog.example',
    verifyAfter: Number.MAX_SAFE_INTEGER,
  });
  const author = { name: 'Alice', url: 'https://blog.example/', photo: '' };
  const entry = {
    kind: 'mention',
    rsvp: '',
    title: 'On hearing back',
    author,
    excerpt: '[…] somebody wrote […]',
    published: '',
  } as const;
  const facts = {
    status: 200,
    finalUrl: source,
    title: 'On hearing back',
    canonical: '',
    noindex: false,
    language: 'en',
  };
  const links = [{ href: target, anchor: 'somebody wrote', rel: [], level: 'L0' }] as const;
  await mentions.recordCheck(id, { link: 'live', checkedAt: at, lastSeenAt: at, level: 'L0', links, entry, facts }, []);
  await mentions.moderate(id, 'approved', [], { at, step: 'moderated', outcome: 'approved', reason: '' });
  await hearback.stop();
}
