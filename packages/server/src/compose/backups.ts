import { join, resolve } from 'node:path';
import type { Config } from '../config.ts';
import { messageOf } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../ports/index.ts';
import { backupName, listBackups, makeBackupFolder, prune } from '../storage/sqlite/backup/folder.ts';
import { type RunningBackup, startBackup } from '../storage/sqlite/backup/in-thread.ts';
import { databasePath } from '../storage/sqlite/files.ts';

export interface Backups {
  start(): void;
  /** Breaks off what is under way; there is no half file under a final name. */
  stop(): Promise<void>;
  /** A line when the last one failed. */
  note(): string | undefined;
}

const HOUR_MS = 60 * 60_000;
const LOOK_MS = 60_000;

/** Backups in a folder at regular times, and no more of them than are to be kept. The names say when the last one was. */
export function openBackups(
  { backup, data }: Pick<Config, 'backup' | 'data'>,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Backups | undefined {
  if (!backup) return undefined;
  const { everyHours, keepLast, keepDays } = backup;
  const folder = resolve(backup.folder);
  let running: RunningBackup | undefined;
  let looking: NodeJS.Timeout | undefined;
  let triedAt: number | undefined;
  let failed = false;

  /** A name from the future comes of a clock that went wrong, and must not put the next one off for years. */
  function isDue(now: number): boolean {
    const last = triedAt ?? listBackups(folder).find(({ at }) => at <= now + HOUR_MS)?.at;
    return last === undefined || Math.abs(now - last) >= everyHours * HOUR_MS;
  }

  async function look(): Promise<void> {
    const now = clock.now();
    if (running || !isDue(now)) return;
    triedAt = now;
    try {
      makeBackupFolder(folder);
      running = startBackup(databasePath(data), join(folder, backupName(now)));
      await running.done;
      prune(folder, now, { last: keepLast, days: keepDays });
      failed = false;
    } catch (error) {
      failed = true;
      if (looking) log.error(`The backup failed: ${messageOf(error)}`);
    } finally {
      running = undefined;
    }
  }

  return {
    start() {
      looking ??= setInterval(() => void look(), LOOK_MS).unref();
      void look();
    },
    async stop() {
      clearInterval(looking);
      looking = undefined;
      await running?.cancel();
    },
    note: () => (failed ? 'the last backup failed' : undefined),
  };
}
