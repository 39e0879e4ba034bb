import { type Http, headerValue, isHtml, type Notification, parseUrl } from '@hearback/protocol';
import type { SiteDirectory } from '../pages/directory.ts';
import type { Clock, Mentions, PageReader, Turns } from '../ports/index.ts';

/** Where a webmention of an unknown site stands. `later`: the voucher was asked too lately; milliseconds to wait. */
export type Vouched =
  | { readonly result: 'vouched' | 'wanted' | 'useless' }
  | { readonly result: 'later'; readonly waitMs: number };

/** Asks whether a source may come in, on sites that want to hear of strangers only from people they know. */
export type Vouching = (site: string, source: URL, vouch: Notification['vouch']) => Promise<Vouched>;

export interface VouchDeps {
  readonly mentions: Pick<Mentions, 'knowsHost'>;
  readonly turns: Pick<Turns, 'take'>;
  readonly http: Http;
  readonly reader: Pick<PageReader, 'read'>;
  readonly directory: SiteDirectory;
  readonly clock: Clock;
  readonly victimOf: (url: URL) => string;
  /** Milliseconds between two looks at pages of one voucher. */
  readonly gapMs: number;
}

const USELESS: Vouched = { result: 'useless' };

/** Twenty looks an hour at one voucher: he is known, and no reason to let strangers send us to him. */
export const VOUCH_GAP_MS = 180_000;

/**
 * The rules of the Vouch extension: a site with a public mention here needs nobody. Others bring a page of such a site,
 * not their own and not one of ours, that links to them; it is fetched once, before the answer, because the answer is
 * what the sender needs to know.
 */
export function createVouching(deps: VouchDeps): Vouching {
  const { mentions, turns, http, reader, directory, clock, gapMs } = deps;

  async function isKnownVoucher(site: string, source: URL, voucher: URL): Promise<boolean> {
    if (voucher.host === source.host || directory.resolve(voucher)) return false;
    return mentions.knowsHost(site, voucher.host);
  }

  async function speaks(voucher: URL, source: URL): Promise<Vouched> {
    const url = voucher.href.replace(/#.*$/s, '');
    const reply = await http.request({ method: 'GET', url, redirects: 'page', reads: isHtml });
    if (!reply.ok && reply.kind === 'waiting') return { result: 'later', waitMs: reply.waitMs ?? 0 };
    if (!reply.ok || reply.status !== 200 || !isHtml(headerValue(reply.headers, 'content-type'))) return USELESS;
    // Elsewhere somebody else speaks.
    if (new URL(reply.finalUrl).host !== voucher.host) return USELESS;
    const { body, headers, finalUrl } = reply;
    const read = await reader.read('vouch', { body, headers, finalUrl, host: source.host });
    return read.ok && read.reading ? { result: 'vouched' } : USELESS;
  }

  return async (site, source, vouch) => {
    if (await mentions.knowsHost(site, source.host)) return { result: 'vouched' };
    if (vouch === undefined) return { result: 'wanted' };
    const voucher = parseUrl(vouch || '');
    if (!voucher.ok || !(await isKnownVoucher(site, source, voucher.url))) return USELESS;
    const now = clock.now();
    const turn = gapMs === 0 ? now : await turns.take([{ name: `vouch ${deps.victimOf(voucher.url)}`, gapMs }], now);
    if (turn > now) return { result: 'later', waitMs: turn - now };
    return speaks(voucher.url, source);
  };
}
