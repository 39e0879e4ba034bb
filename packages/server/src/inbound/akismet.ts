import { type Http, headerValue } from '@hearback/protocol';
import type { Timer } from '../jobs/loop.ts';
import type { Mention } from '../mention.ts';
import type { Adviser } from './judging.ts';

export interface AkismetOptions {
  readonly key: string;
  /** The address of the site, as Akismet knows it; the mention's own site unless given. */
  readonly blog: string | undefined;
  /** Where its API answers, without a slash at the end. */
  readonly endpoint: string;
  /** Whether it is asked before the source is fetched. */
  readonly preCheck: boolean;
}

export interface AkismetDeps extends AkismetOptions {
  readonly http: Http;
  readonly timer: Timer;
  readonly userAgent: string;
  readonly siteUrl: (site: string) => string | undefined;
}

export interface Akismet extends Adviser {
  /** Tells it what the owner decided. Resolves to why it could not be told, or `undefined`. */
  learn(mention: Mention, as: 'spam' | 'ham'): Promise<string | undefined>;
}

/** A reply is five letters; who sends a book is not Akismet. */
const MAX_REPLY = 1_024;
const DEADLINE_MS = 5_000;

type Verdict =
  | { readonly ok: true; readonly text: string; readonly discard: boolean }
  | { readonly ok: false; readonly reason: string };

/**
 * Asks Akismet. Its “true” is an opinion that makes a mention spam; its “false”, and everything that goes wrong, changes
 * nothing: the mention waits like any other. The key is in the body of requests only, never in a URL or a sentence.
 */
export function createAkismet(deps: AkismetDeps): Akismet {
  const { http, timer, endpoint, key, userAgent } = deps;

  async function ask(
    method: 'comment-check' | 'submit-spam' | 'submit-ham',
    fields: Readonly<Record<string, string>>,
  ): Promise<Verdict> {
    const body = new TextEncoder().encode(new URLSearchParams({ api_key: key, ...fields }).toString());
    const late = Promise.withResolvers<undefined>();
    const cancel = timer(DEADLINE_MS, () => late.resolve(undefined));
    const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8', 'user-agent': userAgent };
    const request = http.request({
      method: 'POST',
      url: `${endpoint}/1.1/${method}`,
      headers,
      body,
      redirects: 'endpoint',
      maxBytes: MAX_REPLY,
    });
    const reply = await Promise.race([request, late.promise]);
    cancel();
    if (reply === undefined) return { ok: false, reason: 'Akismet did not answer within 5 seconds' };
    if (!reply.ok) return { ok: false, reason: `Akismet could not be asked (${reply.kind})` };
    if (reply.status !== 200) return { ok: false, reason: `Akismet answered ${reply.status}` };
    if (reply.truncated) return { ok: false, reason: 'Akismet answered more than it ever should' };
    const text = new TextDecoder().decode(reply.body).trim();
    return { ok: true, text, discard: headerValue(reply.headers, 'x-akismet-pro-tip')?.trim() === 'discard' };
  }

  function common(mention: Mention): Record<string, string> {
    return {
      blog: deps.blog ?? deps.siteUrl(mention.site) ?? mention.target,
      user_ip: mention.sender ?? '',
      permalink: mention.target,
      comment_type: mention.protocols[0] ?? 'pingback',
      comment_author_url: mention.source,
      comment_date_gmt: new Date(mention.receivedAt).toISOString(),
      blog_charset: 'UTF-8',
    };
  }

  function about(mention: Mention, entry: Mention['entry'], language: string | undefined): Record<string, string> {
    return {
      ...common(mention),
      comment_author: entry?.author.name ?? '',
      comment_content: [entry?.title, entry?.excerpt].filter(Boolean).join('\n'),
      ...(language ? { blog_lang: language } : {}),
    };
  }

  return {
    async preCheck(mention) {
      if (!deps.preCheck || mention.sender === undefined) return undefined;
      const verdict = await ask('comment-check', {
        ...common(mention),
        comment_type: 'pingback',
        comment_author: '',
        comment_content: '',
        comment_pingback_target: mention.target,
        akismet_pre_check: '1',
        pingbacks_closed: '0',
        is_multicall: '0',
        multicall_count: '0',
      });
      if (!verdict.ok) return { isSpam: false, sentence: `${verdict.reason}; it was looked at.` };
      return verdict.text === 'true'
        ? { isSpam: true, sentence: 'Akismet calls it spam, before it was looked at.' }
        : { isSpam: false, sentence: 'Akismet had nothing against it before it was looked at.' };
    },
    async check(mention, { entry, facts }) {
      if (mention.sender === undefined) return undefined;
      const verdict = await ask('comment-check', about(mention, entry, facts.language));
      if (!verdict.ok) return { isSpam: false, sentence: `${verdict.reason}; it waits for you.` };
      if (verdict.text === 'true')
        return {
          isSpam: true,
          sentence: verdict.discard ? 'Akismet calls it spam of the worst kind.' : 'Akismet calls it spam.',
        };
      if (verdict.text === 'false') return { isSpam: false, sentence: 'Akismet does not call it spam.' };
      if (verdict.text === 'invalid')
        return { isSpam: false, sentence: 'Akismet does not know the key that is configured; it waits for you.' };
      return { isSpam: false, sentence: 'Akismet answered something that nobody understands; it waits for you.' };
    },
    async learn(mention, as) {
      const verdict = await ask(`submit-${as}`, about(mention, mention.entry, mention.facts?.language));
      return verdict.ok ? undefined : verdict.reason;
    },
  };
}
