import { type Http, type HttpFailure, type HttpReply, identity, type PageReading } from '@hearback/protocol';
import type { Job } from '../job.ts';
import type { JobOutcome } from '../jobs/outcome.ts';
import { retryAt } from '../jobs/retry.ts';
import { conclude } from '../jobs/step.ts';
import type { Mention } from '../mention.ts';
import type { Resolve } from '../pages/resolve.ts';
import type { Clock, Judgement, LinkUpdate, PageReader, Random, Store, Tables } from '../ports/index.ts';
import type { TraceStep } from '../trace.ts';
import { knowingAliases } from './aliases.ts';
import { believable } from './believable.ts';
import type { Evidence } from './judge/evidence.ts';
import { judge } from './judge.ts';
import { createJudging, type Judging } from './judging.ts';
import { keptText } from './kept-text.ts';
import { nextLink } from './link-state.ts';
import { isSetAside, recordPoison } from './quarantine.ts';
import { isAnnounced, planRecheck } from './recheck.ts';
import type { Seen, Suppression } from './suppression.ts';
import { joined } from './twins.ts';
import { type LookDeps, look, type Verification } from './verification.ts';

export interface VerifyDeps extends Pick<LookDeps, 'http'> {
  readonly reader: Pick<PageReader, 'read'>;
  /** For pages that were looked at before. They leave some of a victim's budget for the new ones. */
  readonly httpAgain?: Http | undefined;
  /** How long a page is not asked for again; what was read of it meanwhile may be older than the notification. */
  readonly pageGapMs?: number;
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly resolve: Resolve;
  /** What gathers the evidence; one without advisers unless given. */
  readonly judging?: Judging | undefined;
  /** Knows whom somebody asked to have removed; nobody without it. */
  readonly suppression?: Pick<Suppression, 'covers'> | undefined;
  /** Hears what each check found, once it is written down. */
  readonly onLooked?: ((mention: string, result: Verification['result']) => void) | undefined;
}

/** Handler of `verify` jobs: first checks, re-sends and second looks all come through here. */
export function createVerify(deps: VerifyDeps): (job: Job) => Promise<JobOutcome> {
  const readSource = knowingAliases(deps.reader, deps.resolve);
  const judging = deps.judging ?? createJudging(deps);
  return async (job) => {
    const mention = await deps.store.mentions.byId(job.subject);
    if (!mention) return { outcome: 'done' };
    if (await isRemoved(deps, mention, { source: mention.source })) return { outcome: 'done' };
    const trace = await deps.store.mentions.steps(mention.id);
    if (isSetAside(trace, deps.clock.now())) {
      deps.onLooked?.(mention.id, 'later');
      return { outcome: 'done' };
    }
    if (mention.moderation === 'pending' && !trace.some(isAsked)) {
      const opinion = await judging.preCheck(mention);
      if (opinion?.isSpam) return refuseUnseen(deps, mention, opinion.sentence);
      if (opinion) await noteAsked(deps, mention.id, opinion.sentence);
    }
    // What was brought from elsewhere leaves room for what is announced now, like a page that was looked at before.
    const isFirst = mention.checkedAt === undefined && mention.broughtAs === undefined;
    const http = noting(isFirst ? deps.http : (deps.httpAgain ?? deps.http));
    const known = isAnnounced(mention) ? undefined : await deps.store.backlinks.known(mention.id);
    const seen = await look(
      { http, readSource, clock: deps.clock },
      mention.source,
      mention.target,
      mention.protocols,
      known,
    );
    if ('moved' in seen) return readAnew(deps, mention, seen.reason);
    const waiting = mustWait(deps, mention, seen, http.last());
    if (waiting) {
      // Said once: who stands in a long line asks many times.
      if (trace.at(-1)?.step !== 'waiting') await noteWaiting(deps, mention, waiting.reason);
      return waiting;
    }
    if (seen.result === 'linked' && (await isRemoved(deps, mention, seenIn(mention, seen.reading))))
      return { outcome: 'done' };
    const isToJudge = seen.result === 'linked' && mention.moderation === 'pending';
    const verdict = isToJudge ? verdictOn(await judging.investigate(mention, seen.reading)) : undefined;
    await write({ ...deps, judging }, job, mention, seen, verdict);
    deps.onLooked?.(mention.id, seen.result);
    return { outcome: 'settled' };
  };
}

