import { Hono } from 'hono';
import { messageOf } from '../errors.ts';
import type { WebDeps } from './deps.ts';

/** Whether the store can be written is found by writing 64 KiB, and anybody may ask: what was found is good for a second. */
const READY_MS = 1000;
const LATE_MS = 5000;

/** What a supervisor may ask of any process. */
export function healthRoutes(deps: Pick<WebDeps, 'store' | 'clock' | 'notes'>): Hono {
  const routes = new Hono();

  let readyAt = Number.NEGATIVE_INFINITY;
  let trying: Promise<void> | undefined;
  /** Those who ask at once share one try. That something is wrong is not kept: it may be over. */
  function tryStore(): Promise<void> {
    if (Math.abs(deps.clock.now() - readyAt) < READY_MS) return Promise.resolve();
    trying ??= deps.store
      .check()
      .then(() => {
        readyAt = deps.clock.now();
      })
      .finally(() => {
        trying = undefined;
      });
    return trying;
  }

  /** A store that is silent keeps whoever asks waiting for a minute, and a proxy is to hear of it sooner. */
  async function tryInTime(): Promise<void> {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(new Error('store: it does not answer;')), LATE_MS);
    await Promise.race([tryStore(), late.promise]).finally(() => clearTimeout(timer));
  }

  routes.get('/healthz', (c) => c.text('ok\n', 200, { 'Cache-Control': 'no-store' }));

  routes.get('/readyz', async (c) => {
    try {
      await tryInTime();
      const notes = (deps.notes?.() ?? []).map((note) => `note: ${note}\n`);
      return c.text(`ready\n${notes.join('')}`, 200, { 'Cache-Control': 'no-store' });
    } catch (error) {
      const why = reasonIn(messageOf(error));
      return c.text(`not ready: the store cannot be written${why}\n`, 503, { 'Cache-Control': 'no-store' });
    }
  });
  return routes;
}

/** The middle of `/path/hearback.db: database or disk is full; free some space.`: where our files lie is not for strangers. */
function reasonIn(message: string): string {
  const why = /: ([^:;/\\]+);/.exec(message)?.[1];
  return why ? `: ${why}` : '';
}
