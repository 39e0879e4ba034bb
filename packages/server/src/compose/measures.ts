import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Inbox } from '@hearback/protocol';
import type { LimitName } from '../allowances.ts';
import type { Referrals } from '../inbound/referrals.ts';
import type { JobKind } from '../job.ts';
import type { JobHandler } from '../jobs/step.ts';
import { createMetrics, type Metrics } from '../metrics.ts';
import type { Clock, Elapsed, Store } from '../ports/index.ts';
import { VERSION } from '../version.ts';

/** Everything that is counted and timed, and what has to be wrapped for it. */
export interface Measures {
  readonly metrics: Pick<Metrics, 'text'>;
  inbox(inbox: Inbox): Inbox;
  referrals(referrals: Referrals): Referrals;
  handlers(handlers: Readonly<Record<JobKind, JobHandler>>): Readonly<Record<JobKind, JobHandler>>;
  /** Times what notifications wait for. */
  store(store: Store): Store;
  limited(name: LimitName): void;
  looked(result: string): void;
  delivered(status: string): void;
  stop(): void;
}

/** Several who read at once, or every second, count the queue once. */
const QUEUE_MS = 5_000;

export function openMeasures(clock: Clock, elapsed: Elapsed): Measures {
  const metrics = createMetrics();
  const arrived = metrics.counter('hearback_notifications_total', 'Notifications by what became of them at the door.', [
    'protocol',
    'outcome',
  ]);
  const refused = metrics.counter('hearback_refusals_total', 'What was turned away, by the reason or the limit.', [
    'reason',
  ]);
  const looks = metrics.counter('hearback_verifications_total', 'Looks at sources, by what they found.', ['result']);
  const told = metrics.counter('hearback_deliveries_total', 'Deliveries that ended, by how.', ['status']);
  const jobs = metrics.timer(
    'hearback_job_seconds',
    'Jobs by kind and outcome: verify, deliver, notice, hook and the rest.',
    ['kind', 'outcome'],
  );
  const storing = metrics.timer(
    'hearback_store_seconds',
    'How long the store took to put a mention or a transaction on disk.',
    ['what'],
  );
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  describeProcess(metrics, clock, delay);

  async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
    const begun = elapsed.ms();
    try {
      return await work();
    } finally {
      storing({ what }, elapsed.ms() - begun);
    }
  }

  return {
    metrics,
    inbox: (inbox) => ({
      ...inbox,
      async accept(notification, caller) {
        const decision = await inbox.accept(notification, caller);
        arrived({ protocol: notification.protocol, outcome: decision.outcome });
        if (decision.outcome === 'refused') refused({ reason: decision.because });
        return decision;
      },
    }),
    referrals: (referrals) => ({
      ...referrals,
      async hear(referral, caller) {
        const outcome = await referrals.hear(referral, caller);
        arrived({ protocol: 'refback', outcome });
        return outcome;
      },
    }),
    handlers(handlers) {
      const measured = Object.entries(handlers).map(([kind, handle]) => [
        kind,
        async (job: Parameters<JobHandler>[0]) => {
          const begun = elapsed.ms();
          let outcome = 'threw';
          try {
            const ended = await handle(job);
            outcome = ended.outcome;
            return ended;
          } finally {
            jobs({ kind, outcome }, elapsed.ms() - begun);
          }
        },
      ]);
      return Object.fromEntries(measured);
    },
    store(store) {
      describeQueue(metrics, store, clock);
      return {
        ...store,
        mentions: { ...store.mentions, accept: (mention) => timed('accept', () => store.mentions.accept(mention)) },
        transaction: (work) => timed('transaction', () => store.transaction(work)),
      };
    },
    limited: (name) => refused({ reason: name }),
    looked: (result) => looks({ result }),
    delivered: (status) => told({ status }),
    stop: () => delay.disable(),
  };
}

function describeQueue(metrics: Metrics, { jobs, counts }: Pick<Store, 'jobs' | 'counts'>, clock: Clock): void {
  let last: { readonly at: number; readonly read: Promise<Queue> } | undefined;
  type Queue = {
    readonly due: Awaited<ReturnType<Store['counts']['overdue']>>;
    readonly all: Awaited<ReturnType<Store['jobs']['counts']>>;
  };
  async function count(at: number): Promise<Queue> {
    const [due, all] = await Promise.all([counts.overdue(at), jobs.counts()]);
    return { due, all };
  }
  function queue(): Promise<Queue> {
    const now = clock.now();
    if (!last || Math.abs(now - last.at) >= QUEUE_MS) last = { at: now, read: count(now) };
    return last.read;
  }
  metrics.gauge('hearback_queue_due', 'Jobs that could be done by now.', async () =>
    (await queue()).due.map(({ kind, count: value }) => ({ labels: { kind }, value })),
  );
  metrics.gauge('hearback_queue_oldest_seconds', 'How long the oldest of them could have been done.', async () =>
    (await queue()).due.map(({ kind, since }) => ({ labels: { kind }, value: (clock.now() - since) / 1000 })),
  );
  metrics.gauge(
    'hearback_queue_jobs',
    'Jobs that wait, those that a worker has, and those that were given up.',
    async () => Object.entries((await queue()).all).map(([state, value]) => ({ labels: { state }, value })),
  );
}

function describeProcess(metrics: Metrics, clock: Clock, delay: ReturnType<typeof monitorEventLoopDelay>): void {
  const begun = clock.now();
  metrics.gauge('hearback_build_info', 'The version that runs.', () => [{ labels: { version: VERSION }, value: 1 }]);
  metrics.gauge('process_start_time_seconds', 'When it was started, since the epoch.', () => [{ value: begun / 1000 }]);
  metrics.gauge(
    'process_cpu_seconds_total',
    'Processor time.',
    () => {
      const { user, system } = process.cpuUsage();
      return [{ value: (user + system) / 1e6 }];
    },
    'counter',
  );
  metrics.gauge('process_resident_memory_bytes', 'Memory that it has.', () => [{ value: process.memoryUsage.rss() }]);
  metrics.gauge('nodejs_heap_used_bytes', 'Memory of the main heap that is in use.', () => [
    { value: process.memoryUsage().heapUsed },
  ]);
  metrics.gauge('nodejs_eventloop_delay_seconds', 'How late the event loop was since somebody read this last.', () => {
    const seen = (['0.5', '0.99', '1'] as const).map((quantile) => ({
      labels: { quantile },
      value: delay.count === 0 ? 0 : delay.percentile(Number(quantile) * 100) / 1e9,
    }));
    delay.reset();
    return seen;
  });
}