type Verdict = (source: string, at: number) => Judgement;

/**
 * Judges before anything is written: a long page takes milliseconds, in which others would wait for what the transaction
 * holds. Anew only for another source, which a twin may have.
 */
function verdictOn(evidence: Evidence): Verdict {
  const first = judge(evidence);
  return (source, at) => {
    const { to, reasons, rule } = source === evidence.source ? first : judge({ ...evidence, source });
    return { to, reasons, step: { at, step: 'judged', outcome: to, reason: reasons.join(' ') }, ruledBy: rule?.id };
  };
}

/** Whoever was removed on request came in by another way, or shows only in the page: what was kept of it goes. */
async function isRemoved({ store, clock, suppression }: VerifyDeps, { id }: Mention, seen: Seen): Promise<boolean> {
  if (!(await suppression?.covers(seen))) return false;
  await store.suppressions.drop(id, clock.now());
  return true;
}

function seenIn({ source }: Mention, { entry, facts }: PageReading): Seen {
  return { source, finalUrl: facts.finalUrl, author: entry.author };
}

/** The page that was asked for may be asked for again when its gap is over; this was half of a look, and no attempt. */
async function readAnew(
  { store, clock, pageGapMs = 0 }: VerifyDeps,
  { id }: Mention,
  reason: string,
): Promise<JobOutcome> {
  await store.backlinks.forgetVersion(id);
  return { outcome: 'later', at: clock.now() + pageGapMs, reason, keepAttempts: false };
}

/** Spam before anybody looked at it: it is not fetched. */
async function refuseUnseen({ store, clock }: VerifyDeps, mention: Mention, reason: string): Promise<JobOutcome> {
  const step = { at: clock.now(), step: 'judged', outcome: 'spam', reason } as const;
  await store.mentions.moderate(mention.id, 'spam', [reason], step);
  return { outcome: 'done' };
}

const ASKED = 'asked';
const isAsked = ({ step, outcome }: TraceStep): boolean => step === 'screened' && outcome === ASKED;

/** In the trace, for the job may wait for its turn many times yet, in this process or another. */
async function noteAsked({ store, clock }: VerifyDeps, id: string, reason: string): Promise<void> {
  await store.mentions.note(id, { at: clock.now(), step: 'screened', outcome: ASKED, reason });
}

/** Remembers what came of the last request. */
function noting(http: Http): Http & { last(): HttpReply | HttpFailure | undefined } {
  let last: HttpReply | HttpFailure | undefined;
  return {
    async request(request) {
      last = await http.request(request);
      return last;
    },
    last: () => last,
  };
}

/**
 * Nothing was learned yet: the host is not to be asked for a while, or the copy of the page that is at hand was made
 * before this was announced and lacks the link. Waiting is no attempt.
 */
function mustWait(
  { clock, pageGapMs = 0 }: VerifyDeps,
  { lastReceivedAt }: Mention,
  { result }: Verification,
  reply: HttpReply | HttpFailure | undefined,
): Extract<JobOutcome, { outcome: 'later' }> | undefined {
  if (!reply) return undefined;
  const now = clock.now();
  if (!reply.ok && reply.kind === 'waiting')
    return { outcome: 'later', at: now + (reply.waitMs ?? 0), reason: reply.reason, keepAttempts: false };
  const readAt = now - (reply.ageMs ?? 0);
  const isSettled = result !== 'unlinked' && result !== 'gone' && result !== 'unread';
  if (isSettled || readAt >= lastReceivedAt) return undefined;
  const at = readAt + pageGapMs;
  const reason = `The page was read before this was announced; it may be asked again at ${new Date(at).toISOString()}.`;
  return { outcome: 'later', at, reason, keepAttempts: false };
}

async function noteWaiting({ store, clock }: VerifyDeps, { id }: Mention, reason: string): Promise<void> {
  await store.mentions.note(id, { at: clock.now(), step: 'waiting', outcome: 'waiting', reason });
}

