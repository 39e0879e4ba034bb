import { isPublic, type Mention } from '../mention.ts';
import type { Joining } from '../ports/index.ts';

/** The source is on the host of the page that it leads to. */
function isAtHome({ source }: Mention, finalUrl: string): boolean {
  return URL.canParse(source) && URL.canParse(finalUrl) && new URL(source).host === new URL(finalUrl).host;
}

/**
 * The row with its decision that stays, of two. What the owner decided of a page by its own address comes first, then
 * what readers see already. A stranger with a redirection to somebody's page can thus neither unpublish nor reject it.
 */
function whoStays(one: Mention, other: Mention, finalUrl: string): Mention {
  const merits: readonly ((mention: Mention) => boolean)[] = [
    (mention) => isAtHome(mention, finalUrl) && mention.moderation !== 'pending',
    isPublic,
    (mention) => isAtHome(mention, finalUrl),
    (mention) => mention.moderation !== 'pending',
    (mention) => mention.receivedAt <= one.receivedAt && mention.receivedAt <= other.receivedAt,
  ];
  const decisive = merits.find((has) => has(one) !== has(other));
  return decisive === undefined || decisive(one) ? one : other;
}

/** Of two that were announced in one millisecond, the later received one. */
function whoIsNewer(one: Mention, other: Mention): Mention {
  const by = one.lastReceivedAt - other.lastReceivedAt || one.receivedAt - other.receivedAt;
  return by > 0 ? one : other;
}

/**
 * Two sources that lead to one page, and name one target, are one mention. The newest announcement gives it its source,
 * but never one on another host than the page itself: whoever owns a redirection to somebody's page could put his
 * address in the place of theirs, and send readers elsewhere the day after.
 */
export function joined(twin: Mention, checked: Mention, finalUrl: string, joinedAt: number): Joining {
  const stays = whoStays(twin, checked, finalUrl);
  const newer = whoIsNewer(twin, checked);
  const older = newer === twin ? checked : twin;
  const named = isAtHome(newer, finalUrl) || !isAtHome(older, finalUrl) ? newer : older;
  const [first, second] = checked.receivedAt < twin.receivedAt ? [checked, twin] : [twin, checked];
  return {
    stays: stays.id,
    goes: stays === twin ? checked.id : twin.id,
    source: named.source,
    sourceKey: named.sourceKey,
    otherKey: (named === twin ? checked : twin).sourceKey,
    protocols: [...new Set([...first.protocols, ...second.protocols])],
    receivedAt: first.receivedAt,
    lastReceivedAt: newer.lastReceivedAt,
    repeats: first.repeats + second.repeats + 1,
    joinedAt,
  };
}
