import type { Mentions, PublicQuery } from '../../ports/index.ts';
import { type Presented, present } from '../presented.ts';
import { inertJson } from './json.ts';

/** Rows read and written at a time: 10,000 in one piece would hold the event loop for a third of a second. */
const BATCH = 500;

export interface Found {
  readonly total: number;
  /** The rows as JSON, joined by commas, in batches. */
  readonly pieces: AsyncIterable<string>;
}

/** Reads public mentions and shapes them; the first batch is read at once, so that a broken store gives an error page. */
export async function findRows(
  mentions: Mentions,
  query: PublicQuery,
  shape: (mention: Presented) => unknown,
): Promise<Found> {
  const read = (offset: number) =>
    mentions.published({ ...query, offset, limit: Math.min(BATCH, query.offset + query.limit - offset) });
  const first = await read(query.offset);
  const end = Math.min(query.offset + query.limit, first.total);

  async function* pieces() {
    let { rows } = first;
    for (let at = query.offset; rows.length > 0; ) {
      yield (at > query.offset ? ',' : '') + rows.map((row) => inertJson(shape(present(row)))).join(',');
      at += rows.length;
      rows = at < end ? (await read(at)).rows : [];
    }
  }
  return { total: first.total, pieces: pieces() };
}
