import { type Http, headerValue, isHtml } from '@hearback/protocol';
import { siteOfUrl } from '../domain.ts';
import type { OwnTarget } from '../pages/directory.ts';
import type { Resolve } from '../pages/resolve.ts';
import type { Clock, KnownText, PageReader, Texts } from '../ports/index.ts';
import { keysOf, sketchOf } from './judge/texts.ts';
import { topicsOf } from './judge/topics.ts';
import { MEASURES } from './judge/weights.ts';

/** Sketches of our own pages, to know their copies by. */
export interface OwnTexts {
  /** Of the page that a target is; `undefined` when it cannot be had now. Fetched at most once a week, and never twice at once. */
  of(target: string): Promise<KnownText | undefined>;
}

export interface OwnTextsDeps {
  readonly texts: Texts;
  readonly http: Http;
  /** The page may hold what visitors wrote. */
  readonly reader: Pick<PageReader, 'read'>;
  readonly resolve: Resolve;
  readonly clock: Clock;
}

const WEEK = 7 * 24 * 60 * 60_000;
const HOUR = 60 * 60_000;
/** Fetches an hour: strangers choose the targets, and our own server is somebody's too. */
const MOST_AN_HOUR = 60;
const MAX_TEXT = 40_000;
const MAX_HTML = 200_000;

function textSubject(key: string): string {
  return `page ${key}`;
}

/** Keeps a page of ours as a sketch. */
async function keepOwnText(
  texts: Texts,
  page: {
    readonly site: string;
    readonly key: string;
    readonly url: string;
    readonly text: string;
    readonly at: number;
  },
): Promise<KnownText> {
  const text = page.text.slice(0, MAX_TEXT);
  const sketch = sketchOf(text);
  const known = {
    site: page.site,
    subject: textSubject(page.key),
    domain: siteOfUrl(page.url),
    hashes: sketch.hashes,
    size: sketch.size,
    topics: JSON.stringify(topicsOf(text)),
    at: page.at,
  };
  await texts.keep(known, keysOf(sketch));
  return known;
}

/** The same from a feed; written only when it changed, for a feed is read every hour. A summary of a few words is no text. */
export function createFeedTexts(texts: Texts, reader: Pick<PageReader, 'read'>, clock: Clock) {
  return async (page: {
    readonly site: string;
    readonly key: string;
    readonly url: string;
    readonly html: string;
  }): Promise<void> => {
    const body = new TextEncoder().encode(`<article>${page.html.slice(0, MAX_HTML)}</article>`);
    const headers = [['content-type', 'text/html; charset=utf-8']] as const;
    const read = await reader.read('content', { body, finalUrl: page.url, headers });
    if (!read.ok) return;
    const { text } = read.reading;
    const size = sketchOf(text.slice(0, MAX_TEXT)).size;
    const known = await texts.bySubject(page.site, textSubject(page.key));
    if (size < MEASURES.copyWords || (known && known.size >= size)) return;
    await keepOwnText(texts, { ...page, text, at: clock.now() });
  };
}

export function createOwnTexts({ texts, http, reader, resolve, clock }: OwnTextsDeps): OwnTexts {
  const running = new Map<string, Promise<KnownText | undefined>>();
  const failed = new Map<string, number>();
  let hour = { begun: Number.NEGATIVE_INFINITY, fetched: 0 };

  function mayFetch(subject: string, now: number): boolean {
    if ((failed.get(subject) ?? Number.NEGATIVE_INFINITY) > now - HOUR) return false;
    if (Math.abs(now - hour.begun) >= HOUR) {
      hour = { begun: now, fetched: 0 };
      failed.clear();
    }
    hour.fetched += 1;
    return hour.fetched <= MOST_AN_HOUR;
  }

  async function read(own: OwnTarget, url: string, known: KnownText | undefined): Promise<KnownText | undefined> {
    const now = clock.now();
    const subject = textSubject(own.key);
    if (!mayFetch(subject, now)) return known;
    const reply = await http.request({ method: 'GET', url, redirects: 'page' });
    if (!reply.ok || reply.status !== 200 || !isHtml(headerValue(reply.headers, 'content-type'))) {
      failed.set(subject, now);
      return known;
    }
    const { body, headers, finalUrl } = reply;
    const read = await reader.read('content', { body, headers, finalUrl });
    if (!read.ok) {
      failed.set(subject, now);
      return known;
    }
    return keepOwnText(texts, { site: own.site.id, key: own.key, url, text: read.reading.text, at: now });
  }

  return {
    async of(target) {
      const parsed = URL.parse(target);
      const own = parsed ? await resolve(parsed) : undefined;
      if (!parsed || !own) return undefined;
      const subject = textSubject(own.key);
      const known = await texts.bySubject(own.site.id, subject);
      if (known && known.at > clock.now() - WEEK) return known;
      // Without a map the address is a stranger's: a query could be a command to some program of the owner's.
      const url = own.page?.url ?? (parsed.search === '' ? `${parsed.origin}${parsed.pathname}` : undefined);
      if (url === undefined) return known;
      const reading = running.get(subject) ?? read(own, url, known).finally(() => running.delete(subject));
      running.set(subject, reading);
      return reading;
    },
  };
}
