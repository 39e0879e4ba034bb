import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Acknowledged } from './load.ts';
import { openerOf } from './status-ids.ts';

/** What must be nothing at all after a crash. */
export interface Damage {
  /** Acknowledged, and not there: a notification, or an approval. */
  readonly lost: number;
  /** Pairs with more than one mention or delivery, and numbers of publication that two mentions have. */
  readonly doubled: number;
  /** Rows in a state that there is not. */
  readonly invalid: number;
  /** Never checked or told, and nobody is going to; jobs that nobody would find, and those beyond their attempts. */
  readonly forgotten: number;
  /** What `integrity_check` and `foreign_key_check` say. */
  readonly unsound: number;
}

export interface Expected {
  readonly acknowledged: readonly Acknowledged[];
  readonly approved: readonly string[];
}

/** Three tries that fail, and three that ended with the process. */
const MOST_ATTEMPTS = 6;

const DOUBLED = [
  'SELECT 1 FROM mention GROUP BY site, sourceKey, targetKey HAVING count(*) > 1',
  'SELECT 1 FROM delivery GROUP BY source, target HAVING count(*) > 1',
  'SELECT 1 FROM mention WHERE publicId IS NOT NULL GROUP BY publicId HAVING count(*) > 1',
];
const INVALID = [
  `SELECT 1 FROM mention WHERE link NOT IN ('unverified', 'live', 'absent', 'unreachable', 'lost')
     OR moderation NOT IN ('pending', 'approved', 'rejected', 'spam')
     OR isPublic <> (moderation = 'approved' AND (link = 'live' OR (link = 'unreachable' AND firstSeenAt IS NOT NULL)))
     OR (isPublic = 1 AND publicId IS NULL)`,
  `SELECT 1 FROM delivery WHERE status NOT IN
     ('queued', 'delivered', 'refused', 'retrying', 'unsupported', 'skipped', 'failed')`,
];
const FORGOTTEN = [
  `SELECT 1 FROM mention WHERE link = 'unverified' AND lookAt IS NULL
     AND NOT EXISTS (SELECT 1 FROM job WHERE kind = 'verify' AND subject = mention.id)
     AND NOT EXISTS (SELECT 1 FROM deadJob WHERE kind = 'verify' AND subject = mention.id)`,
  `SELECT 1 FROM delivery WHERE status IN ('queued', 'retrying')
     AND NOT EXISTS (SELECT 1 FROM job WHERE kind = 'deliver' AND subject = delivery.id)
     AND NOT EXISTS (SELECT 1 FROM deadJob WHERE kind = 'deliver' AND subject = delivery.id)`,
  `SELECT 1 FROM job WHERE
     NOT EXISTS (SELECT 1 FROM jobGroup WHERE jobGroup.kind = job.kind AND name = groupName)`,
  `SELECT 1 FROM job WHERE leasedUntil IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM jobGroup WHERE jobGroup.kind = job.kind AND name = groupName AND leasedJob = subject)`,
  `SELECT 1 FROM job WHERE kind IN ('verify', 'deliver') AND attempts > ${MOST_ATTEMPTS}`,
  `SELECT 1 FROM deadJob WHERE kind IN ('verify', 'deliver') AND attempts > ${MOST_ATTEMPTS}`,
];
const UNSOUND = [
  "SELECT 1 FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
  'SELECT 1 FROM pragma_foreign_key_check',
];

/** Looks with an eye of its own at a copy of the store as the crash left it, so that the recovery is the server's. */
export function inspect(directory: string, { acknowledged, approved }: Expected): Damage {
  const copy = mkdtempSync(join(tmpdir(), 'hearback-crashed-'));
  for (const name of ['hearback.db', 'hearback.db-wal'])
    if (existsSync(join(directory, name))) copyFileSync(join(directory, name), join(copy, name));
  const open = openerOf(copy);
  const database = new DatabaseSync(join(copy, 'hearback.db'));
  const count = (text: string) => Number(database.prepare(`SELECT count(*) AS n FROM (${text})`).get()?.n);
  const sum = (texts: readonly string[]) => texts.reduce((total, text) => total + count(text), 0);
  try {
    const byId = database.prepare('SELECT source, moderation FROM mention WHERE id = ?');
    const bySource = database.prepare('SELECT 1 FROM mention WHERE source = ?');
    const isLost = ({ id, source }: Acknowledged) =>
      id === undefined ? bySource.get(source) === undefined : byId.get(open(id))?.source !== source;
    return {
      lost:
        acknowledged.filter(isLost).length + approved.filter((id) => byId.get(id)?.moderation !== 'approved').length,
      doubled: sum(DOUBLED),
      invalid: sum(INVALID),
      forgotten: sum(FORGOTTEN),
      unsound: sum(UNSOUND),
    };
  } finally {
    database.close();
    rmSync(copy, { recursive: true });
  }
}

/** How the deliveries of some links ended, as `post target`: their status and reason, `unknown` where there is none. */
export function deliveriesOf(directory: string, links: Iterable<string>): string[] {
  const database = new DatabaseSync(join(directory, 'hearback.db'), { readOnly: true });
  try {
    const find = database.prepare('SELECT status, reason FROM delivery WHERE source = ? AND target = ?');
    return [...links].map((link) => {
      const row = find.get(...link.split(' '));
      return row ? `${row.status}: ${row.reason}` : 'unknown';
    });
  } finally {
    database.close();
  }
}

/** How many jobs of the store are to be done by a moment, or are being done, other than those that are never over. */
export function workLeft(directory: string, by = Number.MAX_SAFE_INTEGER): number {
  const database = new DatabaseSync(join(directory, 'hearback.db'), { readOnly: true });
  try {
    const text = `SELECT (SELECT count(*) FROM mention WHERE lookAt <= ?1) + (SELECT count(*) FROM job
      WHERE kind IN ('verify', 'deliver') AND (startAfter <= ?1 OR leasedUntil IS NOT NULL)) AS n`;
    return Number(database.prepare(text).get(by)?.n);
  } finally {
    database.close();
  }
}
