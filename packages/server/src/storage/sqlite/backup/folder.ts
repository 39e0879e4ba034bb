import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const NAME = /^hearback-(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z\.db$/;
const DAY_MS = 24 * 60 * 60_000;

export interface Kept {
  /** How many of the newest are kept. */
  readonly last: number;
  /** For how many days back the last one of each day is kept. */
  readonly days: number;
}

export interface KeptBackup {
  readonly name: string;
  /** Milliseconds since the epoch, to the second. */
  readonly at: number;
}

/** `hearback-2026-11-24T120000Z.db`: sorts by time, and is a name on every file system. */
export function backupName(at: number): string {
  return `hearback-${new Date(at).toISOString().slice(0, 19).replaceAll(':', '')}Z.db`;
}

/** Newest first. Files of other names are not ours to touch. */
export function listBackups(folder: string): readonly KeptBackup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const [, day, hours, minutes, seconds] = NAME.exec(name) ?? [];
      return day ? [{ name, at: Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`) }] : [];
    })
    .sort((one, other) => other.at - one.at);
}

/** Those that are neither among the newest nor the last of one of the last days. */
export function outdated(backups: readonly KeptBackup[], now: number, { last, days }: Kept): readonly KeptBackup[] {
  const seen = new Set<number>();
  return backups.filter(({ at }, index) => {
    const day = Math.floor(at / DAY_MS);
    const lastOfDay = !seen.has(day);
    seen.add(day);
    return index >= last && !(lastOfDay && day > Math.floor(now / DAY_MS) - days);
  });
}

export function prune(folder: string, now: number, kept: Kept): void {
  for (const { name } of outdated(listBackups(folder), now, kept)) rmSync(join(folder, name), { force: true });
}

export function makeBackupFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}
