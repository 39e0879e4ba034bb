import { type Http, type HttpFailure, type HttpReply, type HttpRequest, headerValue } from '@hearback/protocol';
import type { Allowances, LimitName } from '../allowances.ts';
import type { Allowance, Budgets, Clock, Elapsed, Entered, Toll } from '../ports/index.ts';
import type { NeverFetch } from './never-fetch.ts';
import { createQueue, type WaitingVictim } from './queue.ts';
import type { Tally } from './tally.ts';
import { allowancesFor, isLimited, type Standing } from './whom.ts';

/** The network as it is before strangers come into it: a request may be given a toll to pay before each hop. */
export interface TollHttp {
  request(request: HttpRequest, toll?: Toll): Promise<HttpReply | HttpFailure>;
}

export interface VictimDeps {
  readonly http: TollHttp;
  readonly budgets: Budgets;
  readonly allowances: Allowances;
  readonly clock: Clock;
  readonly elapsed: Elapsed;
  readonly tally: Pick<Tally, 'count'>;
  readonly neverFetch: NeverFetch;
  /** Whose server a request for this URL burdens. */
  readonly victimOf: (url: URL) => string;
  /** The block of an address; `undefined` in networks that the operator opened, where hosts are told apart by name. */
  readonly blockOf: (address: string, url: URL) => string | undefined;
  readonly standingOf: (url: URL) => Promise<Standing>;
  readonly pause: (ms: number) => Promise<void>;
}

export interface ErrandOptions {
  /** Part of the budgets that it may use; 1 unless told. */
  readonly share?: number;
  /** Waits for a gap of seconds itself, and is not held to one request a page. */
  readonly patient?: boolean;
}

/** Everything that strangers can make us ask goes through here; what the owner does, does not. */
export interface Victims {
  /**
   * Http within the budgets. What has to wait fails with `waiting` and `waitMs`, before anything was sent to the one
   * that it has to wait for.
   */
  http(options?: ErrandOptions): Http;
  /** Whom somebody waits for, and for how many milliseconds yet; the latest first. */
  waiting(most: number): readonly { readonly victim: string; readonly waitMs: number }[];
}

interface Wait {
  readonly key: string;
  readonly waitMs: number;
}

/** Longer than a request with its deadline: whoever does not come back from a visit was killed. */
const LONGEST_VISIT_MS = 30_000;
/** A hop that has to wait no longer than this waits where it is. */
const SHORT_WAIT_MS = 3_000;
const HOUR_MS = 3_600_000;
const MOST_PAUSE_MS = 24 * HOUR_MS;
/** For a 429 that names no time. */
const USUAL_PAUSE_MS = 10 * 60_000;
/**
 * Sources that may begin one upon the other after a quiet time, before `fetchesPerSecond` counts. With two hundred that
 * hang in front of an honest one, it is looked at within 20 seconds.
 */
const BURST = 100;

