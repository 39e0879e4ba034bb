import type { Entry } from '@hearback/protocol';

/**
 * A page cannot have been published after it was read: a date in the future becomes the time at which the mention was
 * received, so that nobody stays on top of a list by it. Times in milliseconds.
 */
export function believable(entry: Entry, receivedAt: number, now: number): Entry {
  if (!(Date.parse(entry.published) > now)) return entry;
  return { ...entry, published: new Date(receivedAt).toISOString() };
}
