import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { type Entry, KINDS, LINK_PLACES } from '@hearback/protocol';
import type { Hearback } from '../../packages/server/dist/compose/hearback.js';

type Row = Readonly<Record<string, SQLInputValue>>;

/** What the store made of one link that went the whole way. */
export interface Sample {
  readonly mention: Row;
  readonly backlink: Row;
  readonly changes: readonly Row[];
}

const SAMPLES = 240;
const AT = Date.UTC(2020, 0);
const HOUR = 3_600_000;
const WORDS = 'river stone lamp garden winter copper letter window forest salt'.split(' ');
const RELS = [[], [], [], ['nofollow'], ['nofollow', 'ugc'], ['sponsored']] as const;

/** Links of all sorts, as they are received, seen, missed and decided about. */
export async function seeSamples(hearback: Hearback): Promise<void> {
  for (let n = 0; n < SAMPLES; n += 1) await seeOne(hearback, n);
}

async function seeOne({ store: { mentions } }: Hearback, n: number): Promise<void> {
  const [id, source, target] = [`sample${n}`, `https://sample.example/${n}`, 'https://site.example/sample'];
  await mentions.accept({
    ...{ id, site: 'site.example', source, sourceKey: `sample.example/${n}`, target },
    ...{ targetKey: 'site.example/sample', receivedAt: AT + n, group: 'sample', verifyAfter: Number.MAX_SAFE_INTEGER },
    protocol: n % 3 === 0 ? 'pingback' : n % 7 === 0 ? 'trackback' : 'webmention',
  });
  const entry: Entry = {
    kind: n % 2 === 0 ? 'mention' : (KINDS[(n >> 1) % 5] ?? 'mention'),
    ...{ rsvp: '', published: '', title: `On ${WORDS[n % 10]} and ${WORDS[(n >> 3) % 10]}` },
    author: { name: `Author n${n % 100}`, url: 'https://sample.example/', photo: '' },
    excerpt: `So somebody wrote of ${WORDS.join(', ')} and said a good deal more than that, which is worth reading.`,
  };
  const rel = RELS[n % RELS.length] ?? [];
  const place = n % 4 === 0 ? (LINK_PLACES[(n >> 2) % LINK_PLACES.length] ?? 'content') : 'content';
  const isClosed = n % 23 === 0;
  const facts = {
    status: 200,
    finalUrl: source,
    title: entry.title,
    canonical: source,
    noindex: isClosed,
    language: 'en',
  };
  const links = [{ href: target, anchor: 'a good deal more', rel, level: 'L0', place }] as const;
  const at = AT + HOUR + n;
  await mentions.recordCheck(
    id,
    {
      ...{ link: 'live', checkedAt: at, lastSeenAt: at, level: 'L0', links, entry, facts },
      seen: {
        ...{
          anchor: 'a good deal more',
          rel,
          place,
          links: 1,
          isFollowed: rel.length === 0,
          robots: '',
          language: 'en',
        },
        ...{ noindex: isClosed ? 'meta' : '', finalUrl: source, chain: [source], canonical: source },
        ...{ entityTag: '"1"', lastModified: '' },
      },
    },
    [],
  );
  if (n % 8 === 1) await mentions.recordCheck(id, { link: 'lost', checkedAt: at + 1, missingSince: at + 1 }, []);
  if (n % 16 === 2) await mentions.recordCheck(id, { link: 'unreachable', checkedAt: at + 1 }, []);
  const to = n % 12 === 11 ? 'spam' : n % 30 === 7 ? 'rejected' : n % 9 === 4 ? undefined : 'approved';
  if (to) await mentions.moderate(id, to, [], { at: at + 2, step: 'moderated', outcome: to, reason: '' });
}

/** The rows that they left behind. */
export function ledgerSamples(database: DatabaseSync): readonly Sample[] {
  const changes = database.prepare('SELECT * FROM "linkChange" WHERE mention = ? ORDER BY place');
  const backlink = database.prepare('SELECT * FROM backlink WHERE mention = ?');
  return database
    .prepare('SELECT * FROM mention ORDER BY id')
    .all()
    .map((mention) => ({
      mention,
      backlink: backlink.get(mention.id ?? '') as Row,
      changes: changes.all(mention.id ?? ''),
    }));
}
