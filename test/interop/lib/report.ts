/** Does one step, prints how it went, and gives what it gave. A step that fails ends its part. */
export type Check = <T>(what: string, step: () => Promise<T>) => Promise<T>;

export interface Report {
  /** Runs the checks of one part. Parts do not hear of each other's failures; answers whether all went well. */
  part(title: string, body: (check: Check) => Promise<void>): Promise<boolean>;
  readonly counts: { readonly ok: number; readonly failed: number };
}

/** Thrown to leave a part whose failure is already printed. */
const ENDED = Symbol('the part ended');

export function createReport(print: (line: string) => void): Report {
  const counts = { ok: 0, failed: 0 };

  async function check<T>(what: string, step: () => Promise<T>): Promise<T> {
    const from = performance.now();
    try {
      const result = await step();
      counts.ok += 1;
      print(`  ok    ${what} (${((performance.now() - from) / 1000).toFixed(1)} s)`);
      return result;
    } catch (error) {
      fail(what, error);
      throw ENDED;
    }
  }

  function fail(what: string, error: unknown): void {
    counts.failed += 1;
    print(`  FAIL  ${what}: ${error instanceof Error ? error.message : String(error)}`);
  }

  return {
    async part(title, body) {
      print(title);
      try {
        await body(check);
        return true;
      } catch (error) {
        if (error !== ENDED) fail('between the checks', error);
        return false;
      }
    },
    counts,
  };
}

/** Fails the check it stands in, with a sentence that names what was found instead. */
export function insist(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Error(sentence);
}
