import { type MentionEntry, readEntries, readTombstones, type Tombstone } from './entry.ts';

const ROWS = 1000;
/** A server that always answers full pages is no reason to build for ever. */
const MOST_PAGES = 1000;

export interface ServerOptions {
  readonly server: string;
  readonly domain: string;
  readonly token: string | undefined;
  readonly timeoutMs: number;
  readonly fetch: typeof fetch;
}

/** What a build asks the server. Every method throws an `Error` whose message is the end of a sentence: `it answered HTTP 502`. */
export interface Server {
  /** Those that became public after the one with this number. */
  after(id: number): Promise<MentionEntry[]>;
  /** Those that changed or came back since then, some of them older. */
  changedSince(time: string): Promise<MentionEntry[]>;
  /** The last withdrawn first. */
  withdrawnSince(time: string): Promise<Tombstone[]>;
  /** The time of the last withdrawal, or `''`. */
  lastWithdrawal(): Promise<string>;
}

export function openServer({ server, domain, token, timeoutMs, fetch }: ServerOptions): Server {
  async function ask(list: string, params: Readonly<Record<string, string | number>>): Promise<unknown> {
    const url = new URL(`api/${list}.jf2`, server.endsWith('/') ? server : `${server}/`);
    for (const [name, value] of Object.entries({ domain, ...params })) url.searchParams.set(name, String(value));
    const headers = { accept: 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    const response = await fetch(url, { headers, redirect: 'follow', signal: AbortSignal.timeout(timeoutMs) }).catch(
      (error: unknown) => {
        throw new Error(wordsOf(error, timeoutMs));
      },
    );
    if (response.status === 401) throw new Error('it does not know the token');
    if (!response.ok) throw new Error(`it answered HTTP ${response.status}`);
    return response.json().catch(() => {
      throw new Error('what it answered is no JSON');
    });
  }

  async function pages<Row>(
    list: string,
    params: Readonly<Record<string, string | number>>,
    read: (value: unknown) => Row[] | undefined,
  ): Promise<Row[]> {
    const all: Row[] = [];
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const rows = read(await ask(list, { ...params, 'per-page': ROWS, page }));
      if (!rows) throw new Error('what it answered are no mentions');
      all.push(...rows);
      if (rows.length < ROWS) return all;
    }
    throw new Error('it answers without end');
  }

  return {
    async after(id) {
      const all: MentionEntry[] = [];
      for (let last = id, page = 0; page < MOST_PAGES; page += 1) {
        // By number and not by page: what is withdrawn meanwhile moves no page, and nobody is skipped.
        const rows = readEntries(await ask('mentions', { since_id: last, 'sort-dir': 'up', 'per-page': ROWS }));
        if (!rows) throw new Error('what it answered are no mentions');
        const news = rows.filter((row) => row['wm-id'] > last);
        all.push(...news);
        if (rows.length < ROWS || news.length === 0) return all;
        last = Math.max(...news.map((row) => row['wm-id']));
      }
      throw new Error('it answers without end');
    },
    changedSince: (time) =>
      pages('mentions', { 'updated-since': time, 'sort-by': 'updated', 'sort-dir': 'up' }, readEntries),
    withdrawnSince: (time) => pages('deleted', time ? { since: time } : {}, readTombstones),
    async lastWithdrawal() {
      const [last] = readTombstones(await ask('deleted', { 'per-page': 1 })) ?? [];
      return last?.['wm-deleted'] ?? '';
    },
  };
}

function wordsOf(error: unknown, timeoutMs: number): string {
  if (error instanceof Error && error.name === 'TimeoutError')
    return `it did not answer in ${timeoutMs / 1000} seconds`;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return `it cannot be reached (${cause instanceof Error ? cause.message || cause.name : String(cause)})`;
}
