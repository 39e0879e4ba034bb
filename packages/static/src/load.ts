import { nextCopy, wholeCopy } from './bring-up-to-date.ts';
import { type Copy, NO_COPY, readCopy, writeCopy } from './copy.ts';
import { type Mentions, mentionsIn } from './mentions.ts';
import { openServer } from './server.ts';

export interface MentionsOptions {
  /** Where Hearback is: `https://hear.example.org`. */
  readonly server: string;
  /** Where the site is: `https://example.org`. Paths are read as paths there. */
  readonly site: string;
  /** One that may read; public mentions need none. */
  readonly token?: string | undefined;
  /** Where the copy for builds without a network is kept; `.cache/hearback.json` unless told. */
  readonly file?: string | undefined;
  /** Seconds for which the copy is good without asking; 60 unless told. A server that rebuilds at every key stroke asks once. */
  readonly freshFor?: number | undefined;
  /** Asks nobody and takes the copy as it is. */
  readonly offline?: boolean | undefined;
  /** Seconds to wait for one answer; 10 unless told. */
  readonly timeout?: number | undefined;
  /** Hears what went wrong, in one line; the console unless told. */
  readonly warn?: ((line: string) => void) | undefined;
  readonly fetch?: typeof fetch | undefined;
  readonly now?: (() => number) | undefined;
}

const FILE = '.cache/hearback.json';
/** Now and then everything is asked for again, so that no mistake of ours or of a server lasts. */
const WHOLE_MS = 7 * 24 * 60 * 60_000;

/**
 * The mentions of a site, for a build. Asks for what became public, changed, came back or was withdrawn since the last build;
 * when that cannot be had, says so in one line and gives what the last build knew. Never rejects: a comment section is no
 * reason for a site not to be built.
 */
export async function loadMentions(options: MentionsOptions): Promise<Mentions> {
  const { server, site, file = FILE, freshFor = 60, offline = false, now = Date.now } = options;
  const warn = options.warn ?? ((line: string) => console.warn(line));
  const [home, desk] = [URL.parse(site), URL.parse(server)];
  if (!home || !desk) {
    const which = home ? `"server" is no web address: ${server}` : `"site" is no web address: ${site}`;
    warn(`[hearback] No mentions are shown: ${which}. Write it as https://example.org.`);
    return mentionsIn([], 'https://site.invalid/');
  }
  const about = `${desk.href} ${home.host}`;
  const copy = await readCopy(file, about);
  const at = now();
  if (offline || (copy && at - copy.askedAt >= 0 && at - copy.askedAt < freshFor * 1000))
    return mentionsIn(copy?.entries ?? [], home.href);
  const connection = openServer({
    ...{ server: desk.href, domain: home.host, token: options.token },
    timeoutMs: (options.timeout ?? 10) * 1000,
    fetch: options.fetch ?? fetch,
  });
  let next: Copy;
  try {
    const isDue = !copy || at - copy.wholeAt > WHOLE_MS || at < copy.wholeAt;
    next = isDue ? await wholeCopy(connection, at) : await nextCopy(connection, copy, at);
  } catch (error) {
    const known = copy ? `the ${copy.entries.length} of ${day(copy.askedAt)} are shown` : 'none are shown';
    warn(`[hearback] No news of mentions from ${desk.host}: ${textOf(error)}; ${known}.`);
    return mentionsIn((copy ?? NO_COPY).entries, home.href);
  }
  await writeCopy(file, about, next).catch((error: unknown) =>
    warn(`[hearback] The mentions could not be kept for the next build in ${file}: ${textOf(error)}.`),
  );
  return mentionsIn(next.entries, home.href);
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function textOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
}
