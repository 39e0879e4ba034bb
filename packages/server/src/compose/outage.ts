import { isStorageTrouble } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../ports/index.ts';

export interface Outage {
  /** Says what went wrong. When the store is what is wrong, that is said once, whoever meets it and however often. */
  report(sentence: string, error: unknown, fields?: Readonly<Record<string, unknown>>): void;
  /** Looks whether it is over, and says so once. Cheap as long as nothing was reported; never rejects. */
  look(): Promise<void>;
}

/** A database that is restarted, or a full disk: every job, every request and every second would have its line. */
export function createOutage(
  check: () => Promise<void>,
  { log, clock }: { readonly log: Pick<Log, 'info' | 'error'>; readonly clock: Clock },
): Outage {
  let since: number | undefined;
  let looking = false;
  return {
    report(sentence, error, fields) {
      if (!isStorageTrouble(error)) {
        log.error(sentence, fields);
      } else if (since === undefined) {
        since = clock.now();
        log.error(`The store cannot be used, and everything waits for it: ${error.message}`);
      }
    },
    async look() {
      if (since === undefined || looking) return;
      looking = true;
      try {
        await check();
        log.info(`The store can be used again, after ${Math.round((clock.now() - since) / 1000)} seconds.`);
        since = undefined;
      } catch {
        // It is asked again in a moment.
      } finally {
        looking = false;
      }
    },
  };
}
