export interface Sample {
  readonly at: number;
  readonly rss: number;
  readonly heapUsed: number;
  readonly external: number;
  readonly descriptors: number;
  /** Delay of the event loop since the sample before, in ms. */
  readonly p99: number;
  readonly max: number;
}

export interface Slope {
  readonly name: string;
  readonly first: number;
  readonly last: number;
  /** Per hour, by least squares. */
  readonly slope: number;
}

const HOUR_MS = 3_600_000;
const MB = 1024 * 1024;
const READINGS = {
  'RSS, MB': ({ rss }: Sample) => rss / MB,
  'heap, MB': ({ heapUsed }: Sample) => heapUsed / MB,
  'buffers, MB': ({ external }: Sample) => external / MB,
  descriptors: ({ descriptors }: Sample) => descriptors,
  'event-loop delay p99, ms': ({ p99 }: Sample) => p99,
} as const;

/** What goes up or down over the samples; the first fifth is warming up and does not count. */
export function slopes(samples: readonly Sample[]): readonly Slope[] {
  const counted = samples.slice(Math.floor(samples.length / 5));
  return Object.entries(READINGS).map(([name, read]) => {
    const points = counted.map((sample) => [sample.at / HOUR_MS, read(sample)] as const);
    return { name, first: points[0]?.[1] ?? 0, last: points.at(-1)?.[1] ?? 0, slope: slopeOf(points) };
  });
}

function slopeOf(points: readonly (readonly [number, number])[]): number {
  const mean = (index: 0 | 1) => points.reduce((sum, point) => sum + point[index], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const up = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  const across = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  return across === 0 ? 0 : up / across;
}
