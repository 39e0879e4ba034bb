import { execFile } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** A disk in memory that is soon full. */
export interface SmallDisk {
  fill(): void;
  empty(): void;
  remove(): Promise<void>;
}

/** Mounts it in place of an empty folder; rejects for everybody but root. */
export async function smallDisk(folder: string, megabytes: number): Promise<SmallDisk> {
  await execute('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'hearback-test', folder]);
  const ballast = join(folder, 'ballast');
  return {
    fill() {
      const file = openSync(ballast, 'w');
      try {
        for (const part of [Buffer.alloc(1 << 20), Buffer.alloc(1 << 12)]) writeUntilFull(file, part);
      } finally {
        closeSync(file);
      }
    },
    empty: () => rmSync(ballast, { force: true }),
    async remove() {
      await execute('umount', [folder]);
    },
  };
}

function writeUntilFull(file: number, part: Buffer): void {
  try {
    while (writeSync(file, part) === part.length);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}
