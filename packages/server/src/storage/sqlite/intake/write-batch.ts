import type { Accepted, NewMention } from '../../../ports/index.ts';
import { RECHECK_GAP_MS } from '../../intake.ts';
import type { Statement } from '../statements.ts';

interface StoredRow {
  readonly id: string;
  readonly isPublic: number;
  readonly repeats: number;
  readonly checkedAt: number | null;
}

const STORE_MENTION = `
  INSERT INTO mention (id, site, source, target, sourceKey, targetKey, protocols, receivedAt, lastReceivedAt, updatedAt)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, ?8)
  ON CONFLICT (targetKey, sourceKey, site) DO UPDATE SET
    lastReceivedAt = max(lastReceivedAt, excluded.lastReceivedAt),
    repeats = repeats + 1,
    protocols = iif(instr(',' || protocols || ',', ',' || excluded.protocols || ',') > 0,
                    protocols, protocols || ',' || excluded.protocols)
  RETURNING id, isPublic, repeats, checkedAt`;

// A job that waits stays as it is, so that strangers cannot hurry a retry. One that runs may have fetched the page before
// it changed, so it is done again afterwards (?5: the look that is under way counts as the last one).
const STORE_JOB = `
  INSERT INTO job (id, kind, subject, groupName, startAfter) VALUES (?1, 'verify', ?2, ?3, ?4)
  ON CONFLICT (subject, kind) DO UPDATE SET againAt = min(coalesce(againAt, ?5), ?5) WHERE leasedUntil IS NOT NULL`;

const LINE_UP = `
  INSERT INTO jobGroup (kind, name, readyAt) VALUES ('verify', ?1, ?2)
  ON CONFLICT (name, kind) DO UPDATE SET readyAt = excluded.readyAt
  WHERE leasedJob IS NULL AND readyAt > excluded.readyAt`;

const TAKE_NUMBERS = `
  INSERT INTO counter (name, value) VALUES ('job', ?1)
  ON CONFLICT (name) DO UPDATE SET value = value + excluded.value RETURNING value`;

/** What stores a batch inside the transaction that its caller has begun; answers in the order of the mentions. */
export function createBatchWriter(
  prepare: (text: string) => Statement,
): (mentions: readonly NewMention[]) => Accepted[] {
  function store(mention: NewMention, number: number): Accepted {
    const { id, site, source, target, sourceKey, targetKey, protocol, receivedAt, group, verifyAfter } = mention;
    const parameters = [id, site, source, target, sourceKey, targetKey, protocol, receivedAt];
    const row = prepare(STORE_MENTION).get(parameters) as unknown as StoredRow;
    const startAfter = row.checkedAt === null ? verifyAfter : Math.max(verifyAfter, row.checkedAt + RECHECK_GAP_MS);
    const again = Math.max(verifyAfter, receivedAt + RECHECK_GAP_MS);
    if (prepare(STORE_JOB).run([number, row.id, group, startAfter, again]) > 0) {
      prepare(LINE_UP).run([group, startAfter]);
    }
    return { id: row.id, fresh: row.repeats === 0, isPublic: row.isPublic === 1 };
  }

  return (mentions) => {
    const { value: last } = prepare(TAKE_NUMBERS).get([mentions.length]) as { value: number };
    return mentions.map((mention, index) => store(mention, last - mentions.length + 1 + index));
  };
}
