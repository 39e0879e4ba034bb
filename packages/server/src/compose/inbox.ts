import type { Inbox } from '@hearback/protocol';
import type { Config } from '../config.ts';
import { type AcceptDeps, createInbox } from '../inbound/accept.ts';
import { createReferrals, type Referrals } from '../inbound/referrals.ts';
import { createVouching, VOUCH_GAP_MS } from '../inbound/vouch.ts';
import { victimOf } from '../network/victim.ts';
import type { SiteDirectory } from '../pages/directory.ts';
import type { PageReader, Random } from '../ports/index.ts';
import { firstDelay, victimIn } from './manners.ts';
import type { OpenNetwork } from './network.ts';

export interface InboxDeps
  extends Pick<AcceptDeps, 'store' | 'clock' | 'resolve' | 'statusUrl' | 'onWork' | 'verified' | 'gate'> {
  readonly config: Pick<Config, 'limits' | 'vouch'>;
  readonly directory: SiteDirectory;
  readonly network: OpenNetwork;
  readonly reader: PageReader;
  readonly random: Random;
}

/** What receivers hand their notifications to, and what hears of visitors. */
export function openInbox(deps: InboxDeps): { readonly inbox: Inbox; readonly referrals: Referrals } {
  const { config, network, random, verified } = deps;
  const manners = { victimOf: victimIn(config, network), firstDelay: firstDelay(config, network, random) };
  const screening = { resolve: deps.resolve, refusesSource: network.refuses };
  const { store, clock, directory, reader } = deps;
  const gapMs = config.limits === 'off' ? 0 : VOUCH_GAP_MS;
  const { mentions, deliveries } = store;
  const vouch = {
    mentions,
    deliveries,
    http: network.http,
    reader,
    directory,
    clock,
    gapMs,
    victimOf: manners.victimOf,
  };
  const inbox = createInbox({
    ...deps,
    vouching: config.vouch ? createVouching(vouch) : undefined,
    ...screening,
    ...manners,
    firstDelay: verified ? () => 0 : manners.firstDelay,
  });
  return { inbox, referrals: createReferrals({ ...deps, ...screening, ...manners, inbox, blockOf }) };
}

function blockOf(address: string): string {
  return victimOf(`http://${address.includes(':') ? `[${address}]` : address}/`);
}
