import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openProxy, type Relay } from '../../../../../test/fleet/proxy.ts';
import { freshDatabase } from '../../../../../test/support/postgres/shared.ts';
import type { Store } from '../../../src/ports/index.ts';
import { openPostgresStore } from '../../../src/storage/postgres/open.ts';
import { fakeClock } from '../contract/opened.ts';
import { newJob, newMention } from '../contract/samples.ts';

const SILENT = /: Query read timeout; the server, or the network before it, gave no answer; .*connects anew\.$/;
const [SOON, NEVER] = [1_000, 3_600_000];

let proxy: Relay;
const stores: Store[] = [];
beforeEach(async () => {
  const { port } = new URL(await freshDatabase());
  proxy = await openProxy(Number(port));
});
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  await proxy[Symbol.asyncDispose]();
});

async function open(answer: number): Promise<Store> {
  const url = (await freshDatabase()).replace(/:\d+\//, `:${proxy.port}/`);
  const answerMs = { usual: answer, intake: answer, long: NEVER };
  const store = await openPostgresStore({ url, clock: fakeClock(), answerMs });
  stores.push(store);
  return store;
}
/** Each way into it, by a connection of its own. */
const asking = (store: Store): readonly Promise<unknown>[] => [
  store.jobs.counts(),
  store.transaction(({ jobs }) => jobs.enqueue(newJob('a'))),
  store.mentions.accept(newMention('a')),
];
const sockets = () => process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
const warm = async (store: Store) => void (await Promise.all([store.jobs.counts(), store.check()]));

describe('a server that is silent', () => {
  it('ends each question with one line, and is asked anew by other connections', async () => {
    const store = await open(SOON);
    await warm(store);
    proxy.hush();
    const ends = await Promise.allSettled(asking(store));
    for (const end of ends)
      expect(end).toMatchObject({
        status: 'rejected',
        reason: { code: 'storage', message: expect.stringMatching(SILENT) },
      });
    proxy.speak();
    await Promise.all(asking(store));
  });

  it.each([
    ['while it is asked', asking],
    ['while nobody asks', () => []],
  ])('keeps nobody from closing the store %s', async (_, ask) => {
    const before = sockets();
    const store = await open(NEVER);
    store.wakeups.hear(() => undefined);
    await warm(store);
    proxy.hush();
    const asked = Promise.allSettled(ask(store));
    await store.close();
    await new Promise<void>((resolve) => setImmediate(resolve));
    expect(sockets() - before - proxy.sockets(), 'sockets that would keep the process alive').toBe(0);
    for (const end of await asked) expect(end).toMatchObject({ status: 'rejected', reason: { code: 'storage' } });
  });
});
