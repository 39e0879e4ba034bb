import type { DatabaseSync } from 'node:sqlite';
import { BLOGS } from './link-numbers.ts';

const DAY = 86_400_000;

/** The sums of pages, domains and days that so many links come to, as the store would have counted them one by one. */
export function fillSums(database: DatabaseSync, seed: number): void {
  const live = `sum(link IN ('live', 'unreachable'))`;
  const wanted = `FROM backlink WHERE moderation IN ('approved', 'pending')`;
  const day = (at: string) => `CAST(${at} / ${DAY} AS INTEGER)`;
  database.exec(`DELETE FROM "linkSum"; DELETE FROM "dailyCount" WHERE name IN ('link', 'visit')`);
  for (const [what, key] of [
    ['page', '"targetKey"'],
    ['domain', 'domain'],
  ] as const)
    database.exec(`
      INSERT INTO "linkSum" (site, what, key, links, live, lost, followed, "firstAt", "lastAt", told, "toldFirstAt", "toldLastAt")
        SELECT site, '${what}', ${key}, count(*), ${live}, sum(link = 'lost'),
          sum(followed = 1 AND link IN ('live', 'unreachable')), min("firstSeenAt"), max("firstSeenAt"), 0, 0, 0
        ${wanted} GROUP BY site, ${key}`);
  const lostAt = 'coalesce("missingSince", "lastSeenAt")';
  for (const [key, at, and] of [
    ['new', '"firstSeenAt"', ''],
    ['came', '"firstSeenAt"', ''],
    ['lost', lostAt, `AND link = 'lost'`],
    ['went', '"checkedAt"', `AND link = 'lost'`],
  ] as const)
    database.exec(`
      INSERT INTO "dailyCount" (site, name, day, key, count)
        SELECT site, 'link', ${day(at)}, '${key}', count(*) ${wanted} ${and} GROUP BY site, ${day(at)}`);
  database.exec(`
    INSERT INTO "dailyCount" (site, name, day, key, count)
      SELECT site, 'visit', day, 'linked', sum(count) FROM traffic GROUP BY site, day`);
  fillTold(database, seed);
}

/** Every other blog is linked to as well, and as many that never link here. */
function fillTold(database: DatabaseSync, seed: number): void {
  const told = database.prepare(`
    INSERT INTO "linkSum" (site, what, key, links, live, lost, followed, "firstAt", "lastAt", told, "toldFirstAt", "toldLastAt")
      VALUES ('site.example', 'domain', ?, 0, 0, 0, 0, 0, 0, ?, 1, 2)
      ON CONFLICT DO UPDATE SET told = excluded.told, "toldFirstAt" = 1, "toldLastAt" = 2`);
  database.exec('BEGIN');
  for (let n = 0; n < BLOGS; n += 2) {
    told.run(`blog${n}.example`, 1 + ((n * 7 + seed) % 40));
    told.run(`quiet${n}.example`, 1 + ((n * 3 + seed) % 40));
  }
  database.exec('COMMIT');
}
