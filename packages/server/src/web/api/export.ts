import type { Context } from 'hono';
import type { WebDeps } from '../deps.ts';
import { JSON_TYPE, refuse, textAnswer } from './answer.ts';
import { readerOf } from './reader.ts';
import { findRows, type Writing } from './rows.ts';
import { scopeOf } from './scope.ts';

/** All there is, for a store of any size: it is read and sent in batches. */
const ALL = Number.MAX_SAFE_INTEGER;
/** A million mentions keep the store busy for minutes, so a token has them once in five, as at webmention.io. */
const GAP_MS = 5 * 60_000;

/** `GET /api/export.jf2`: every public mention that the token reaches, the first one first, in one answer. */
export function createExport(
  deps: Pick<WebDeps, 'store' | 'directory' | 'clock'>,
  writing: Writing,
): (c: Context) => Promise<Response> {
  const { store, directory, clock } = deps;
  /** Not in the store, because no GET changes it. There are a hundred tokens at most, and those that were revoked. */
  const last = new Map<string, number>();
  return async (c) => {
    const reader = await readerOf(c, deps);
    if (!reader.ok || !reader.token)
      return refuse(c, 401, 'forbidden', reader.ok ? 'The export needs a token that may read.' : reader.description);
    const { token } = reader;
    const now = clock.now();
    const waits = (last.get(token.id) ?? Number.NEGATIVE_INFINITY) + GAP_MS - now;
    // A clock that was set back keeps nobody waiting for longer than was meant.
    if (waits > 0 && waits <= GAP_MS) {
      c.header('Retry-After', String(Math.ceil(waits / 1000)));
      return refuse(c, 429, 'rate_limit_exceeded', 'The export is made once in five minutes: come back later.');
    }
    last.set(token.id, now);
    c.header('Cache-Control', 'no-store');
    const scope = scopeOf(directory, { targets: [], domains: [] }, token);
    const found =
      scope &&
      (await findRows(
        store.mentions,
        { ...scope, sortBy: 'created', direction: 'up', limit: ALL, offset: 0 },
        writing,
      ));
    return textAnswer(c, ['{"type":"feed","name":"Webmentions","children":[', ']}'], found, ALL, JSON_TYPE);
  };
}
