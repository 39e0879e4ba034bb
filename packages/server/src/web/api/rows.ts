import { setImmediate as nextRound } from 'node:timers/promises';
import type { Mentions, PublicQuery } from '../../ports/index.ts';
import { type Presented, present } from '../presented.ts';

/**
 * Rows read and written at a time. The store answers at once, so between two batches others get their turn: without that
 * 10,000 rows held the event loop for a second.
 */
const BATCH = 500;

export interface Found {
  readonly total: number;
  /** The rows as text, in batches. */
  readonly pieces: AsyncIterable<string>;
}

/** How rows are written down: each one, and what stands between two. */
export interface Writing {
  row(mention: Presented): string;
  readonly between: string;
}

/** Reads public mentions and writes them; the first batch is read at once, so that a broken store gives an error page. */
export async function findRows(
  mentions: Pick<Mentions, 'published'>,
  query: PublicQuery,
  { row: write, between }: Writing,
): Promise<Found> {
  const first = await mentions.published({ ...query, limit: Math.min(BATCH, query.limit) });
  const count = Math.min(query.limit, Math.max(0, first.total - query.offset));

  /**
   * A mention that is withdrawn or approved while this is read would move all that follow by one place, and whoever polls by
   * `since_id` would never see the one that was skipped: so it goes on after the last number, where numbers sort.
   */
  function next(done: number, last: number | undefined): Promise<{ readonly rows: typeof first.rows }> {
    const limit = Math.min(BATCH, count - done);
    return query.sortBy === 'created' && last !== undefined
      ? mentions.published({ ...query, after: last, offset: 0, limit })
      : mentions.published({ ...query, offset: query.offset + done, limit });
  }

  async function* pieces() {
    let { rows } = first;
    for (let done = 0; rows.length > 0; ) {
      yield (done > 0 ? between : '') + rows.map((row) => write(present(row))).join(between);
      done += rows.length;
      if (done >= count) return;
      await nextRound();
      rows = (await next(done, rows.at(-1)?.publicId)).rows;
    }
  }
  return { total: first.total, pieces: pieces() };
}
