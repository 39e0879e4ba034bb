import { open } from 'node:fs/promises';
import { resolve as absolute } from 'node:path';
import type { Config } from '../config.ts';
import { type Akismet, createAkismet } from '../inbound/akismet.ts';
import { createChores, RECHECK, REPORTS, TIDY } from '../inbound/chores.ts';
import { createGate, type Gate } from '../inbound/gate.ts';
import { createJudging, type Judging } from '../inbound/judging.ts';
import { createLookAgain } from '../inbound/look-again.ts';
import { createReporting } from '../inbound/report/reporting.ts';
import { createRuleShelf } from '../inbound/rule-shelf.ts';
import type { Timer } from '../jobs/loop.ts';
import type { JobHandler } from '../jobs/step.ts';
import type { Resolver } from '../network/resolver.ts';
import type { Resolve } from '../pages/resolve.ts';
import type { Clock, PageReader, Random, Store } from '../ports/index.ts';
import type { Site } from '../site.ts';
import type { ModerationMode } from '../site-settings.ts';
import { VERSION } from '../version.ts';
import { blockOf } from './limits.ts';
import { victimIn } from './manners.ts';
import type { OpenNetwork } from './network.ts';

export interface OpenJudgingDeps {
  readonly config: Pick<Config, 'akismet' | 'holdDays' | 'limits'>;
  readonly store: Store;
  readonly network: OpenNetwork;
  readonly reader: PageReader;
  readonly resolve: Resolve;
  readonly resolver: Resolver;
  readonly clock: Clock;
  readonly random: Random;
  readonly timer: Timer;
  readonly siteUrl: (site: string) => string | undefined;
  readonly sites: () => readonly Site[];
  readonly modeOf: (site: string) => ModerationMode;
  readonly report: (sentence: string) => void;
}

export interface OpenJudging {
  readonly gate: Gate;
  readonly judging: Judging;
  readonly chores: JobHandler;
}

/** Who stands at the door, who judges, and who tidies up behind them. */
export function openJudging(deps: OpenJudgingDeps): OpenJudging {
  const { config, store, clock, random, resolve, report } = deps;
  const { http } = deps.network;
  const lookAgain = createLookAgain({ store, clock, victimOf: victimIn(config, deps.network) });
  const rules = createRuleShelf(store.rules, clock);
  const akismet = openAkismet(deps);
  const comesFrom = comesFromBy(deps.resolver);
  return {
    gate: createGate({ store, rules, clock, random }),
    judging: createJudging({
      ...{ store, http, reader: deps.reader, resolve, clock, rules, comesFrom },
      ...{ adviser: akismet, modeOf: deps.modeOf },
    }),
    chores: createChores({
      ...{ store, http, clock, random, akismet, lookAgain, report, readFile },
      reports: createReporting({ store, clock, sites: deps.sites }),
      holdDays: config.holdDays,
      isUnlimited: config.limits === 'off',
    }),
  };
}

function openAkismet({ config: { akismet }, network, timer, siteUrl }: OpenJudgingDeps): Akismet | undefined {
  if (!akismet) return undefined;
  const userAgent = `Hearback/${VERSION} | hearback/${VERSION}`;
  return createAkismet({ ...akismet, http: network.http, timer, userAgent, siteUrl });
}

const DNS_MS = 3_000;

/** Whether a sender lives where the source's host does: the same /24 or /48. Content networks and hosted senders do not. */
function comesFromBy(resolver: Resolver) {
  return async ({ hostname }: URL, sender: string): Promise<boolean | undefined> => {
    if (/^[\d.]+$|^\[/.test(hostname)) return undefined;
    try {
      const addresses = await resolver.resolve(hostname, AbortSignal.timeout(DNS_MS));
      return addresses.some((address) => blockOf(address) === blockOf(sender));
    } catch {
      // A name server that does not answer says nothing about who sent it.
      return undefined;
    }
  };
}

/** At most so many bytes of a file. */
async function readFile(path: string, most: number): Promise<{ readonly text: string; readonly truncated: boolean }> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(most + 1), 0, most + 1, 0);
    return { text: buffer.toString('utf8', 0, Math.min(bytesRead, most)), truncated: bytesRead > most };
  } finally {
    await file.close();
  }
}

/** Subscribes to a list and has it read; `undefined` when it was subscribed to before. */
export async function subscribe(
  store: Store,
  address: string,
  { clock, random }: { readonly clock: Clock; readonly random: Random },
): Promise<string | undefined> {
  const id = random.id();
  const known = /^https?:\/\//i.test(address) ? address : absolute(address);
  if (!(await store.blockLists.add({ id, address: known, addedAt: clock.now() }))) return undefined;
  await store.jobs.enqueue({ kind: 'chore', subject: `list ${id}`, group: `list ${id}`, startAfter: clock.now() });
  return id;
}

/** Subscribes to the lists of the configuration, and has everything done that is done daily. */
export async function prepareChores(
  { blockLists }: Pick<Config, 'blockLists'>,
  store: Store,
  time: { readonly clock: Clock; readonly random: Random },
): Promise<void> {
  const startAfter = time.clock.now();
  for (const address of blockLists) await subscribe(store, address, time);
  for (const subject of [TIDY, RECHECK, REPORTS])
    await store.jobs.enqueue({ kind: 'chore', subject, group: subject, startAfter });
  for (const { id, checkedAt } of await store.blockLists.list()) {
    if (checkedAt !== undefined && checkedAt > startAfter - 24 * 60 * 60_000) continue;
    await store.jobs.enqueue({ kind: 'chore', subject: `list ${id}`, group: `list ${id}`, startAfter });
  }
}
