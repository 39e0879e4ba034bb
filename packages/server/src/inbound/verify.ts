import type { Job } from '../job.ts';
import type { JobOutcome } from '../jobs/outcome.ts';
import { retryAt } from '../jobs/retry.ts';
import type { Mention } from '../mention.ts';
import type { Resolve } from '../pages/resolve.ts';
import type { Clock, LinkUpdate, Random, Store } from '../ports/index.ts';
import type { TraceStep } from '../trace.ts';
import { judge } from './judge.ts';
import { nextLink } from './link-state.ts';
import { type LookDeps, look, type Verification } from './verification.ts';

export interface VerifyDeps extends LookDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly resolve: Resolve;
}

/** Handler of `verify` jobs: first checks, re-sends and second looks all come through here. */
export function createVerify(deps: VerifyDeps): (job: Job) => Promise<JobOutcome> {
  return async (job) => {
    const mention = await deps.store.mentions.byId(job.subject);
    if (!mention) return { outcome: 'done' };
    const seen = await look(deps, mention.source, mention.target, await aliasesOf(mention, deps.resolve));
    await write(deps, job, mention, seen);
    return outcomeOf(deps, job, seen);
  };
}

/** One transaction: what was seen, what it means, what is to be done next. */
async function write({ store, clock }: VerifyDeps, job: Job, mention: Mention, seen: Verification): Promise<void> {
  const now = clock.now();
  const next = nextLink(mention, seen.result, now);
  await store.transaction(async (tables) => {
    await tables.mentions.recordCheck(mention.id, { ...next.update, ...learned(seen, mention.facts) }, [
      stepOf(seen, next.note, now),
    ]);
    if (next.lookAgainAt !== undefined) {
      const { kind, subject, group } = job;
      await tables.jobs.enqueue({ kind, subject, group, startAfter: next.lookAgainAt });
    }
    if (seen.result !== 'linked') return;
    // Asked again, here where nobody else writes: the owner may have decided while the page was fetched.
    const current = await tables.mentions.byId(mention.id);
    if (current?.moderation !== 'pending') return;
    const { to, reasons } = judge(mention.source, seen.reading, await tables.rules.list(mention.site));
    const step = { at: now, step: 'judged', outcome: to, reason: reasons.join(' ') } as const;
    await tables.mentions.moderate(mention.id, to, reasons, step);
  });
}

function learned(seen: Verification, known: Mention['facts']): Pick<LinkUpdate, 'level' | 'links' | 'entry' | 'facts'> {
  if (seen.result === 'linked') {
    const { links, level, entry, facts } = seen.reading;
    return { links, entry, facts, ...(level && { level }) };
  }
  if (!seen.facts) return {};
  if (seen.result === 'unlinked') return { facts: seen.facts };
  // A page that is not there says nothing of its title or language: what was read of it before stands.
  const { status, finalUrl } = seen.facts;
  return { facts: { ...(known ?? seen.facts), status, finalUrl } };
}

function stepOf(seen: Verification, note: string, at: number): TraceStep {
  return { at, step: 'verified', outcome: seen.result, reason: note ? `${seen.reason} ${note}` : seen.reason };
}

function outcomeOf({ clock, random }: VerifyDeps, job: Job, seen: Verification): JobOutcome {
  if (seen.result !== 'later') return { outcome: 'done' };
  if (!seen.retry) return { outcome: 'buried', reason: seen.reason };
  const planned = retryAt(job.attempts, clock.now(), random);
  if (planned === undefined) return { outcome: 'buried', reason: seen.reason };
  return { outcome: 'later', at: Math.max(planned, clock.now() + (seen.retryAfterMs ?? 0)), reason: seen.reason };
}

async function aliasesOf({ target }: Mention, resolve: Resolve): Promise<string[]> {
  const page = URL.canParse(target) ? (await resolve(new URL(target)))?.page : undefined;
  return page ? [page.url] : [];
}
