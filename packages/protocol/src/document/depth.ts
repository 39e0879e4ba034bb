import { type Visitor, walk } from './walk.ts';

/** Void elements, and those whose end tag writers may leave out; they do not nest in themselves. */
const FLAT = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dt dd tr td th thead tbody tfoot colgroup option optgroup rp rt html head body'
  ).split(' '),
);

/**
 * Whether more than `max` elements are open at once. End tags close the newest element of their name, wherever it is,
 * so pages that leave formatting open count as deep: for tree builders they are.
 */
export function isDeeperThan(html: string, max: number): boolean {
  const open = new Map<string, number>();
  let depth = 0;
  let deep = false;
  walk(html, ({ stop }) => {
    const visitor: Visitor = {
      elements: undefined,
      hears: false,
      open(name) {
        if (FLAT.has(name)) return;
        open.set(name, (open.get(name) ?? 0) + 1);
        depth += 1;
        if (depth <= max) return;
        deep = true;
        stop();
      },
      close(name) {
        const count = open.get(name) ?? 0;
        if (count === 0) return;
        open.set(name, count - 1);
        depth -= 1;
      },
    };
    return visitor;
  });
  return deep;
}
