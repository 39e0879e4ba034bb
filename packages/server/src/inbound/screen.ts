import { type Caller, type Notification, parseUrl, type RefusedBecause } from '@hearback/protocol';
import type { OwnTarget } from '../pages/directory.ts';
import type { Resolve } from '../pages/resolve.ts';
import { settingsOf } from '../site-settings.ts';
import type { TestPages } from '../test-page.ts';
import { whenKnown } from '../when-known.ts';
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
  const found = findTarget(target, caller, resolve);
  const own = found instanceof Promise ? await found : found;
  if (!own) return refuse('target-unusable', '', 'The target is not a page of a site served here.');
  const site = own.site.id;
  if (own.state === 'gone') return refuse('target-missing', site, 'The target page is gone.');
  if (own.state === 'closed')
    return refuse('target-unusable', site, own.because ?? 'Receiving is switched off for this page or its site.');
  if (own.state === 'unknown')
    return refuse('target-unusable', site, 'The target is not in the map of this site’s pages.');
  if (!settingsOf(own.site).protocols.includes(protocol))
    return refuse('target-unusable', site, `This site takes no mentions by ${protocol}.`);
  const asTarget = resolve(from.url);
  if (isSame(asTarget instanceof Promise ? await asTarget : asTarget, own))
    return refuse('self', site, 'The source is the target itself.');
  const test = testPages?.recognise(from.url, target);
  if (test === 'valid') return { ok: false, because: 'denied', quiet: true, isTrial: true, site, reason: TEST_ARRIVED };
  if (test === 'over') return { ok: false, because: 'denied', quiet: true, site, reason: TEST_OVER };
  const removed = gate?.suppresses({ source: from.url.href });
  if (removed instanceof Promise ? await removed : removed)
    return { ok: false, because: 'denied', quiet: true, nameless: true, site, reason: 'It was removed on request.' };
  const refusal = refusesSource(from.url) ?? gate?.refuses(from.url, own);
  const refused = refusal instanceof Promise ? await refusal : refusal;
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
function isSame(source: OwnTarget | undefined, target: OwnTarget): boolean {
  return source?.site.id === target.site.id && source.key === target.key;
}

function findTarget(text: string, caller: Caller, resolve: Resolve): ReturnType<Resolve> {
  // Some senders escape twice: `&amp;` is still there after XML decoding. Tried only where the plain reading fails.
  const again = (plain: OwnTarget | undefined) =>
    (plain === undefined || plain.state === 'unknown') && text.includes('&amp;')
      ? whenKnown(ownTarget(text.replaceAll('&amp;', '&'), caller, resolve), (unescaped) => unescaped ?? plain)
      : plain;
  return whenKnown(ownTarget(text, caller, resolve), again);
}

function ownTarget(text: string, caller: Caller, resolve: Resolve): ReturnType<Resolve> {
  const parsed = parseUrl(text);
  if (!parsed.ok) return undefined;
  return whenKnown(resolve(parsed.url), (own) =>
    own && (caller.site ?? own.site.id) === own.site.id ? own : undefined,
  );
}
