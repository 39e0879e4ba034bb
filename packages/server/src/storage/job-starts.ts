import type { JobKind } from '../job.ts';
import { arrivals } from './arrivals.ts';
import type { Database } from './schema.ts';

/**
 * When a group of each of these kinds is ready next: a waiting job's start, an arrival's, or the end of a lease; of what has
 * none nothing. One statement, for it is asked a hundred times a second while notifications pour in.
 */
export async function readyTimes(db: Database, kinds: readonly JobKind[]): Promise<ReadonlyMap<JobKind, number>> {
  if (kinds.length === 0) return new Map();
  const firsts = await db
    .selectNoFrom((eb) => [
      ...kinds.map((kind) =>
        eb.selectFrom('jobGroup').select('readyAt').where('kind', '=', kind).orderBy('readyAt').limit(1).as(kind),
      ),
      ...(kinds.includes('verify') ? [arrivals(db).select('lookAt').orderBy('lookAt').limit(1).as('arrived')] : []),
    ])
    .executeTakeFirstOrThrow();
  const { arrived, ...ready } = firsts as Partial<Record<JobKind | 'arrived', number | null>>;
  const times = new Map(kinds.flatMap((kind) => (ready[kind] == null ? [] : [[kind, Number(ready[kind])] as const])));
  if (arrived != null) times.set('verify', Math.min(times.get('verify') ?? arrived, Number(arrived)));
  return times;
}
