import type { Job } from '../../job.ts';
import { TELL_DELAYS } from '../../jobs/hook-call.ts';
import type { JobOutcome } from '../../jobs/outcome.ts';
import { retryAt } from '../../jobs/retry.ts';
import type { Mention } from '../../mention.ts';
import type { Notice } from '../../notice.ts';
import type { Channel, Clock, Letter, Random, Store, Tables, Telling } from '../../ports/index.ts';
import type { Gathering } from '../../recipient.ts';
import { isQuiet, type Report } from '../../report.ts';
import { gatheringJob, nextSending } from './pace.ts';
import { isStillTrue } from './still-true.ts';

export interface TellDeps {
  readonly store: Pick<Store, 'notices' | 'recipients' | 'mentions' | 'jobs' | 'transaction'>;
  readonly clock: Clock;
  readonly random: Random;
  /** How to reach each kind; a kind that is missing cannot be reached, because nothing is configured for it. */
  readonly channels: Readonly<Record<Gathering['kind'], Channel | undefined>>;
  /** Makes the report that a notice stands for; `undefined` when its site is gone. */
  readonly reportFor: (notice: Notice) => Promise<Report | undefined>;
  /** Hears a sentence about each try that came to nothing. */
  readonly report: (sentence: string) => void;
}

/** As many go into one mail; what it says of them is less. */
const MOST = 1_000;
/** So many are told one by one; more make a digest. */
const FEW = 3;
/** What a letter says something of. */
const SHOWN = 50;
const HOUR = 3_600_000;
const MOST_AN_HOUR = 10;
const LONGEST_WAIT = 24 * HOUR;

/** Handler of `notice` jobs (subject: a recipient's id): tells what gathered, in one letter at a time. */
export function createTellHandler(deps: TellDeps): (job: Job) => Promise<JobOutcome> {
  const { store, clock } = deps;
  return async (job) => {
    const recipient = await store.recipients.byId(job.subject);
    const waiting = await store.notices.waiting(job.subject, MOST);
    if (!recipient || recipient.kind === 'webhook' || !recipient.active) {
      await drop(store, waiting, 'Nobody wants to hear of it any more.', clock.now());
      return { outcome: 'done' };
    }
    const begun = waiting.filter(({ batch }) => batch !== undefined);
    const at = begun.length > 0 ? begun[0]?.tryAt : await nextFree(deps, recipient.id);
    const now = clock.now();
    // Something that happens meanwhile brings the job sooner; it must not bring the next try sooner as well.
    if (at !== undefined && at > now && at <= now + LONGEST_WAIT)
      return { outcome: 'later', at, reason: 'It is not time yet.', keepAttempts: false };
    // One that was begun is alone here: a report is a letter of its own.
    const due = waiting.find(({ event }) => event === 'ledger.report');
    if (due) return tellReport(deps, recipient, due);
    const told = await stillTrue(deps, waiting);
    const chosen =
      begun.length === 0 && recipient.timing.pace === 'each' && told.length <= FEW ? told.slice(0, 1) : told;
    return chosen.length === 0 ? goOn(deps, recipient) : tell(deps, recipient, chosen);
  };
}

type Told = readonly { readonly notice: Notice; readonly mention: Mention }[];

/** Leaves out, and drops, what is not so any more. */
async function stillTrue({ store, clock }: TellDeps, notices: readonly Notice[]): Promise<Told> {
  const told: { notice: Notice; mention: Mention }[] = [];
  const over: Notice[] = [];
  for (const notice of notices) {
    const mention = await store.mentions.byId(notice.subject);
    if (mention && isStillTrue(notice.event, mention) && !isOwnDeed(notice, mention)) told.push({ notice, mention });
    else over.push(notice);
  }
  await drop(store, over, 'It was not so any more when its turn came, or was your own decision.', clock.now());
  return told;
}

/** A person need not hear what that person just did: only what a rule published is news. */
function isOwnDeed({ event }: Notice, { ruledBy }: Mention): boolean {
  return event === 'mention.withdrawn' || (event === 'mention.published' && ruledBy === undefined);
}

