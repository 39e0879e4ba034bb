/**
 * Counts and times in memory, written as Prometheus reads them (text format 0.0.4). The values of labels come from lists
 * of ours and never from what somebody sent: a stranger could otherwise make as many lines as there are words.
 */
export interface Metrics {
  counter<L extends string>(
    name: string,
    help: string,
    labels: readonly L[],
  ): (values: Readonly<Record<L, string>>) => void;
  /** Times in milliseconds go in, seconds come out. */
  timer<L extends string>(
    name: string,
    help: string,
    labels: readonly L[],
  ): (values: Readonly<Record<L, string>>, ms: number) => void;
  /** Asked each time that somebody reads. */
  gauge(
    name: string,
    help: string,
    read: () => readonly Sample[] | Promise<readonly Sample[]>,
    type?: 'gauge' | 'counter',
  ): void;
  text(): Promise<string>;
}

export interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Seconds; from a look into an index to a page that never comes. */
const BUCKETS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60];

interface Times {
  readonly labels: Readonly<Record<string, string>>;
  readonly within: number[];
  sum: number;
  count: number;
}

export function createMetrics(): Metrics {
  const writers: (() => Promise<string>)[] = [];

  function rows<T>(labels: readonly string[], fresh: (values: Readonly<Record<string, string>>) => T) {
    const known = new Map<string, T>();
    return {
      all: () => known.values(),
      of(values: Readonly<Record<string, string>>): T {
        const key = labels.map((label) => values[label] ?? '').join(' ');
        const row = known.get(key) ?? fresh(values);
        known.set(key, row);
        return row;
      },
    };
  }

  return {
    counter(name, help, labels) {
      const counts = rows(labels, (values) => ({ values, count: 0 }));
      writers.push(async () =>
        lines(
          name,
          help,
          'counter',
          [...counts.all()].map((row) => line(name, row.values, row.count)),
        ),
      );
      return (values) => {
        counts.of(values).count += 1;
      };
    },
    timer(name, help, labels) {
      const times = rows(
        labels,
        (values): Times => ({ labels: values, within: BUCKETS.map(() => 0), sum: 0, count: 0 }),
      );
      writers.push(async () =>
        lines(
          name,
          help,
          'histogram',
          [...times.all()].flatMap((row) => histogram(name, row)),
        ),
      );
      return (values, ms) => {
        const row = times.of(values);
        const place = BUCKETS.findIndex((most) => ms / 1000 <= most);
        if (place >= 0) row.within[place] = (row.within[place] ?? 0) + 1;
        row.sum += ms / 1000;
        row.count += 1;
      };
    },
    gauge(name, help, read, type = 'gauge') {
      writers.push(async () =>
        lines(
          name,
          help,
          type,
          (await read()).map(({ labels = {}, value }) => line(name, labels, value)),
        ),
      );
    },
    async text() {
      return (await Promise.all(writers.map((write) => write()))).join('');
    },
  };
}

function histogram(name: string, { labels, within, sum, count }: Times): readonly string[] {
  let below = 0;
  return [
    ...BUCKETS.map((most, place) => {
      below += within[place] ?? 0;
      return line(`${name}_bucket`, { ...labels, le: String(most) }, below);
    }),
    line(`${name}_bucket`, { ...labels, le: '+Inf' }, count),
    line(`${name}_sum`, labels, sum),
    line(`${name}_count`, labels, count),
  ];
}

function lines(name: string, help: string, type: string, samples: readonly string[]): string {
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${samples.map((sample) => `${sample}\n`).join('')}`;
}

function line(name: string, labels: Readonly<Record<string, string>>, value: number): string {
  const said = Object.entries(labels).map(([label, text]) => `${label}="${text.replace(/[\\"\n]/g, '_')}"`);
  return `${name}${said.length > 0 ? `{${said.join(',')}}` : ''} ${value}`;
}
