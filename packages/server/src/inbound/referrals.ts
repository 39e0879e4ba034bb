import { type Caller, type Inbox, identity, isBareOrigin, parseUrl, type Referral } from '@hearback/protocol';
import type { Clock, Random, Store } from '../ports/index.ts';
import { createMemory, type Memory } from './memory.ts';
import { type Screening, screen } from './screen.ts';
import type { VisitCounter } from './visits.ts';

/** `waiting`: it named a site and no page, and was counted. `busy`: nothing was stored, and it is worth another try. */
export type Heard = 'told' | 'waiting' | 'refused' | 'busy';

/** Where visitors came from, by whatever way it is known. */
export interface Referrals {
  /** Passes a full referrer on to the inbox and counts a bare origin. Never fetches anything before it answers. */
  hear(referral: Referral, caller: Caller): Promise<Heard>;
}

export interface ReferralDeps extends Screening {
  readonly inbox: Inbox;
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  /** Whose server a fetch of this URL would burden. */
  readonly victimOf: (url: URL) => string;
  /** The block that an address lies in: visitors of one block are taken for one. */
  readonly blockOf: (address: string) => string;
  readonly firstDelay: (url: URL) => number;
  readonly onWork: () => void;
  /** Counts the visit for the link that it came by; without it nobody counts here. */
  readonly visits?: VisitCounter | undefined;
}

const DAY_MS = 86_400_000;
/** Visitors that came once already and need not be counted again: a page that much is read of sends a thousand a minute. */
const REMEMBERED = 10_000;

export function createReferrals(deps: ReferralDeps): Referrals {
  const counted = createMemory(REMEMBERED);
  return {
    async hear(referral, caller) {
      const { source, target } = referral;
      const from = parseUrl(source);
      const isOrigin = from.ok && isBareOrigin(from.url);
      const heard = isOrigin ? undefined : await deps.inbox.accept({ protocol: 'refback', source, target }, caller);
      // A visit of now, once the link that it tells of is stored; those of a log are counted by whoever reads it, line by line.
      if (referral.at === undefined) {
        await deps.visits?.note(referral);
        await deps.visits?.flush();
      }
      if (isOrigin || !heard) return count(deps, counted, referral, new URL(source), caller);
      const { outcome } = heard;
      if (outcome === 'refused') return 'refused';
      return outcome === 'accepted' || outcome === 'registered' ? 'told' : 'busy';
    },
  };
}

/** What is turned away here leaves no refusal: nobody sent it, and it may be a hundred visitors a minute. */
async function count(
  deps: ReferralDeps,
  counted: Memory,
  referral: Referral,
  origin: URL,
  caller: Caller,
): Promise<Heard> {
  const { source, target, client } = referral;
  const screened = await screen({ protocol: 'refback', source, target }, caller, deps);
  if (!screened.ok || client === undefined) return 'refused';
  const now = deps.clock.now();
  const site = screened.target.site.id;
  const visit = {
    site,
    origin: identity(origin),
    target,
    day: Math.floor((referral.at ?? now) / DAY_MS),
    block: deps.blockOf(client),
  };
  if (!counted.isNew(Object.values(visit).join(' '))) return 'waiting';
  const due = await deps.store.transaction(async (tables) => {
    const { isDue } = await tables.origins.count({ ...visit, salt: deps.random.secret(), at: now });
    if (isDue) {
      await tables.jobs.enqueue({
        kind: 'verify',
        subject: originSubject(site, visit.origin),
        group: deps.victimOf(origin),
        site,
        startAfter: now + deps.firstDelay(origin),
      });
    }
    return isDue;
  });
  if (due) deps.onWork();
  return 'waiting';
}

/**
 * Asking an origin is a `verify` job, so that it waits in its victim's line with all others. No id of a mention has a
 * blank in it.
 */
function originSubject(site: string, origin: string): string {
  return `origin ${site} ${origin}`;
}

/** The site's id and the origin, if the job is about one. */
export function readOriginSubject(subject: string): { readonly site: string; readonly origin: string } | undefined {
  const [word, site, origin] = subject.split(' ');
  return word === 'origin' && site && origin ? { site, origin } : undefined;
}
