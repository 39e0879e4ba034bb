/** What a recording of system calls says about replies and syncs. */
export interface SyncOrder {
  /** Replies that say "accepted". */
  readonly replies: number;
  /** Those that left while something written to the WAL was not synced. */
  readonly tooEarly: number;
  readonly syncs: number;
}

/** Reads what `strace -f -y -s 600` wrote: one call a line, with the file of each descriptor in angle brackets. */
export function readSyncOrder(recording: string): SyncOrder {
  const found = { replies: 0, tooEarly: 0, syncs: 0 };
  let unsynced = false;
  // A sync of another thread is recorded in two lines when a call of the main thread comes between.
  const syncing = new Set<string>();
  for (const line of recording.split('\n')) {
    const thread = line.split(' ', 1)[0] ?? '';
    if (/\bpwrite64\(\d+<[^>]*-wal>/.test(line)) unsynced = true;
    else if (/\bf(data)?sync\(\d+<[^>]*-wal> <unfinished/.test(line)) syncing.add(thread);
    else if (
      /\bf(data)?sync\(\d+<[^>]*-wal>\) += 0/.test(line) ||
      (/\bf(data)?sync resumed>.*= 0/.test(line) && syncing.delete(thread))
    ) {
      unsynced = false;
      found.syncs += 1;
    } else if (/\b(write|writev|sendto|sendmsg)\(\d+<(socket|TCP)/.test(line) && line.includes('/status/')) {
      found.replies += 1;
      if (unsynced) found.tooEarly += 1;
    }
  }
  return found;
}
