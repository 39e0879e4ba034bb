import { createEvents } from './events.ts';
import { createLines, type Waiting } from './lines.ts';
import { createChance, type House, type Stream } from './model.ts';
import { createProcessor, type Processor } from './processor.ts';

export interface Outcome {
  readonly accepted: Readonly<Record<string, number>>;
  readonly refused: Readonly<Record<string, number>>;
  readonly verified: Readonly<Record<string, number>>;
  /** When the last look ended, in milliseconds. */
  readonly lastAt: number;
  /** How long looks waited after they were due, in milliseconds. */
  readonly wait: Readonly<Record<string, { readonly median: number; readonly p99: number; readonly most: number }>>;
  /** Of all processors of the workers, for the whole time. */
  readonly busy: number;
  readonly hours: readonly { readonly hour: number; readonly waiting: number; readonly oldestMs: number }[];
}

/** As many of a worker may be under way in all: those that wait for a page make room. */
const CROWD = 8;
const SLOW_MS = 500;
/** Nobody says that one became slow; the queue is looked at this often at least, and when a look ends. */
const LONGEST_REST_MS = 1_000;
/** And never twice within this time, so that looks which end nearly together are followed by others that begin together. */
const SHORTEST_REST_MS = 10;
const HOUR_MS = 3_600_000;

interface Worker {
  quick: number;
  all: number;
  readonly processor: Processor;
  rests: boolean;
  /** While it rested there was something to do. */
  called: boolean;
}

/** A day, or less, of a house: what is accepted, how long it waits, and what the processors do meanwhile. */
export function simulate({
  workers: count,
  room,
  costs,
  limits,
  streams,
  seconds,
  seed,
  begin: first = 0,
}: House): Outcome {
  const events = createEvents();
  const chance = createChance(seed);
  const lines = createLines(limits.victimGapMs, limits.victimPerHour);
  const workers = Array.from({ length: count }, (): Worker => {
    return { quick: 0, all: 0, processor: createProcessor(events), rests: true, called: false };
  });
  const perSite = new Map<string, number>();
  const waits = new Map<string, number[]>();
  const [accepted, refused, verified] = [{}, {}, {}] as Record<string, number>[] as [
    Record<string, number>,
    Record<string, number>,
    Record<string, number>,
  ];
  const hours: Outcome['hours'][number][] = [];
  const add = (to: Record<string, number>, name: string): void => {
    to[name] = (to[name] ?? 0) + 1;
  };
  const pace = { tokens: 100, at: 0 };
  let minute = { start: 0, count: 0 };
  let [lastAt, asleep, arrived] = [0, false, 0];

  function arrive(stream: Stream): void {
    const now = events.now();
    if (now / 1000 < stream.until && now / 1000 < seconds) {
      take(stream, now);
      const gap = stream.fixed ? 1 : -Math.log(1 - chance());
      events.at(now + (gap * 1000) / stream.perSecond, () => arrive(stream));
    }
  }

  function take(stream: Stream, now: number): void {
    if (now - minute.start >= 60_000) minute = { start: now, count: 0 };
    minute.count += 1;
    arrived += 1;
    const place = stream.fixed ? arrived % stream.domains : Math.floor(chance() * stream.domains);
    const domain = `${stream.name}${place}`;
    const site = `site${Math.floor(chance() * stream.sites)}`;
    const isFull =
      minute.count > limits.allPerMinute ||
      lines.ofDomain(domain) >= limits.pendingPerDomain ||
      (perSite.get(site) ?? 0) >= limits.pendingPerSite ||
      lines.count() >= limits.pending;
    if (isFull) {
      add(refused, stream.name);
      return;
    }
    add(accepted, stream.name);
    workers[0]?.processor.add(costs.accept);
    perSite.set(site, (perSite.get(site) ?? 0) + 1);
    const answerMs = stream.fixed ? stream.answerMs : -Math.log(1 - chance()) * stream.answerMs;
    const due = now + chance() * limits.firstDelayMs;
    if (lines.add({ stream: stream.name, site, domain, answerMs, due })) offer(domain, due);
  }

  function offer(domain: string, at: number): void {
    events.at(at, () => {
      lines.offer(domain);
      fill();
    });
  }

  function mayFetch(): boolean {
    if (!Number.isFinite(limits.fetchesPerSecond)) return true;
    const now = events.now();
    const rate = limits.fetchesPerSecond * count;
    pace.tokens = Math.min(100 * count, pace.tokens + ((now - pace.at) / 1000) * rate);
    pace.at = now;
    if (pace.tokens >= 1) return true;
    if (!asleep) {
      asleep = true;
      events.at(now + 1000 / rate, () => {
        asleep = false;
        fill();
      });
    }
    return false;
  }

  function fill(): void {
    for (const worker of workers) {
      if (worker.rests) worker.called = true;
      else begin(worker);
    }
  }

  function begin(worker: Worker): void {
    worker.called = false;
    claim(worker);
    rest(worker, events.now() + SHORTEST_REST_MS);
  }

  function rest(worker: Worker, until: number): void {
    worker.rests = true;
    events.at(until, () => {
      worker.rests = false;
      if (worker.called) begin(worker);
    });
  }

  function claim(worker: Worker): void {
    while (worker.quick < room && worker.all < room * CROWD && mayFetch()) {
      const one = lines.take();
      if (!one) return;
      pace.tokens -= 1;
      look(worker, one);
    }
  }

  function look(worker: Worker, one: Waiting): void {
    const begun = events.now();
    const line = waits.get(one.stream) ?? [];
    waits.set(one.stream, line);
    line.push(begun - one.due);
    worker.quick += 1;
    worker.all += 1;
    let isQuick = true;
    const makeRoom = () => {
      if (isQuick) worker.quick -= 1;
      isQuick = false;
    };
    events.at(begun + SLOW_MS, makeRoom);
    events.at(begun + LONGEST_REST_MS, fill);
    events.at(begun + one.answerMs + costs.beside, () => {
      worker.processor.spend(costs.verify, () => {
        makeRoom();
        worker.all -= 1;
        lastAt = events.now();
        add(verified, one.stream);
        perSite.set(one.site, (perSite.get(one.site) ?? 1) - 1);
        const again = lines.done(one.domain, begun, lastAt);
        if (again !== undefined) offer(one.domain, again);
        // Not before those have ended that end with it.
        events.at(lastAt, fill);
      });
    });
  }

  for (const worker of workers) rest(worker, first);
  for (const stream of streams) events.at(stream.from * 1000, () => arrive(stream));
  const end = seconds * 1000;
  for (let at = HOUR_MS; at <= end; at += HOUR_MS) {
    events.run(at);
    hours.push({ hour: at / HOUR_MS, waiting: lines.count(), oldestMs: Math.max(0, at - (lines.oldest() ?? at)) });
  }
  events.run(end);
  const cpuMs = workers.reduce((sum, worker) => sum + worker.processor.askedMs(), 0);
  return { ...{ accepted, refused, verified, lastAt, hours }, wait: quantiles(waits), busy: cpuMs / (end * count) };
}

function quantiles(waits: ReadonlyMap<string, number[]>): Outcome['wait'] {
  const of = (sorted: readonly number[], part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return Object.fromEntries(
    [...waits].map(([name, all]) => {
      const sorted = all.toSorted((one, other) => one - other);
      return [name, { median: of(sorted, 0.5), p99: of(sorted, 0.99), most: sorted.at(-1) ?? 0 }];
    }),
  );
}
