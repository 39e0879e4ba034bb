import { dayOf } from '../../../ports/counts.ts';
import type { Accepted, NewMention } from '../../../ports/index.ts';
import { gapFor, JOINED_MS } from '../../intake.ts';
import type { Statement } from '../statements.ts';

interface KnownMention {
  readonly id: string;
  readonly isPublic: number;
  readonly link: string;
  readonly protocols: string;
  readonly checkedAt: number | null;
}

/** What a source that was found to lead to the page of another mention is kept under: it is not new each time it comes. */
const JOINED = `
  SELECT mention.sourceKey FROM joinedMention JOIN mention ON mention.id = stays
  WHERE joinedMention.targetKey = ?1 AND joinedMention.sourceKey = ?2 AND joinedMention.site = ?3 AND joinedAt > ?4
  ORDER BY joinedAt DESC LIMIT 1`;

// One statement for a pair that is new, as nearly all are. IGNORE is for the pair that is known; with ON CONFLICT or RETURNING
// SQLite keeps a copy of every page that a statement touches until it is over, which cost as much as the writing itself.
const STORE_MENTION = `
  INSERT OR IGNORE INTO mention (targetKey, sourceKey, site, id, source, target, protocols, receivedAt, lastReceivedAt,
    updatedAt, sender, lookAt, lookGroup)
  VALUES (?1, coalesce((${JOINED}), ?2), ?3, ?5, ?6, ?7, ?8, ?9, ?9, ?9, ?10, ?11, ?12)`;

const FIND_PAIR = `
  SELECT id, isPublic, link, protocols, checkedAt FROM mention
  WHERE targetKey = ?1 AND sourceKey = coalesce((${JOINED}), ?2) AND site = ?3`;

// Once for a batch and a day, so that counting costs the single mention nothing.
const COUNT = `
  INSERT INTO dailyCount (site, name, day, key, count) VALUES (?1, 'mention', ?2, 'pending', ?3)
  ON CONFLICT (site, name, day, key) DO UPDATE SET count = count + excluded.count`;

const COUNT_REPEAT = `
  UPDATE mention SET
    lastReceivedAt = max(lastReceivedAt, ?2),
    repeats = repeats + 1,
    protocols = iif(instr(',' || protocols || ',', ',' || ?3 || ',') > 0, protocols, protocols || ',' || ?3)
  WHERE id = ?1`;

// A job that waits stays as it is, so that strangers cannot hurry a retry.
const LOOK_AGAIN = `
  UPDATE mention SET lookAt = ?2, lookGroup = ?3 WHERE id = ?1 AND lookAt IS NULL
    AND NOT EXISTS (SELECT 1 FROM job WHERE subject = ?1 AND kind = 'verify')`;

// A job that runs may have fetched the page before it changed: it is done again afterwards (?2: the look that is under way
// counts as the last one).
const DO_AGAIN = `
  UPDATE job SET againAt = min(coalesce(againAt, ?2), ?2)
  WHERE subject = ?1 AND kind = 'verify' AND leasedUntil IS NOT NULL`;

/** What stores a batch inside the transaction that its caller has begun; answers in the order of the mentions. */
export function createBatchWriter(
  prepare: (text: string) => Statement,
): (mentions: readonly NewMention[]) => Accepted[] {
  function store(mention: NewMention): Accepted {
    const { id, site, source, target, sourceKey, targetKey, protocol, receivedAt, sender, verifyAfter, group } =
      mention;
    const pair = [targetKey, sourceKey, site, receivedAt - JOINED_MS];
    const row = [id, source, target, protocol, receivedAt, sender ?? null, verifyAfter, group];
    if (prepare(STORE_MENTION).run([...pair, ...row]) === 1) return { id, fresh: true, isPublic: false };
    const known = prepare(FIND_PAIR).get(pair) as KnownMention | undefined;
    if (!known) throw new Error(`The mention ${id} breaks a rule of its table.`);
    repeat(known, mention);
    return { id: known.id, fresh: false, isPublic: known.isPublic === 1 };
  }

  function repeat(known: KnownMention, { protocol, receivedAt, verifyAfter, group }: NewMention): void {
    const { id, checkedAt } = known;
    prepare(COUNT_REPEAT).run([id, receivedAt, protocol]);
    const gap = gapFor(known, protocol);
    if (gap === undefined) return;
    prepare(DO_AGAIN).run([id, Math.max(verifyAfter, receivedAt + gap)]);
    prepare(LOOK_AGAIN).run([id, checkedAt === null ? verifyAfter : Math.max(verifyAfter, checkedAt + gap), group]);
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
    const accepted = mentions.map(store);
    countFresh(mentions.filter((_, index) => accepted[index]?.fresh));
    return accepted;
  };
}
