import { dayOf } from '../../../ports/counts.ts';
import type { Accepted, NewMention } from '../../../ports/index.ts';
import { JOINED_MS, RECHECK_GAP_MS, visitorGap } from '../../intake.ts';
import type { Statement } from '../statements.ts';

interface StoredRow {
  readonly id: string;
  readonly isPublic: number;
  readonly repeats: number;
  readonly checkedAt: number | null;
}

interface KnownPair {
  readonly link: string;
  readonly protocols: string;
}

const STORE_MENTION = `
  INSERT INTO mention (id, site, source, target, sourceKey, targetKey, protocols, receivedAt, lastReceivedAt, updatedAt, sender)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, ?8, ?9)
  ON CONFLICT (targetKey, sourceKey, site) DO UPDATE SET
    lastReceivedAt = max(lastReceivedAt, excluded.lastReceivedAt),
    repeats = repeats + 1,
    protocols = iif(instr(',' || protocols || ',', ',' || excluded.protocols || ',') > 0,
                    protocols, protocols || ',' || excluded.protocols)
  RETURNING id, isPublic, repeats, checkedAt`;

// A job that waits stays as it is, so that strangers cannot hurry a retry. One that runs may have fetched the page before
// it changed, so it is done again afterwards (?5: the look that is under way counts as the last one).
const STORE_JOB = `
  INSERT INTO job (id, kind, subject, groupName, startAfter, unlined) VALUES (?1, 'verify', ?2, ?3, ?4, 1)
  ON CONFLICT (subject, kind) DO UPDATE SET againAt = min(coalesce(againAt, ?5), ?5) WHERE leasedUntil IS NOT NULL`;

const FIND_JOINED = `
  SELECT mention.sourceKey FROM joinedMention JOIN mention ON mention.id = stays
  WHERE joinedMention.targetKey = ?1 AND joinedMention.sourceKey = ?2 AND joinedMention.site = ?3 AND joinedAt > ?4
  ORDER BY joinedAt DESC LIMIT 1`;

const FIND_PAIR = `
  SELECT link, protocols FROM mention WHERE targetKey = ?1 AND sourceKey = ?2 AND site = ?3`;

// Once for a batch and a day, so that counting costs the single mention nothing.
const COUNT = `
  INSERT INTO dailyCount (site, name, day, key, count) VALUES (?1, 'mention', ?2, 'pending', ?3)
  ON CONFLICT (site, name, day, key) DO UPDATE SET count = count + excluded.count`;

const TAKE_NUMBERS = `
  INSERT INTO counter (name, value) VALUES ('job', ?1)
  ON CONFLICT (name) DO UPDATE SET value = value + excluded.value RETURNING value`;

/** What stores a batch inside the transaction that its caller has begun; answers in the order of the mentions. */
export function createBatchWriter(
  prepare: (text: string) => Statement,
): (mentions: readonly NewMention[]) => Accepted[] {
  function store(mention: NewMention, number: number): Accepted {
    const { id, site, source, target, targetKey, protocol, receivedAt, group, verifyAfter } = mention;
    const sourceKey = keyOf(mention);
    const gap = gapFor({ ...mention, sourceKey });
    const parameters = [id, site, source, target, sourceKey, targetKey, protocol, receivedAt, mention.sender ?? null];
    const row = prepare(STORE_MENTION).get(parameters) as unknown as StoredRow;
    const accepted = { id: row.id, fresh: row.repeats === 0, isPublic: row.isPublic === 1 };
    if (gap === undefined) return accepted;
    const startAfter = row.checkedAt === null ? verifyAfter : Math.max(verifyAfter, row.checkedAt + gap);
    const again = Math.max(verifyAfter, receivedAt + gap);
    prepare(STORE_JOB).run([number, row.id, group, startAfter, again]);
    return accepted;
  }

  /** A source that was found to lead to the page of another mention would be looked at again and again, as if it were new. */
  function keyOf({ sourceKey, targetKey, site, receivedAt }: NewMention): string {
    const joined = prepare(FIND_JOINED).get([targetKey, sourceKey, site, receivedAt - JOINED_MS]);
    return (joined as { sourceKey: string } | undefined)?.sourceKey ?? sourceKey;
  }

  /** Between two looks at a pair. The first refback of a pair counts like any announcement: its rules are wider. */
  function gapFor({ protocol, targetKey, sourceKey, site }: NewMention): number | undefined {
    if (protocol !== 'refback') return RECHECK_GAP_MS;
    const known = prepare(FIND_PAIR).get([targetKey, sourceKey, site]) as KnownPair | undefined;
    return known?.protocols.split(',').includes('refback') ? visitorGap(known.link) : RECHECK_GAP_MS;
  }

  function countFresh(fresh: readonly NewMention[]): void {
    const counts = new Map<string, { site: string; day: number; count: number }>();
    for (const { site, receivedAt } of fresh) {
      const day = dayOf(receivedAt);
      const known = counts.get(`${day} ${site}`);
      if (known) known.count += 1;
      else counts.set(`${day} ${site}`, { site, day, count: 1 });
    }
    for (const { site, day, count } of counts.values()) prepare(COUNT).run([site, day, count]);
  }

  return (mentions) => {
    const { value: last } = prepare(TAKE_NUMBERS).get([mentions.length]) as { value: number };
    const accepted = mentions.map((mention, index) => store(mention, last - mentions.length + 1 + index));
    countFresh(mentions.filter((_, index) => accepted[index]?.fresh));
    return accepted;
  };
}
