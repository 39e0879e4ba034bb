import type { Acknowledged } from './load.ts';

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
  /** What the database's own checks say, where it has any. */
  readonly unsound: number;
}

export interface Expected {
  readonly acknowledged: readonly Acknowledged[];
  readonly approved: readonly string[];
}

/** Asks a database in words that both understand. */
export type Eye = (text: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** Three tries that fail, and three that ended with the process. */
const MOST_ATTEMPTS = 6;

const DOUBLED = [
  'SELECT 1 FROM mention GROUP BY site, "sourceKey", "targetKey" HAVING count(*) > 1',
  'SELECT 1 FROM delivery GROUP BY source, target HAVING count(*) > 1',
  'SELECT 1 FROM mention WHERE "publicId" IS NOT NULL GROUP BY "publicId" HAVING count(*) > 1',
];
const INVALID = [
  `SELECT 1 FROM mention WHERE link NOT IN ('unverified', 'live', 'absent', 'unreachable', 'lost')
     OR moderation NOT IN ('pending', 'approved', 'rejected', 'spam')
     OR "isPublic" <> CASE WHEN moderation = 'approved'
       AND (link = 'live' OR (link = 'unreachable' AND "firstSeenAt" IS NOT NULL)) THEN 1 ELSE 0 END
     OR ("isPublic" = 1 AND "publicId" IS NULL)`,
  `SELECT 1 FROM delivery WHERE status NOT IN
     ('queued', 'delivered', 'refused', 'retrying', 'unsupported', 'skipped', 'failed')`,
];
const FORGOTTEN = [
  `SELECT 1 FROM mention WHERE link = 'unverified' AND "lookAt" IS NULL
     AND NOT EXISTS (SELECT 1 FROM job WHERE kind = 'verify' AND subject = mention.id)
     AND NOT EXISTS (SELECT 1 FROM "deadJob" WHERE kind = 'verify' AND subject = mention.id)`,
  `SELECT 1 FROM delivery WHERE status IN ('queued', 'retrying')
     AND NOT EXISTS (SELECT 1 FROM job WHERE kind = 'deliver' AND subject = delivery.id)
     AND NOT EXISTS (SELECT 1 FROM "deadJob" WHERE kind = 'deliver' AND subject = delivery.id)`,
  `SELECT 1 FROM job WHERE
     NOT EXISTS (SELECT 1 FROM "jobGroup" AS g WHERE g.kind = job.kind AND g.name = job."groupName")`,
  `SELECT 1 FROM job WHERE "leasedUntil" IS NOT NULL AND NOT EXISTS
     (SELECT 1 FROM "jobGroup" AS g WHERE g.kind = job.kind AND g.name = job."groupName" AND g."leasedJob" = job.subject)`,
  `SELECT 1 FROM job WHERE kind IN ('verify', 'deliver') AND attempts > ${MOST_ATTEMPTS}`,
  `SELECT 1 FROM "deadJob" WHERE kind IN ('verify', 'deliver') AND attempts > ${MOST_ATTEMPTS}`,
];

/** @param open what a status id of a reply means in this store */
export async function damageOf(
  eye: Eye,
  { acknowledged, approved }: Expected,
  open: (statusId: string) => string,
  unsound: readonly string[] = [],
): Promise<Damage> {
  const sum = async (texts: readonly string[]) => {
    const counts = await Promise.all(texts.map((text) => eye(`SELECT count(*) AS n FROM (${text}) AS found`)));
    return counts.reduce((total, [row]) => total + Number(row?.n), 0);
  };
  const mentions = await eye('SELECT id, source, moderation FROM mention');
  const byId = new Map(mentions.map((row) => [row.id, row]));
  const sources = new Set(mentions.map(({ source }) => source));
  const isLost = ({ id, source }: Acknowledged) =>
    id === undefined ? !sources.has(source) : byId.get(open(id))?.source !== source;
  const isUndone = (id: string) => byId.get(id)?.moderation !== 'approved';
  return {
    lost: acknowledged.filter(isLost).length + approved.filter(isUndone).length,
    doubled: await sum(DOUBLED),
    invalid: await sum(INVALID),
    forgotten: await sum(FORGOTTEN),
    unsound: await sum(unsound),
  };
}

/** How many jobs are to be done by a moment, or are being done, other than those that are never over. */
export async function countLeft(eye: Eye, by = Number.MAX_SAFE_INTEGER): Promise<number> {
  const [row] = await eye(`SELECT (SELECT count(*) FROM mention WHERE "lookAt" <= ${by}) + (SELECT count(*) FROM job
    WHERE kind IN ('verify', 'deliver') AND ("startAfter" <= ${by} OR "leasedUntil" IS NOT NULL)) AS n`);
  return Number(row?.n);
}

/** How the deliveries of some links ended, as `post target`: their status and reason, `unknown` where there is none. */
export async function outcomesOf(eye: Eye, links: Iterable<string>): Promise<string[]> {
  const rows = await eye('SELECT source, target, status, reason FROM delivery');
  const known = new Map(rows.map((row) => [`${row.source} ${row.target}`, `${row.status}: ${row.reason}`]));
  return [...links].map((link) => known.get(link) ?? 'unknown');
}
