import type { JobKind } from '../job.ts';
import { arrivals } from './arrivals.ts';
import { createPrepared } from './prepared.ts';
import type { Database } from './schema.ts';

type Starts = Partial<Record<JobKind | 'arrived', number | null>>;

/**
 * When a group of each of these kinds is ready next: a waiting job's start, an arrival's, or the end of a lease; of what has
 * none nothing. One statement, built once for the kinds it is of: it is asked a hundred times a second while notifications
 * pour in.
 */
export function createReadyTimes(db: Database) {
  const query = createPrepared<readonly JobKind[], Starts>(
    db,
    (kinds) => kinds.join(' '),
    (kinds) =>
      db.selectNoFrom((eb) => [
        ...kinds.map((kind) =>
          eb.selectFrom('jobGroup').select('readyAt').where('kind', '=', kind).orderBy('readyAt').limit(1).as(kind),
        ),
        ...(kinds.includes('verify') ? [arrivals(db).select('lookAt').orderBy('lookAt').limit(1).as('arrived')] : []),
      ]),
  );

  /** @param enoughUntil when arrivals are looked at again */
  return async (kinds: readonly JobKind[], enoughUntil: number): Promise<ReadonlyMap<JobKind, number>> => {
    if (kinds.length === 0) return new Map();
    const { arrived, ...ready } = (await query(kinds))[0] ?? {};
    const times = new Map(kinds.flatMap((kind) => (ready[kind] == null ? [] : [[kind, Number(ready[kind])] as const])));
    if (arrived != null)
      times.set('verify', Math.min(times.get('verify') ?? Infinity, Math.max(Number(arrived), enoughUntil)));
    return times;
  };
}
