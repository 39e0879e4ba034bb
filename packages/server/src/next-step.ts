import type { Delivery, DeliveryStatus } from './delivery.ts';
import { isPublic, type LinkState, type Mention, type ModerationState } from './mention.ts';

/** What to do about a reason that is known by its words; the first that fits. */
const BY_REASON: readonly (readonly [RegExp, string])[] = [
  // Screening: what was turned away before anything was asked.
  [/^A test notification of the doctor/, 'Nothing: this was the test, and it came all the way.'],
  [/^It names a test page/, 'Nothing. If you tried it yourself, send a new test: each is good for ten minutes.'],
  [/^The source is not a usable address/, 'Nothing here: its sender has to announce a whole http or https address.'],
  [
    /^The target is not a page of a site served here/,
    'If the page is yours, add its site, or mend the address of the site in the configuration; else nothing.',
  ],
  [/^The target page is gone/, 'If the page is there again, announce it or wait for the next look at the sitemap.'],
  [
    /^Receiving is switched off/,
    'Turn receiving on in the settings of the site or in its list of pages, if you want it.',
  ],
  [
    /^(?:Pages take no more mentions|The date of this page is not known)/,
    'Change when pages close in the settings of the site, or switch this page on by itself.',
  ],
  [
    /^The target is not in the map/,
    'If the page exists, put it into the feed or sitemap that the site names; the map is read again every hour.',
  ],
  [/^This site takes no mentions by/, 'Turn the protocol on in the settings of the site, if you want it.'],
  [
    /^The source is the target itself/,
    'Nothing: a page that announces itself is no mention. The doctor asks like this too.',
  ],
  [
    /^Its address (?:is that of a picture|has markup)/,
    'Nothing: such addresses are no pages. An “always allow” rule lets one in.',
  ],
  [/^You block /, 'If that was too much, remove the rule; its sender may then announce the page again.'],
  [/on the block list /, 'If it is there by mistake, allow the domain by a rule of yours, which goes before lists.'],
  [/^It was forgotten before/, 'If you want it after all, allow its site by a rule, and have it announced again.'],
  [
    /^It was removed on request/,
    'Nothing: somebody asked for its removal. Lift the removal first, if it was a mistake.',
  ],
  [/^Its site is unknown and nobody vouches/, 'Allow its site by a rule, or turn vouching off.'],
  [
    /^Its vouch is no page/,
    'Allow its site by a rule; or its sender gives a page of a site you know that links to it.',
  ],
  [
    /^It was to be forwarded to an endpoint/,
    'Mend the address that forwards: its endpoint has to be on the host of the page.',
  ],
  [/^It asked not to be fetched|neverFetch has/, 'Take the entry out of neverFetch, if its owner agrees.'],
  [/is a page of this very server/, 'Nothing: pages of this server repeat what strangers sent, and prove nothing.'],
  [
    /a name of the public internet|IP address, and only names|this machine itself|local network/,
    'If it is a network of yours, open it with allowNetwork; for everybody else nothing.',
  ],
  [/is not one that web pages are on/, 'If the port is meant, open it with allowPort.'],
  [/so it was not contacted/, 'If it is a network of yours, open it with allowNetwork; for everybody else nothing.'],
  // Looking: what came of asking the source.
  [
    /is not to be asked for|waiting for its turn|is asked only so often|for one thing at a time/,
    'Nothing: it goes on by itself.',
  ],
  [/^The page was read before this was announced/, 'Nothing: it is looked at again by itself.'],
  [
    /the page is gone\.|says of itself that it is gone/,
    'Nothing. If the page comes back, its owner may announce it again.',
  ],
  [/^The source is no page that is read for links/, 'Nothing: its sender has to serve the page as HTML.'],
  [
    /not found within the first 1 MiB/,
    'Its sender has to make the page smaller, or have the link come earlier; look with “hearback verify”.',
  ],
  [
    /^The source has no link to the target/,
    'Look with “hearback verify SOURCE TARGET” how the link is written. Its owner announces the page again when it is there.',
  ],
  [
    /^The source answered (?:401|403|406|429|451)/,
    'It keeps programs out. Its owner can let this one in; you can ask again later.',
  ],
  [/^The source answered/, 'Nothing: outages are tried again, and the owner of the page may announce it again.'],
  [/could not be trusted/, 'The owner of that server has to renew its certificate.'],
  [
    /could not be looked up|has no address|name servers of/,
    'If others can reach it, look at the name servers of this machine.',
  ],
  [
    /Reading the page took|set aside|ended its reader|crash/,
    'Open it yourself. It is looked at again in a week at the earliest, when it is announced again.',
  ],
  // Telling: what came of asking the target and its endpoint.
  [/is on your list of whom not to tell/, 'Take it from the list of whom not to tell, and send it again.'],
  [/^Sending is switched off/, 'Turn sending on in the settings of the site, and send it again.'],
  [/names our own .* as its endpoint/, 'Nothing: that page would have you tell yourself.'],
  [/said that it is gone \(HTTP 410\)/, 'Nothing until then. If you know better, send it again after that day.'],
  [/removed before they were told|does not link there any more/, 'Nothing: there is nothing to tell any more.'],
  [/asks robots not to use it/, 'Nothing: they do not want to be told.'],
  [/that is no usable URL/, 'Their page has to be mended: tell them; “hearback doctor” says what to write.'],
  [/The page takes no linkbacks|names no endpoint/, 'Nothing: write to them, if they should know.'],
  [
    /gave no reason \(WordPress never gives one\)/,
    'Run “hearback doctor” on your page: no title, a redirect or the form of the link are the usual causes.',
  ],
  [
    /fault 16\b/,
    'They could not fetch your page: look whether it is public, and run “hearback doctor --as source” on it.',
  ],
  [/fault 17\b/, 'They did not find the link: run “hearback doctor --as source” on your page.'],
  [/fault (?:32|33)\b/, 'The page takes no pingbacks, or is not there: look whether the link is right.'],
  [/fault 49\b/, 'They keep you out. Ask them, if you know them.'],
  [
    /redirect that a webmention may not follow|redirects|sent us on|sent the notification on/,
    'Their endpoint has to name its final address; tell them.',
  ],
];