export function createVictims(deps: VictimDeps): Victims {
  const { http, budgets, allowances, tally, neverFetch } = deps;
  const { elapsed } = deps;
  const queue = createQueue();
  const limited = isLimited(allowances);
  const pace = createPace(allowances.fetchesPerSecond);

  function later({ key, waitMs }: Wait, host: string, asked: readonly Allowance[], share: number) {
    tally.count(limitOf(key));
    const now = elapsed.ms();
    const { gapMs = 0, perHour = 0 } = asked.find((one) => one.key === key) ?? {};
    // Once the hour is spent there is one place as often as the hour has places.
    const spacing = waitMs > SHORT_WAIT_MS && Number.isFinite(perHour) ? Math.ceil(HOUR_MS / perHour) : gapMs;
    // Those that may use only a part stand in a line of their own: theirs is longer.
    const at = queue.appoint(share < 1 ? `${key} (pages seen before)` : key, now + waitMs, spacing);
    return waitingFailure(host, at - now);
  }

  function begin(share: number, patient: boolean) {
    const tickets: string[] = [];
    const held = new Set<string>();
    let hops = 0;

    async function enter(url: URL, addresses: readonly string[]): Promise<{ readonly ok: true } | HttpFailure> {
      const opted = neverFetch.name(url) ?? neverFetch.address(addresses);
      if (opted !== undefined) return refusal(url, opted);
      const asked = await allowancesOf(url, addresses, hops === 0 && !patient);
      if (asked.length === 0) return ENTERED;
      // Reading costs no sync of the disk: most of those that have to wait are told by it.
      const closed = await budgets.wait(asked, elapsed);
      let entered: Entered =
        closed.waitMs > 0 ? { ok: false, ...closed } : await budgets.enter(asked, elapsed, LONGEST_VISIT_MS);
      if (!entered.ok && entered.waitMs <= SHORT_WAIT_MS && (hops > 0 || patient)) {
        await deps.pause(entered.waitMs);
        entered = await budgets.enter(asked, elapsed, LONGEST_VISIT_MS);
      }
      if (!entered.ok) return hops === 0 ? later(entered, url.host, asked, share) : lateHop(url.host, entered.waitMs);
      tickets.push(entered.ticket);
      for (const { key } of asked) held.add(key);
      hops += 1;
      return ENTERED;
    }

    async function allowancesOf(url: URL, addresses: readonly string[], isFirst: boolean): Promise<Allowance[]> {
      if (!limited) return [];
      const blocks = addresses.flatMap((address) => deps.blockOf(address, url) ?? []);
      const whom = {
        domain: deps.victimOf(url),
        blocks: [...new Set(blocks)],
        standing: await deps.standingOf(url),
        page: isFirst ? url.href : undefined,
        share,
      };
      return allowancesFor(whom, allowances, (key) => held.has(key));
    }

    return {
      enter,
      allowancesOf,
      async leave() {
        if (tickets.length > 0) await budgets.leave(tickets, elapsed);
      },
    };
  }

  async function obey(reply: HttpReply): Promise<void> {
    if (allowances.victimGap === 0 || (reply.status !== 429 && reply.status !== 503)) return;
    const given = retryAfterMs(headerValue(reply.headers, 'retry-after'), deps.clock.now());
    const ms = given ?? (reply.status === 429 ? USUAL_PAUSE_MS : 0);
    if (ms === 0) return;
    const key = `domain ${deps.victimOf(new URL(reply.finalUrl))}`;
    await budgets.pause(key, Math.min(ms, MOST_PAUSE_MS), elapsed);
  }

  return {
    http: ({ share = 1, patient = false } = {}) => ({
      async request(request) {
        const url = new URL(request.url);
        url.hash = '';
        const opted = neverFetch.name(url);
        if (opted !== undefined) return refusal(url, opted);
        const visit = begin(share, patient);
        // Before anything is looked up: the budget of a domain that is spent must not cost its name servers anything.
        const asked = await visit.allowancesOf(url, [], !patient);
        const wait = asked.length === 0 || patient ? { key: '', waitMs: 0 } : await budgets.wait(asked, elapsed);
        if (wait.waitMs > 0) return later(wait, url.host, asked, share);
        const paceMs = pace(elapsed.ms());
        if (paceMs > 0) {
          tally.count('fetchesPerSecond');
          return waitingFailure(url.host, paceMs);
        }
        try {
          const outcome = await http.request(request, visit);
          if (outcome.ok) await obey(outcome);
          return outcome;
        } finally {
          await visit.leave();
        }
      },
    }),
    waiting(most) {
      const now = elapsed.ms();
      return queue.list(now, most).map(({ key, until }: WaitingVictim) => ({
        victim: key.slice(key.indexOf(' ') + 1),
        waitMs: until - now,
      }));
    },
  };
}

const ENTERED = { ok: true } as const;

const LIMIT_OF: Readonly<Record<string, LimitName>> = {
  domain: 'victimPerHour',
  strangers: 'victimPerHour',
  block: 'blockPerHour',
  page: 'pageGap',
};

function limitOf(key: string): LimitName {
  return LIMIT_OF[key.slice(0, key.indexOf(' '))] ?? 'victimPerHour';
}

function waitingFailure(host: string, waitMs: number): HttpFailure {
  const reason = `${host} is asked only so often; waiting for its turn.`;
  return { ok: false, kind: 'waiting', reason, waitMs: Math.max(1, Math.ceil(waitMs)) };
}

/** Something was asked already, so this was an attempt. */
function lateHop(host: string, waitMs: number): HttpFailure {
  return {
    ok: false,
    kind: 'timeout',
    reason: `A redirect leads to ${host}, which is not to be asked for ${Math.ceil(waitMs / 1000)} seconds yet.`,
  };
}

function refusal(url: URL, entry: string): HttpFailure {
  const reason = `${url.hostname} is not asked on behalf of others (neverFetch has ${entry}).`;
  return { ok: false, kind: 'refused', reason };
}

/** RFC 9110 §10.2.3: seconds or a date. `undefined` for what is neither, or over. */
function retryAfterMs(value: string | undefined, now: number): number | undefined {
  const text = value?.trim() ?? '';
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return ms > 0 ? ms : undefined;
}

/** Lets so many begin a second, and a few together; answers 0, or the milliseconds until there is room again. */
function createPace(perSecond: number): (ms: number) => number {
  let tokens = BURST;
  let at: number | undefined;
  let turnedAway = 0;
  return (ms) => {
    if (!Number.isFinite(perSecond)) return 0;
    tokens = Math.min(BURST, tokens + ((ms - (at ?? ms)) / 1000) * perSecond);
    at = ms;
    if (tokens >= 1) {
      tokens -= 1;
      turnedAway = Math.max(0, turnedAway - 1);
      return 0;
    }
    turnedAway += 1;
    return (turnedAway * 1000) / perSecond;
  };
}
