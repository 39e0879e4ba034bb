interface Line {
  /** The last time that somebody was given. */
  last: number;
  readonly waiting: Set<string>;
}

/**
 * Who waits for a turn at a host, each with a time of its own. If all of them came when it is free, one of five hundred
 * would get the turn and the others ask for nothing, five hundred times. This process's lines: whose turn it is, the
 * store decides; one who comes too early, because another process was there, goes to the end.
 */
export interface Lines {
  /** Whether others wait, so that one who has no time yet has to wait as well. */
  isBehind(name: string, id: string, now: number): boolean;
  /** When to ask again: not before `at`, and `gapMs` after the one before. */
  join(name: string, id: string, times: { readonly now: number; readonly at: number; readonly gapMs: number }): number;
  /** It got its turn. */
  leave(name: string, id: string): void;
}

/** Lines that are over are looked for when there are more than this. */
const MANY = 1_000;

export function createLines(): Lines {
  const lines = new Map<string, Line>();

  function forgetOver(now: number): void {
    for (const [name, { last }] of lines) if (last <= now) lines.delete(name);
  }

  return {
    isBehind(name, id, now) {
      const line = lines.get(name);
      return line !== undefined && line.last > now && line.waiting.size > 0 && !line.waiting.has(id);
    },
    join(name, id, { now, at, gapMs }) {
      if (lines.size > MANY) forgetOver(now);
      const line = lines.get(name) ?? { last: Number.NEGATIVE_INFINITY, waiting: new Set() };
      lines.set(name, line);
      line.last = Math.max(at, line.last + gapMs);
      line.waiting.add(id);
      return line.last;
    },
    leave(name, id) {
      const line = lines.get(name);
      line?.waiting.delete(id);
      if (line?.waiting.size === 0) lines.delete(name);
    },
  };
}
