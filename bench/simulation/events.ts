/** What happens when, in simulated milliseconds: the next one is always the earliest. */
export interface Events {
  at(time: number, happen: () => void): void;
  /** Lets everything happen that is due until then. */
  run(until: number): void;
  now(): number;
}

/** A binary heap: a day of a spam wave is a million events. */
export function createEvents(): Events {
  const heap: { readonly time: number; readonly order: number; readonly happen: () => void }[] = [];
  let now = 0;
  let order = 0;
  const isBefore = (a: number, b: number) => {
    const [one, other] = [heap[a], heap[b]];
    if (!one || !other) return false;
    return one.time < other.time || (one.time === other.time && one.order < other.order);
  };

  function swap(a: number, b: number): void {
    const [one, other] = [heap[a], heap[b]];
    if (one && other) [heap[a], heap[b]] = [other, one];
  }

  function take(): (typeof heap)[number] | undefined {
    const first = heap[0];
    const last = heap.pop();
    if (!last || heap.length === 0) return first;
    heap[0] = last;
    for (let place = 0; ; ) {
      const child = [2 * place + 1, 2 * place + 2].reduce((least, one) => (isBefore(one, least) ? one : least), place);
      if (child === place) return first;
      swap(place, child);
      place = child;
    }
  }

  return {
    now: () => now,
    at(time, happen) {
      order += 1;
      heap.push({ time: Math.max(now, time), order, happen });
      for (let place = heap.length - 1; place > 0; ) {
        const above = (place - 1) >> 1;
        if (!isBefore(place, above)) break;
        swap(place, above);
        place = above;
      }
    },
    run(until) {
      while ((heap[0]?.time ?? Number.POSITIVE_INFINITY) <= until) {
        const next = take();
        if (!next) break;
        now = next.time;
        next.happen();
      }
      now = until;
    },
  };
}
