import { type Copy, NO_COPY } from './copy.ts';
import type { MentionEntry } from './entry.ts';
import type { Server } from './server.ts';

/** Changes bear the time at which they began to be written, so one may be seen after a later one. */
const OVERLAP_MS = 10 * 60_000;

/** Everything, from a server that knows more than numbers say: what was withdrawn before the copy began is not asked for. */
export async function wholeCopy(server: Server, now: number): Promise<Copy> {
  // First, so that what is withdrawn while the rest is read is told the next time.
  const deletedAt = await server.lastWithdrawal();
  const entries = await server.after(0);
  return { ...following(NO_COPY, entries), entries, deletedAt, askedAt: now, wholeAt: now };
}

/** The copy with what became public, changed, came back and was withdrawn since. */
export async function nextCopy(server: Server, copy: Copy, now: number): Promise<Copy> {
  const stones = await server.withdrawnSince(copy.deletedAt);
  const changed = copy.changedAt ? await server.changedSince(earlier(copy.changedAt)) : [];
  const news = await server.after(copy.lastId);
  const gone = new Set(stones.map((stone) => stone['wm-id']));
  const kept = new Map(
    copy.entries.filter((entry) => !gone.has(entry['wm-id'])).map((entry) => [entry['wm-id'], entry]),
  );
  // Asked for later than the stones: whoever is among these came back.
  for (const entry of [...changed, ...news]) kept.set(entry['wm-id'], entry);
  const entries = [...kept.values()].sort((a, b) => a['wm-id'] - b['wm-id']);
  const deletedAt = stones.reduce((last, stone) => latest(last, stone['wm-deleted']), copy.deletedAt);
  return { ...following(copy, [...changed, ...news]), entries, deletedAt, askedAt: now, wholeAt: copy.wholeAt };
}

/** Where to go on the next time. */
function following(copy: Copy, seen: readonly MentionEntry[]): Copy {
  const lastId = seen.reduce((most, entry) => Math.max(most, entry['wm-id']), copy.lastId);
  const changedAt = seen.reduce(
    (last, entry) => latest(last, entry['wm-updated'] ?? entry['wm-received']),
    copy.changedAt,
  );
  return { ...copy, lastId, changedAt };
}

function latest(one: string, other: string): string {
  return one > other ? one : other;
}

function earlier(time: string): string {
  return new Date(Date.parse(time) - OVERLAP_MS).toISOString();
}
