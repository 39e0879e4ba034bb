import { type HttpReply, type HttpRequest, headerValue } from '@hearback/protocol';
import type { TollHttp } from '../../packages/server/src/limits/victims.ts';
import type { Page } from './acts.ts';
import type { Source } from './script.ts';

/** One request that left. */
export interface Hop {
  readonly at: number;
  readonly host: string;
  readonly source: string;
}

export interface ScriptedWeb {
  readonly http: TollHttp;
  readonly hops: readonly Hop[];
  /** Scenes that were seen by anybody. */
  readonly seen: ReadonlySet<object>;
  readonly unchanged: () => number;
  /** Most requests that one domain had under way at a time. */
  readonly mostAtOnce: () => number;
}

const ENCODER = new TextEncoder();

/** Answers as the script says at the moment of the question, by the rules of HTTP: redirects, entity tags, 304. */
export function scriptWeb(sources: readonly Source[], now: () => number): ScriptedWeb {
  const byUrl = new Map(sources.map((source) => [source.url, source]));
  const hops: Hop[] = [];
  const seen = new Set<object>();
  const busy = new Map<string, number>();
  let unchanged = 0;
  let mostAtOnce = 0;

  function pageOf(source: Source): Page {
    const link = source.fate === 'liar' ? '' : `<a href="${source.target}">a post</a>`;
    const page = { status: 200, title: 'An entry', link, head: '', headers: [] };
    const scene = source.scenes.find(({ from, until }) => from <= now() && now() < until);
    if (scene === undefined) return page;
    seen.add(scene);
    return scene.act.page(page, source.url);
  }

  function answer(request: HttpRequest, source: Source, url: string, page: Page, chain: readonly string[]): HttpReply {
    const shown = `<p>${'Some words of its own. '.repeat(20)}${page.link}`;
    const html = `<!doctype html><title>${page.title}</title>${page.head}${page.body ?? shown}`;
    const tag = `"${page.status}-${page.title.length}-${page.head.length}-${page.link.length}-${page.headers.length}"`;
    const asked = headerValue(Object.entries(request.headers ?? {}), 'if-none-match');
    const isSame = page.status === 200 && asked === tag;
    if (isSame) unchanged += 1;
    // Some servers have no entity tags.
    const tags = /[036]$/.test(source.url) ? [] : [['etag', tag] as const];
    return {
      ok: true,
      status: isSame ? 304 : page.status,
      finalUrl: url,
      headers: [['content-type', 'text/html'], ...tags, ...page.headers],
      body: ENCODER.encode(isSame ? '' : html),
      truncated: false,
      chain,
    };
  }

  const http: TollHttp = {
    async request(request, toll) {
      const source = byUrl.get(request.url);
      if (source === undefined) throw new Error(`Nobody wrote ${request.url}.`);
      const page = pageOf(source);
      const no = (kind: 'dns' | 'connect' | 'timeout') => ({ ok: false, kind, reason: `No answer: ${kind}.` }) as const;
      if (page.failure === 'dns') return no('dns');
      const chain = page.sendsTo === undefined ? [request.url] : [request.url, page.sendsTo];
      const { hostname: host } = new URL(request.url);
      for (const url of chain) {
        const entered = await toll?.enter(new URL(url), [source.address]);
        if (entered && !entered.ok) return entered;
        hops.push({ at: now(), host, source: source.url });
        busy.set(host, (busy.get(host) ?? 0) + 1);
        mostAtOnce = Math.max(mostAtOnce, busy.get(host) ?? 0);
        await new Promise<void>((resolve) => setImmediate(resolve));
        busy.set(host, (busy.get(host) ?? 1) - 1);
      }
      if (page.failure !== undefined) return no('timeout');
      return answer(request, source, chain.at(-1) as string, page, chain);
    },
  };
  return { http, hops, seen, unchanged: () => unchanged, mostAtOnce: () => mostAtOnce };
}
