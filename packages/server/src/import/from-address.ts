import type { Http, HttpReply } from '@hearback/protocol';
import { HearbackError } from '../errors.ts';
import type { Found } from './brought.ts';
import { countTaken, type ImportCounts } from './counts.ts';
import type { Format } from './format.ts';
import { readFile } from './read-file.ts';
import { type TakeDeps, takeIn } from './take-in.ts';

export interface FromAddressDeps extends TakeDeps {
  readonly http: Http;
  readonly formats: readonly Format[];
  readonly format?: string | undefined;
}

/** Of one answer. A page of 200 mentions has one in a few dozen of it. */
const MAX_BYTES = 32 * 1024 * 1024;
const PER_PAGE = '200';
/** webmention.io's lists, which come in pages; anything else is one answer. */
const PAGED = /\/api\/(?:mentions|links)(?:\.jf2|\.json)?$/;

/**
 * Reads what an old place answers at an address, page by page from the last mention that was taken in before, and takes it
 * in. Answers what ended it before the end, if anything did. The token stands in the address and is never part of what is
 * said or stored.
 */
export async function takeFromAddress(
  url: URL,
  token: string | undefined,
  counts: ImportCounts,
  deps: FromAddressDeps,
): Promise<string | undefined> {
  const asked = new URL(url);
  asked.hash = '';
  if (token !== undefined) asked.searchParams.set('token', token);
  try {
    if (!PAGED.test(asked.pathname)) return await takePage(asked, counts, deps, () => {});
    return await takePages(asked, counts, deps);
  } catch (error) {
    if (error instanceof HearbackError && error.code === 'import') return error.message;
    throw error;
  }
}

async function takePages(url: URL, counts: ImportCounts, deps: FromAddressDeps): Promise<string | undefined> {
  const { imports } = deps.store;
  const place = placeOf(url);
  let last = deps.isDry ? 0 : Number((await imports.mark(place)) ?? 0);
  url.searchParams.set('sort-dir', 'up');
  url.searchParams.set('per-page', PER_PAGE);
  url.searchParams.delete('page');
  for (;;) {
    url.searchParams.set('since_id', String(last));
    const before = { read: counts.read, taken: countTaken(counts) };
    let highest = last;
    const problem = await takePage(url, counts, deps, (id) => {
      highest = Math.max(highest, id);
    });
    if (problem !== undefined) return problem;
    if (counts.read === before.read) return undefined;
    if (highest <= last)
      return `${url.host} answers the same mentions again and again (nothing after number ${last}); save them to a file and import that.`;
    last = highest;
    // Each page is on disk before the mark says so.
    if (!deps.isDry) await imports.setMark(place, String(last));
  }
}

async function takePage(
  url: URL,
  counts: ImportCounts,
  deps: FromAddressDeps,
  onId: (id: number) => void,
): Promise<string | undefined> {
  const body = await fetchBody(url, deps.http);
  const { format, found } = await readFile(body, deps.formats, deps.format);
  return takeIn(heard(found, onId), format.title, counts, deps);
}

async function* heard(found: AsyncIterable<Found>, onId: (id: number) => void): AsyncGenerator<Found> {
  for await (const one of found) {
    if (one.id !== undefined && /^\d{1,15}$/.test(one.id)) onId(Number(one.id));
    yield one;
  }
}

async function fetchBody(url: URL, http: Http): Promise<AsyncIterable<Uint8Array>> {
  const headers = { accept: 'application/json' };
  const reply = await http.request({ method: 'GET', url: url.href, headers, redirects: 'page', maxBytes: MAX_BYTES });
  if (!reply.ok)
    throw new HearbackError('import', `${url.host} could not be asked: ${reply.reason} Run it again to go on.`);
  if (reply.status !== 200) throw new HearbackError('import', refusal(url, reply));
  if (reply.truncated)
    throw new HearbackError(
      'import',
      `${url.host} answers more than ${MAX_BYTES / 1024 / 1024} MiB at once: ask for /api/mentions.jf2, which comes in pages, or save it to a file and import that.`,
    );
  return (async function* () {
    yield reply.body;
  })();
}

function refusal({ host }: URL, { status }: HttpReply): string {
  if (status === 401 || status === 403)
    return `${host} refused the token (${status}): copy it again from its settings, and give it with --token.`;
  if (status === 429) return `${host} wants to be left alone for a while (429): run it again later, it goes on.`;
  return `${host} answered ${status} instead of mentions. Run it again to go on.`;
}

/** Without what is a key, and what says which page it is. */
function placeOf(url: URL): string {
  const place = new URL(url);
  for (const name of [
    'token',
    'access_token',
    'since_id',
    'since',
    'page',
    'per-page',
    'perPage',
    'sort-dir',
    'sort-by',
  ])
    place.searchParams.delete(name);
  place.searchParams.sort();
  return place.href;
}
