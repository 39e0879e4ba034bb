import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { databasePath } from '../storage/sqlite/files.ts';
import { logSize } from '../storage/sqlite/log-file.ts';

export interface LogAlarm {
  start(): void;
  stop(): void;
  /** Looks at the file now; `start` does so every ten seconds. */
  look(): void;
  /** A line while the log is too long. */
  note(): string | undefined;
}

/** Four times what it grows to before it is written back under the heaviest load. */
const TOO_LONG = 256 * 1024 * 1024;
const LOOK_MS = 10_000;

/**
 * Watches the size of the database's log. It is cut when it was written back, and that waits for whoever reads on and on:
 * a program that keeps a transaction open would fill the disk in silence. Nothing is refused for it: what is accepted is
 * safe, and the disk may be large.
 */
export function openLogAlarm(
  { data, database }: Pick<Config, 'data' | 'database'>,
  { log, mostBytes = TOO_LONG }: { readonly log: Pick<Log, 'warn' | 'info'>; readonly mostBytes?: number },
): LogAlarm {
  const path = databasePath(data);
  let timer: NodeJS.Timeout | undefined;
  let tooLong = false;
  const alarm: LogAlarm = {
    start() {
      // The log of a server is its own affair.
      if (database === undefined) timer ??= setInterval(alarm.look, LOOK_MS).unref();
    },
    stop: () => clearInterval(timer),
    look() {
      const bytes = logSize(path);
      const before = tooLong;
      tooLong = bytes > mostBytes;
      if (tooLong && !before)
        log.warn(
          `${path}-wal has ${Math.round(bytes / 1_048_576)} MB and cannot be cut: another program keeps reading the database; end it, or the disk fills up.`,
        );
      if (!tooLong && before) log.info(`${path}-wal was cut again.`);
    },
    note: () => (tooLong ? 'the log of the database is long and cannot be cut' : undefined),
  };
  return alarm;
}