/**
 * One transaction: what was seen, what it means, what is to be done next, and the end of the job. A crash between the
 * last two would have the page asked for once more, and its story told twice.
 */
async function write(
  deps: VerifyDeps & { readonly judging: Judging },
  job: Job,
  looked: Mention,
  seen: Verification,
  verdict: Verdict | undefined,
): Promise<void> {
  const now = deps.clock.now();
  await deps.store.transaction(async (tables) => {
    // Somebody took the job over, and says what is seen: one look is one change and one line of the trace.
    if (!(await tables.jobs.renew(job))) return;
    // Read again, here where nobody else writes: the owner may have decided while the page was fetched.
    const { mention, steps } = await joinTwin(tables, (await tables.mentions.byId(looked.id)) ?? looked, seen, now);
    if ('poison' in seen) {
      const isLast = await recordPoison(tables, mention, seen, now);
      await conclude(
        tables.jobs,
        job,
        isLast ? { outcome: 'buried', reason: seen.reason } : outcomeOf(deps, job, seen),
      );
      return;
    }
    const next = nextLink(mention, seen.result, now);
    const isFirst = mention.checkedAt === undefined;
    const looks = isFirst ? 0 : ((await tables.backlinks.known(mention.id))?.looks ?? 0);
    const plan = planRecheck(mention, next.update, { looks, now, random: deps.random });
    const update = { ...next.update, ...learned(seen, mention, now), recheck: plan.recheck };
    const note = [next.note, plan.note].filter(Boolean).join(' ');
    const judgement = verdict && mention.moderation === 'pending' ? verdict(mention.source, now) : undefined;
    await tables.mentions.recordCheck(mention.id, update, [...steps, stepOf(seen, note, now)], judgement);
    if (next.lookAgainAt !== undefined) {
      const { kind, subject, group } = job;
      await tables.jobs.enqueue({ kind, subject, group, site: mention.site, startAfter: next.lookAgainAt });
    }
    // A look by plan is not repeated: the next one is planned.
    const isPlanned = mention.firstSeenAt !== undefined && !isAnnounced(mention) && job.attempts === 1;
    await conclude(tables.jobs, job, isPlanned ? { outcome: 'done' } : outcomeOf(deps, job, seen));
    if (seen.result === 'linked' && verdict) await deps.judging.remember(tables, mention, seen.reading);
  });
}

/** The mention that the reading is about from now on: another one of the same target may have led to the same page. */
async function joinTwin(tables: Tables, mention: Mention, seen: Verification, at: number) {
  if (seen.result !== 'linked') return { mention, steps: [] };
  const { finalUrl } = seen.reading.facts;
  const twin = await tables.twins.of(mention, identity(finalUrl));
  if (!twin) return { mention, steps: [] };
  const joining = joined(twin, mention, finalUrl, at);
  await tables.twins.join(joining);
  const reason = `${mention.source} and ${twin.source} lead to one page: they are one mention.`;
  const step: TraceStep = { at, step: 'verified', outcome: 'joined', reason };
  return { mention: (await tables.mentions.byId(joining.stays)) ?? mention, steps: [step] };
}

function learned(
  seen: Verification,
  { facts: known, receivedAt, entry: before, broughtAs }: Mention,
  now: number,
): Partial<LinkUpdate> {
  if (seen.result === 'unchanged') return {};
  if (seen.result === 'linked') {
    const { links, level, facts } = seen.reading;
    const dated = seen.reading.entry.published !== '' || broughtAs === undefined || before === undefined;
    // The date of the old place is a better one than none.
    const entry = dated ? seen.reading.entry : { ...seen.reading.entry, published: before.published };
    return {
      links,
      entry: believable(entry, receivedAt, now),
      facts,
      text: keptText(seen.reading),
      status: facts.status,
      seen: seen.seen,
      ...(level && { level }),
    };
  }
  const outage = 'outage' in seen ? { outage: seen.outage } : {};
  if (!seen.facts) return outage;
  const { status, finalUrl } = seen.facts;
  if (seen.result === 'unlinked') return { facts: seen.facts, status };
  // A page that is not there says nothing of its title or language: what was read of it before stands.
  return { ...outage, status, facts: { ...(known ?? seen.facts), status, finalUrl } };
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
