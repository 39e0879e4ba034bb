import type { NewRound } from '../job.ts';
import type { Tables } from '../ports/index.ts';
import type { Site } from '../site.ts';

/** Has the listing of a site looked at without waiting for its time. Many calls make one look, but never one that began before. */
export async function lookNow(
  { listings, jobs }: Pick<Tables, 'listings' | 'jobs'>,
  { id }: Pick<Site, 'id'>,
  now: number,
): Promise<void> {
  await listings.hurry(id, now);
  await jobs.enqueue(watchJob({ id }, now));
}

export function watchJob({ id }: Pick<Site, 'id'>, startAfter: number): NewRound {
  return { kind: 'watch', subject: id, group: `watch ${id}`, site: id, startAfter };
}
