import type { Inbox } from '@hearback/protocol';
import type { Config } from '../config.ts';
import { type AcceptDeps, createInbox } from '../inbound/accept.ts';
import { createReferrals, type Referrals } from '../inbound/referrals.ts';
import { createVisitCounter, type VisitCounter } from '../inbound/visits.ts';
import { createVouching, VOUCH_GAP_MS } from '../inbound/vouch.ts';
import type { SiteDirectory } from '../pages/directory.ts';
import type { PageReader, Random } from '../ports/index.ts';
import { blockOf, type OpenLimits } from './limits.ts';
import { firstDelay, victimIn } from './manners.ts';
import type { OpenNetwork } from './network.ts';

export interface InboxDeps
  extends Pick<AcceptDeps, 'store' | 'clock' | 'resolve' | 'statusUrl' | 'onWork' | 'verified' | 'gate' | 'testPages'> {
  readonly config: Pick<Config, 'limits' | 'allowances' | 'vouch'>;
  readonly directory: SiteDirectory;
  readonly network: OpenNetwork;
  readonly reader: PageReader;
  readonly random: Random;
  readonly limits: Pick<OpenLimits, 'pending' | 'neverFetch' | 'vouchers'>;
}

export interface OpenInbox {
  readonly inbox: Inbox;
  readonly referrals: Referrals;
  readonly visits: VisitCounter;
}

/** What receivers hand their notifications to, and what hears of visitors. */
export function openInbox(deps: InboxDeps): OpenInbox {
  const { config, network, random, verified, limits } = deps;
  const manners = { victimOf: victimIn(config, network), firstDelay: firstDelay(config, network, random) };
  const refusesSource = (url: URL) => {
    const entry = limits.neverFetch.name(url);
    return entry === undefined ? network.refuses(url) : `It asked not to be fetched (neverFetch has ${entry}).`;
  };
  const screening = { resolve: deps.resolve, refusesSource, testPages: deps.testPages };
  const { store, clock, directory, reader } = deps;
  const gapMs = config.limits === 'off' ? 0 : VOUCH_GAP_MS;
  const { mentions, turns } = store;
  const vouch = {
    mentions,
    turns,
    http: limits.vouchers,
    reader,
    directory,
    clock,
    gapMs,
    victimOf: manners.victimOf,
  };
  const inbox = createInbox({
    ...deps,
    pending: limits.pending,
    vouching: config.vouch ? createVouching(vouch) : undefined,
    ...screening,
    ...manners,
    firstDelay: verified ? () => 0 : manners.firstDelay,
  });
  const visits = createVisitCounter(deps);
  return { inbox, visits, referrals: createReferrals({ ...deps, ...screening, ...manners, inbox, blockOf, visits }) };
}
