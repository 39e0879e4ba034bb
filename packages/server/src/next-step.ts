import type { Delivery } from './delivery.ts';
import { isPublic, type Mention } from './mention.ts';
import { en } from './words/en/index.ts';

/** What is to be done, by its name in the dictionaries, which a new one is added to. */
export type NextStep = keyof typeof en.next;

/** What to do about a reason that is known by its words; the first that fits. */
const BY_REASON: readonly (readonly [RegExp, NextStep])[] = [
  // Screening: what was turned away before anything was asked.
  [/^A test notification of the doctor/, 'testArrived'],
  [/^It names a test page/, 'testPage'],
  [/^The source is not a usable address/, 'badSource'],
  [/^The target is not a page of a site served here/, 'foreignTarget'],
  [/^The target page is gone/, 'targetGone'],
  [/^Receiving is switched off/, 'receivingOff'],
  [/^(?:Pages take no more mentions|The date of this page is not known)/, 'closedPage'],
  [/^The target is not in the map/, 'notOnMap'],
  [/^This site takes no mentions by/, 'protocolOff'],
  [/^The source is the target itself/, 'selfPing'],
  [/^Its address (?:is that of a picture|has markup)/, 'oddAddress'],
  [/^You block /, 'blocked'],
  [/on the block list /, 'listed'],
  [/^It was forgotten before/, 'forgotten'],
  [/^It was removed on request/, 'removed'],
  [/^Its site is unknown and nobody vouches/, 'unvouched'],
  [/^Its vouch is no page/, 'badVouch'],
  [/^It was to be forwarded to an endpoint/, 'badForward'],
  [/^It asked not to be fetched|neverFetch has/, 'neverFetch'],
  [/is a page of this very server/, 'ownServer'],
  [/a name of the public internet|IP address, and only names|this machine itself|local network/, 'privateNetwork'],
  [/is not one that web pages are on/, 'oddPort'],
  [/so it was not contacted/, 'privateNetwork'],
  // Looking: what came of asking the source.
  [/is not to be asked for|waiting for its turn|is asked only so often|for one thing at a time/, 'byItself'],
  [/^The page was read before this was announced/, 'readBefore'],
  [/the page is gone\.|says of itself that it is gone/, 'sourceGone'],
  [/^The source is no page that is read for links/, 'noPage'],
  [/not found within the first 1 MiB/, 'tooFar'],
  [/^The source has no link to the target/, 'noLink'],
  [/^The source answered (?:401|403|406|429|451)/, 'keptOut'],
  [/^The source answered/, 'outage'],
  [/could not be trusted/, 'certificate'],
  [/could not be looked up|has no address|name servers of/, 'nameServers'],
  [/Reading the page took|set aside|ended its reader|crash/, 'hardToRead'],
  // Telling: what came of asking the target and its endpoint.
  [/is on your list of whom not to tell/, 'onDontTell'],
  [/^Sending is switched off/, 'sendingOff'],
  [/names our own .* as its endpoint/, 'ownEndpoint'],
  [/said that it is gone \(HTTP 410\)/, 'endpointGone'],
  [/removed before they were told|does not link there any more/, 'linkGone'],
  [/asks robots not to use it/, 'asksNot'],
  [/that is no usable URL/, 'badEndpoint'],
  [/The page takes no linkbacks|names no endpoint/, 'noEndpoint'],
  [/gave no reason \(WordPress never gives one\)/, 'noReason'],
  [/fault 16\b/, 'fault16'],
  [/fault 17\b/, 'fault17'],
  [/fault (?:32|33)\b/, 'fault32'],
  [/fault 49\b/, 'fault49'],
  [/redirect that a webmention may not follow|redirects|sent us on|sent the notification on/, 'endpointMoved'],
];

/** Of a target that could not be asked where it wants to be told: whether it takes linkbacks is not the question then. */
const OF_TARGETS: typeof BY_REASON = [
  [/^The page answered HTTP (?:404|410) /, 'deadLink'],
  [/^The page answered HTTP (?:401|403|406|429|451) /, 'keptOut'],
  [/(?:could not be looked up|has no address|could not be reached|did not answer in time).* Given up /, 'deadHost'],
];

/** What to do, for whoever reads the reason of a trace; `undefined` for words that say enough. */
export function nextForReason(reason: string): NextStep | undefined {
  return BY_REASON.find(([words]) => words.test(reason))?.[1];
}

/** There is always something to say, if only that nothing is to be done. */
export function nextForMention(mention: Mention, lastReason: string): NextStep {
  if (isPublic(mention)) return 'approved';
  if (mention.link === 'live') return mention.moderation;
  return nextForReason(lastReason) ?? mention.link;
}

/** @param endpoint whose answer the reason is; without one it is that of the target */
export function nextForDelivery({
  status,
  reason,
  endpoint,
}: Pick<Delivery, 'status' | 'reason' | 'endpoint'>): NextStep {
  if (status === 'delivered' || status === 'queued') return status;
  const ofTarget = endpoint === undefined ? OF_TARGETS.find(([words]) => words.test(reason))?.[1] : undefined;
  if (ofTarget) return ofTarget;
  return nextForReason(reason) ?? status;
}

export function nextForRefusal({ reason }: { readonly reason: string }): NextStep {
  return nextForReason(reason) ?? 'neverIn';
}

/** What the command says, which is English whoever reads it. */
export function nextInEnglish(step: NextStep): string {
  return en.next[step].replace(/`([^`]*)`/g, '“$1”');
}