/** What to do, for whoever reads the reason of a trace; `undefined` for words that say enough. */
export function nextForReason(reason: string): string | undefined {
  return BY_REASON.find(([words]) => words.test(reason))?.[1];
}

const BY_LINK = {
  unverified: 'Nothing: the page is looked at by itself, after 10 seconds or when its server may be asked.',
  live: '',
  absent: 'Nothing: without a link it is no mention. Its owner may announce it again when the link is there.',
  unreachable: 'Nothing: it is tried again, and its owner may announce it again.',
  lost: 'Nothing: it is not shown any more. If the link comes back and is announced, it is shown again.',
} satisfies Record<LinkState, string>;

const BY_MODERATION = {
  pending: 'Decide: approve it, reject it or call it spam.',
  approved: 'Nothing: it is shown.',
  rejected: 'Nothing. Approve it, if you think otherwise now.',
  spam: 'Nothing. Approve it, if it is none.',
} satisfies Record<ModerationState, string>;

const BY_STATUS = {
  queued: 'Nothing: it is told by itself.',
  retrying: 'Nothing: it is tried again by itself. “Try now” does not wait.',
  delivered: 'Nothing: they have it. Whether they show it is theirs to decide.',
  refused: 'Run “hearback doctor --as source” on your page, mend what it says, and send it again.',
  unsupported: 'Nothing: they cannot be told. Write to them, if they should know.',
  skipped: 'Nothing, unless you want it told: then change what the reason names, and send it again.',
  failed: 'Send it again when the cause is gone; “hearback discover” on the target says where it wants to be told.',
} satisfies Record<DeliveryStatus, string>;

/** There is always something to say, if only that nothing is to be done. */
export function nextForMention(mention: Mention, lastReason: string): string {
  if (isPublic(mention)) return BY_MODERATION.approved;
  if (mention.link === 'live') return BY_MODERATION[mention.moderation];
  return nextForReason(lastReason) ?? BY_LINK[mention.link];
}

export function nextForDelivery({ status, reason }: Pick<Delivery, 'status' | 'reason'>): string {
  if (status === 'delivered' || status === 'queued') return BY_STATUS[status];
  return nextForReason(reason) ?? BY_STATUS[status];
}

export function nextForRefusal({ reason }: { readonly reason: string }): string {
  return nextForReason(reason) ?? 'Nothing: it never came in. If it was wanted, its sender may announce it again.';
}