async function drop(
  { notices }: Pick<Tables, 'notices'>,
  dropped: readonly Notice[],
  reason: string,
  updatedAt: number,
): Promise<void> {
  await notices.change(
    dropped.map(({ id }) => id),
    { state: 'dropped', reason, updatedAt },
  );
}

/** When the next letter may go, if there were many in the last hour. */
async function nextFree({ store, clock }: TellDeps, recipient: string): Promise<number | undefined> {
  const now = clock.now();
  const sent = (await store.notices.sentSince(recipient, now - HOUR)).filter((at) => at <= now);
  const oldest = sent.at(-MOST_AN_HOUR);
  return oldest === undefined ? undefined : oldest + HOUR;
}

async function tellReport(deps: TellDeps, recipient: Gathering, notice: Notice): Promise<JobOutcome> {
  const report = await deps.reportFor(notice);
  if (report && !isQuiet(report))
    return send(deps, recipient, [notice], { tellings: [], counts: countsOf([notice]), report });
  const reason = report ? 'Nothing happened to the links in that time.' : 'The site is not here any more.';
  await drop(deps.store, [notice], reason, deps.clock.now());
  return goOn(deps, recipient, true);
}

function tell(deps: TellDeps, recipient: Gathering, told: Told): Promise<JobOutcome> {
  const notices = told.map(({ notice }) => notice);
  const tellings = told.slice(0, SHOWN).map(({ notice, mention }): Telling => ({ ...notice, mention }));
  return send(deps, recipient, notices, { tellings, counts: countsOf(notices) });
}

async function send(
  deps: TellDeps,
  recipient: Gathering,
  notices: readonly Notice[],
  letter: Omit<Letter, 'id'>,
): Promise<JobOutcome> {
  const { store, clock, random, channels, report } = deps;
  const [first] = notices;
  const now = clock.now();
  const id = first?.batch ?? `${first?.id}.${now}`;
  const attempts = Math.max(...notices.map((notice) => notice.attempts)) + 1;
  const ids = notices.map((notice) => notice.id);
  // On disk before it leaves: whoever comes after a crash sends this letter again, and no other one with the same news.
  await store.transaction((tables) => tables.notices.change(ids, { batch: id, attempts, updatedAt: now }));
  const channel = channels[recipient.kind];
  const came = channel
    ? await channel(recipient, { id, ...letter })
    : ({ outcome: 'later', reason: 'No mail server is configured (smtp, HEARBACK_SMTP).' } as const);
  const at = came.outcome === 'later' ? retryAt(attempts, clock.now(), random, TELL_DELAYS) : undefined;
  const tryAt =
    at === undefined ? undefined : Math.max(at, clock.now() + ('afterMs' in came ? (came.afterMs ?? 0) : 0));
  const state = came.outcome === 'sent' ? 'sent' : tryAt === undefined ? 'failed' : 'waiting';
  if (came.outcome !== 'sent')
    report(`A notice to ${recipient.address} ${tryAt ? 'could not be sent yet' : 'was given up'}: ${came.reason}`);
  const updatedAt = clock.now();
  await store.transaction(async (tables) => {
    await tables.notices.change(ids, { state, reason: came.reason, updatedAt, ...(tryAt !== undefined && { tryAt }) });
    await tables.recipients.setProblem(recipient.id, came.outcome === 'sent' ? undefined : came.reason);
  });
  if (tryAt !== undefined) return { outcome: 'later', at: tryAt, reason: came.reason };
  return goOn(deps, recipient, letter.report !== undefined);
}

function countsOf(notices: readonly Notice[]): ReadonlyMap<Notice['event'], number> {
  const counts = new Map<Notice['event'], number>();
  for (const { event } of notices) counts.set(event, (counts.get(event) ?? 0) + 1);
  return counts;
}

/** What came meanwhile is told when its time has come; what a report went before has waited for this hour already. */
async function goOn({ store, clock }: TellDeps, recipient: Gathering, isDue = false): Promise<JobOutcome> {
  if ((await store.notices.waiting(recipient.id, 1)).length === 0) return { outcome: 'done' };
  const now = clock.now();
  const { pace } = recipient.timing;
  const at = isDue || pace === 'each' ? now : nextSending(recipient.timing, now);
  await store.jobs.enqueue(gatheringJob(recipient.id, at));
  return { outcome: 'done' };
}
