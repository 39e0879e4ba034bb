import { type Delivery, isFinal } from '../delivery.ts';
import { type DeliveryView, viewOf } from './delivery-view.ts';
import { knownDeliveries } from './known-deliveries.ts';
import { deliverJob } from './new-delivery.ts';
import { type PreviewDeps, type Previewed, preview } from './preview.ts';
import { publish } from './publish.ts';

export interface SendOptions {
  /** Milliseconds to wait until every outcome is final; 0 returns at once. */
  readonly waitMs: number;
  /** Goes on with what is queued for these pages, or for all when none is named; no page of ours is read again. */
  readonly resume?: boolean;
  /** Finds the endpoints, stores nothing and tells nobody. */
  readonly dryRun?: boolean;
  /** Milliseconds after which a dry run looks at no more pages; no limit unless told. */
  readonly lookMs?: number;
  /** Hears while it waits how many links have their outcome. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface SendReport {
  /** In the order of the pages given and of the links in them. What is not final yet goes on by itself. */
  readonly deliveries: readonly DeliveryView[];
  /** Pages that could not be announced at all, one sentence each. */
  readonly problems: readonly string[];
  /** What the owner should know although it worked, one sentence each. */
  readonly warnings: readonly string[];
}

export interface Sender {
  /**
   * Announces pages of ours. Safe to call twice and at once: a pair is told once. It waits for outcomes and does not
   * make them; whoever runs the jobs of this store, in this process or another, does. Rejects only when the store is lost.
   */
  send(urls: readonly string[], options: SendOptions): Promise<SendReport>;
}

export type SenderDeps = PreviewDeps;

/** Another process may do the work, so the store is asked, and the less often the more rows it is asked for. */
const POLL_MS = 20;
const LONGEST_POLL_MS = 1_000;
const RESUME_LIMIT = 10_000;

export function createSender(deps: SenderDeps): Sender {
  const { store, clock, pause } = deps;

  async function settled(
    deliveries: readonly Delivery[],
    { waitMs, onProgress }: SendOptions,
  ): Promise<readonly Delivery[]> {
    const deadline = clock.now() + waitMs;
    let rows = deliveries;
    for (;;) {
      const open = rows.filter(({ status }) => !isFinal(status)).length;
      const left = deadline - clock.now();
      onProgress?.(rows.length - open, rows.length);
      if (open === 0 || left <= 0) return rows;
      await pause(Math.min(Math.max(POLL_MS, open), LONGEST_POLL_MS, left));
      rows = await current(rows);
    }
  }

  /** One question for each page of ours instead of one for each link: the work itself needs the processor. */
  async function current(rows: readonly Delivery[]): Promise<readonly Delivery[]> {
    const sources = new Set(rows.filter(({ status }) => !isFinal(status)).map(({ source }) => source));
    const maps = await Promise.all([...sources].map((source) => knownDeliveries(store.deliveries, source)));
    const now = new Map(maps.flatMap((map) => [...map.values()].map((row) => [row.id, row] as const)));
    return rows.map((row) => now.get(row.id) ?? row);
  }

  async function unfinished(url: string | undefined): Promise<readonly Delivery[]> {
    const filter = { ...(url === undefined ? {} : { source: new URL(url).href }), limit: RESUME_LIMIT };
    const lists = await Promise.all(
      (['queued', 'retrying'] as const).map((status) => store.deliveries.list({ ...filter, status })),
    );
    return lists.flat().sort((a, b) => a.createdAt - b.createdAt);
  }

  /** Only what is queued gets its job again, should that be lost: the time of a retry was agreed with the other side. */
  async function resume(urls: readonly string[]): Promise<readonly Delivery[]> {
    const sources = urls.length === 0 ? [undefined] : urls.filter((url) => URL.canParse(url));
    const rows = (await Promise.all(sources.map(unfinished))).flat();
    const now = clock.now();
    for (const row of rows) if (row.status === 'queued') await store.jobs.enqueue(deliverJob(row, now));
    deps.wake();
    return rows;
  }

  return {
    async send(urls, options) {
      const { resume: goOn = false, dryRun = false, lookMs = Number.POSITIVE_INFINITY } = options;
      if (goOn) return report([], await settled(await resume(urls), options));
      const outcomes: Previewed[] = [];
      const deadline = clock.now() + lookMs;
      for (const url of urls) outcomes.push(await (dryRun ? preview(deps, url, deadline) : publish(deps, url)));
      const deliveries = outcomes.flatMap((outcome) => (outcome.ok ? outcome.deliveries : []));
      return report(outcomes, dryRun ? deliveries : await settled(deliveries, options));
    },
  };
}

function report(outcomes: readonly Previewed[], deliveries: readonly Delivery[]): SendReport {
  return {
    deliveries: deliveries.map(viewOf),
    problems: outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.reason])),
    warnings: outcomes.flatMap((outcome) => (outcome.ok ? outcome.warnings : [])),
  };
}
