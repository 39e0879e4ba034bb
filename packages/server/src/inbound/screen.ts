import { type Caller, type Notification, parseUrl, type RefusedBecause } from '@hearback/protocol';
import type { OwnTarget } from '../pages/directory.ts';
import type { Resolve } from '../pages/resolve.ts';
import { settingsOf } from '../site-settings.ts';
import type { TestPages } from '../test-page.ts';
import type { Gate } from './gate.ts';

export interface Screening {
  readonly resolve: Resolve;
  /** Why the guard would never ask this URL, told from its text alone; `undefined` when only the network can say. */
  readonly refusesSource: (url: URL) => string | undefined;
  /** Whether the source is a page that this server made to try whether notifications arrive. */
  readonly testPages?: Pick<TestPages, 'recognise'> | undefined;
  /** The owner's blocks and what else is told by an address; nothing is turned away for that without it. */
  readonly gate?: Gate | undefined;
}

export type Screened =
  | { readonly ok: true; readonly source: URL; readonly target: OwnTarget }
  /** `quiet`: the sender gets the same reply as for an accepted one, so that it learns nothing of our rules or network. */
  | {
      readonly ok: false;
      readonly because: RefusedBecause;
      readonly quiet: boolean;
      /** It was the owner's own try, which went as far as it can. */
      readonly isTrial?: true;
      /** Of somebody who was removed on request: the source is not to be written down. */
      readonly nameless?: true;
      readonly site: string;
      readonly reason: string;
    };

/**
 * Everything that can be told without asking anyone: about 99 % of stray pingbacks are junk and end here. The order is
 * the one of the fault codes: source syntax, foreign target, gone (32), closed or unknown (33), self, refused source.
 */
export async function screen(
  { protocol, source, target }: Notification,
  caller: Caller,
  { resolve, refusesSource, testPages, gate }: Screening,
): Promise<Screened> {
  const from = parseUrl(source);
  if (!from.ok) return refuse('source-invalid', '', `The source is not a usable address: ${from.reason}`);
  const own = await findTarget(target, caller, resolve);
  if (!own) return refuse('target-unusable', '', 'The target is not a page of a site served here.');
  const site = own.site.id;
  if (own.state === 'gone') return refuse('target-missing', site, 'The target page is gone.');
  if (own.state === 'closed')
    return refuse('target-unusable', site, own.because ?? 'Receiving is switched off for this page or its site.');
  if (own.state === 'unknown')
    return refuse('target-unusable', site, 'The target is not in the map of this site’s pages.');
  if (!settingsOf(own.site).protocols.includes(protocol))
    return refuse('target-unusable', site, `This site takes no mentions by ${protocol}.`);
  if (await isTarget(from.url, own, resolve)) return refuse('self', site, 'The source is the target itself.');
  const test = testPages?.recognise(from.url, target);
  if (test === 'valid') return { ok: false, because: 'denied', quiet: true, isTrial: true, site, reason: TEST_ARRIVED };
  if (test === 'over') return { ok: false, because: 'denied', quiet: true, site, reason: TEST_OVER };
  if (await gate?.suppresses({ source: from.url.href }))
    return { ok: false, because: 'denied', quiet: true, nameless: true, site, reason: 'It was removed on request.' };
  const refused = refusesSource(from.url) ?? (await gate?.refuses(from.url, own));
  if (refused) return { ok: false, because: 'denied', quiet: true, site, reason: refused };
  return { ok: true, source: from.url, target: own };
}

/**
 * A test ends here, before anything is kept or fetched: what comes after depends on the page, and this one says nothing. So
 * no stranger who comes by its address can have anything verified or shown by it.
 */
export const TEST_ARRIVED =
  'A test notification of the doctor: it arrived, could be read, and its target takes it. Nothing is kept of it but this line.';
const TEST_OVER = 'It names a test page of the doctor that is not valid, or not any more.';

function refuse(because: RefusedBecause, site: string, reason: string): Screened {
  return { ok: false, because, quiet: false, site, reason };
}

/** A page announces itself by any of its addresses: with tracking parameters, without the slash, by another route. */
async function isTarget(source: URL, target: OwnTarget, resolve: Resolve): Promise<boolean> {
  const own = await resolve(source);
  return own?.site.id === target.site.id && own.key === target.key;
}

async function findTarget(text: string, caller: Caller, resolve: Resolve): Promise<OwnTarget | undefined> {
  const plain = await ownTarget(text, caller, resolve);
  if (plain && plain.state !== 'unknown') return plain;
  // Some senders escape twice: `&amp;` is still there after XML decoding. Tried only where the plain reading fails.
  const unescaped = text.includes('&amp;')
    ? await ownTarget(text.replaceAll('&amp;', '&'), caller, resolve)
    : undefined;
  return unescaped ?? plain;
}

async function ownTarget(text: string, caller: Caller, resolve: Resolve): Promise<OwnTarget | undefined> {
  const parsed = parseUrl(text);
  const own = parsed.ok ? await resolve(parsed.url) : undefined;
  return own && (caller.site ?? own.site.id) === own.site.id ? own : undefined;
}
