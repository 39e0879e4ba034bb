import type { DatabaseSync } from 'node:sqlite';
import type { Wakeups } from '../../ports/index.ts';

/** Looking takes a few microseconds: SQLite counts the commits of others in memory that all processes share. */
const LOOK_MS = 50;

/** The file has no way to call anybody, so whoever wants to hear looks whether somebody has written to it. */
export function createWakeups(reader: DatabaseSync): Wakeups {
  const statement = reader.prepare('PRAGMA data_version');
  const version = () => statement.get()?.data_version;
  return {
    hear(onDue) {
      let last = version();
      const timer = setInterval(() => {
        if (!reader.isOpen) return end();
        const now = version();
        if (now === last) return;
        last = now;
        onDue();
      }, LOOK_MS).unref();
      const end = () => clearInterval(timer);
      return end;
    },
  };
}
