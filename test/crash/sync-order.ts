/** What a recording of system calls says about replies and syncs. */
export interface SyncOrder {
  /** Replies that say "accepted". */
  readonly replies: number;
  /** Those whose mention was in no write to the WAL that had been synced by then. */
  readonly tooEarly: number;
  readonly syncs: number;
}

/**
 * Reads what `strace -f -y` wrote with whole pages in it: one call a line, the file of each descriptor in angle brackets.
 * A mention is known by its id, which stands in the page of its row, and sealed in the reply (`open` unseals it). Syncs count for the writes of their
 * own thread: others may be writing the next mentions meanwhile.
 */
export function readSyncOrder(recording: string, open: (statusId: string) => string): SyncOrder {
  const found = { replies: 0, tooEarly: 0, syncs: 0 };
  const written = new Map<string, string>();
  const syncing = new Set<string>();
  let synced = '';
  for (const line of recording.split('\n')) {
    const thread = line.split(' ', 1)[0] ?? '';
    if (/\bpwrite64\(\d+<[^>]*-wal>/.test(line)) written.set(thread, (written.get(thread) ?? '') + line);
    else if (/\bf(data)?sync\(\d+<[^>]*-wal> <unfinished/.test(line)) syncing.add(thread);
    else if (
      /\bf(data)?sync\(\d+<[^>]*-wal>\) += 0/.test(line) ||
      // A sync is recorded in two lines when a call of another thread comes between.
      (/\bf(data)?sync resumed>.*= 0/.test(line) && syncing.delete(thread))
    ) {
      synced += written.get(thread) ?? '';
      written.delete(thread);
      found.syncs += 1;
    } else if (/\b(write|writev|sendto|sendmsg)\(\d+<(socket|TCP)/.test(line)) {
      const id = /\/status\/([\w-]{22})/.exec(line)?.[1];
      if (id === undefined) continue;
      found.replies += 1;
      if (!synced.includes(open(id))) found.tooEarly += 1;
    }
  }
  return found;
}
