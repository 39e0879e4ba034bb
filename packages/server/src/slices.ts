/** How many at once, where each takes a hundredth of a millisecond or two. */
const SLICE = 500;

/**
 * Goes through what may be fifty thousand, and lets whatever else is due go first now and then: pingbacks arrive
 * meanwhile, and a page of the desk is waited for.
 */
export async function inSlices<T>(all: Iterable<T>, each: (one: T) => void | Promise<void>): Promise<void> {
  let count = 0;
  for (const one of all) {
    await each(one);
    count += 1;
    if (count % SLICE === 0) await othersFirst();
  }
}

/** One round of the event loop. */
export function othersFirst(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** What a statement is given at once of many. */
export function slicesOf<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / SLICE) }, (_, nth) => all.slice(nth * SLICE, (nth + 1) * SLICE));
}
