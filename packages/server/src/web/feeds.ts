import { Hono } from 'hono';
import { wordsOf } from '../words/words.ts';
import { targetKeys } from './api/targets.ts';
import { asset, serveAsset } from './assets.ts';
import type { WebDeps } from './deps.ts';
import { safeUrl } from './safe-url.ts';
import { feedEntryOf } from './showing/feed-entry.tsx';
import { FEED_TYPES, type FeedFormat, writeFeed } from './showing/feed-write.ts';
import { createShow } from './showing/find.ts';
import { wholeNumber } from './showing/query.ts';
import { languageFor } from './showing/words.ts';

const DEFAULT_ENTRIES = 50;
const MOST_ENTRIES = 500;

const HEADERS = {
  'Access-Control-Allow-Origin': '*',
  // Asked again each time, and answered with 304: what is public no more must not stay in a cache of ours.
  'Cache-Control': 'no-cache',
  'Content-Security-Policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox",
};

interface Subject {
  readonly page: string;
  readonly name: string;
  readonly parameter: [name: string, value: string];
  readonly keys: readonly string[];
  readonly sites: readonly string[];
}

/** `GET /feed.atom`, `/feed.rss`, `/feed.json`: the public mentions of a site (`site=ID`) or page (`target=URL`). */
export function feedRoutes(deps: Pick<WebDeps, 'store' | 'directory' | 'clock' | 'publicUrl'>): Hono {
  const { store, directory } = deps;
  const show = createShow(deps);

  /** A page of nobody here has an empty feed, like everything that is asked about it. */
  function subjectOf(params: URLSearchParams): Subject | undefined {
    const target = safeUrl(params.get('target') ?? '');
    if (target) {
      const keys = targetKeys(directory, [target]);
      return { page: target, name: target.replace(/^https?:\/\//, ''), parameter: ['target', target], keys, sites: [] };
    }
    const sites = directory.sites();
    const wanted = params.get('site');
    const site = wanted === null && sites.length === 1 ? sites[0] : directory.byId(wanted ?? '');
    return site && { page: site.url, name: site.name, parameter: ['site', site.id], keys: [], sites: [site.id] };
  }

  async function feed(format: FeedFormat, request: Request): Promise<Response> {
    const params = new URL(request.url).searchParams;
    const subject = subjectOf(params);
    if (!subject) {
      const line = `Name the site or the page whose mentions you want: /feed.${format}?site=ID or ?target=URL\n`;
      return new Response(line, { status: 400, headers: { ...HEADERS, 'Content-Type': 'text/plain; charset=utf-8' } });
    }
    const { page, name, parameter, keys, sites } = subject;
    const language = languageFor(params.get('lang'));
    const { rows } = await store.mentions.published({
      ...{ targetKeys: keys, sites, sortBy: 'created', direction: 'down', offset: 0 },
      limit: Math.min(wholeNumber(params.get('limit')) || DEFAULT_ENTRIES, MOST_ENTRIES),
    });
    const shown = await show(rows, language);
    const entries = rows.flatMap((row, n) => {
      const one = shown[n];
      return one ? [feedEntryOf(row, one, directory.byId(row.site)?.url ?? page)] : [];
    });
    const query = new URLSearchParams([
      parameter,
      ...(language === 'en' ? [] : [['lang', language] as [string, string]]),
    ]);
    const body = writeFeed(format, {
      title: wordsOf(language).showing.feed.replace('{name}', () => name),
      self: `${deps.publicUrl()}/feed.${format}?${query}`,
      ...{ page, language, entries },
    });
    return serveAsset(request, asset(body, FEED_TYPES[format]), HEADERS);
  }

  return new Hono()
    .get('/feed.atom', (c) => feed('atom', c.req.raw))
    .get('/feed.rss', (c) => feed('rss', c.req.raw))
    .get('/feed.json', (c) => feed('json', c.req.raw));
}
