import type { NewRound } from '../job.ts';
import type { Tables } from '../ports/index.ts';
import type { Site } from '../site.ts';

export function mapJob({ id }: Pick<Site, 'id'>, startAfter: number) {
  return { kind: 'map', subject: id, group: `map ${id}`, site: id, startAfter } as const satisfies NewRound;
}

/** Has the map of a site read without waiting for its hour: whoever links to a new page may tell of it within minutes. */
export async function mapNow({ jobs }: Pick<Tables, 'jobs'>, site: Pick<Site, 'id'>, now: number): Promise<void> {
  await jobs.enqueue(mapJob(site, now));
}
