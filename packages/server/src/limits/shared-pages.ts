import type { Http, HttpFailure, HttpReply, HttpRequest } from '@hearback/protocol';
import type { Elapsed } from '../ports/index.ts';

/** Pages, and bytes of pages, that are kept for the next target of the same source. */
const MOST_PAGES = 500;
const MOST_BYTES = 8 * 1024 * 1024;

interface Kept {
  readonly outcome: HttpReply | HttpFailure;
  readonly at: number;
}

/**
 * Asks for a page once in `gapMs` and answers the same again meanwhile, marked with its age: a source that names five
 * hundred of our pages is fetched once for all of them. Failures are shared too. What is pushed out is asked anew.
 */
export function createSharedPages(gapMs: number, elapsed: Elapsed): (http: Http) => Http {
  /** The oldest first. */
  const kept = new Map<string, Kept>();
  let bytes = 0;

  function forget(key: string): void {
    const known = kept.get(key);
    if (known) bytes -= sizeOf(known);
    kept.delete(key);
  }

  function keep(key: string, outcome: HttpReply | HttpFailure): void {
    forget(key);
    const page = { outcome, at: elapsed.ms() };
    if (sizeOf(page) > MOST_BYTES / 4) return;
    bytes += sizeOf(page);
    if (kept.size >= MOST_PAGES) forgetOldest();
    kept.set(key, page);
    while (bytes > MOST_BYTES) forgetOldest();
  }

  function forgetOldest(): void {
    for (const oldest of kept.keys()) {
      forget(oldest);
      return;
    }
  }

  return (http) => ({
    async request(request) {
      if (gapMs === 0 || request.method !== 'GET') return http.request(request);
      const key = keyOf(request);
      const known = kept.get(request.url) ?? kept.get(key);
      const ageMs = known ? elapsed.ms() - known.at : 0;
      if (known && ageMs < gapMs) return { ...known.outcome, ageMs };
      const outcome = await http.request(request);
      if (outcome.ok || outcome.kind !== 'waiting') keep(isUnchanged(outcome) ? key : request.url, outcome);
      return outcome;
    },
  });
}

/** An answer that has no page because its asker knows it is of no use to anybody who does not. */
function isUnchanged(outcome: HttpReply | HttpFailure): boolean {
  return outcome.ok && outcome.status === 304;
}

function keyOf({ url, headers }: HttpRequest): string {
  return `${url} ${headers?.['if-none-match'] ?? ''} ${headers?.['if-modified-since'] ?? ''}`;
}

function sizeOf({ outcome }: Kept): number {
  return outcome.ok ? outcome.body.length : 0;
}
