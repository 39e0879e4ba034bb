import { createDeliverHandler } from '../../src/outbound/deliver.ts';
import type { WatchDeps } from '../../src/outbound/watch.ts';
import { createWatchHandler } from '../../src/outbound/watch.ts';
import type { Site } from '../../src/site.ts';
import { type Handlers, openHouse } from './house.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
const WEBMENTION = 'https://bob.example/webmention';

/** A house whose posts link to pages of Bob, who takes webmentions and remembers them: `post → page`. */
export async function openWorld(site: Site, changes: Partial<WatchDeps> = {}) {
  const house = await openHouse(site);
  const told: string[] = [];
  house.web.on(WEBMENTION, ({ body }) => {
    const form = new URLSearchParams(new TextDecoder().decode(body));
    const path = (name: string) => new URL(form.get(name) ?? '').pathname;
    told.push(`${path('source')} → ${path('target')}`);
    return { status: 202, body: '' };
  });
  for (let n = 1; n < 10; n += 1)
    house.web.on(`https://bob.example/${n}`, { headers: { link: `<${WEBMENTION}>; rel="webmention"` }, body: '' });

  const handlers = (): Handlers => ({
    watch: createWatchHandler(house.deps({ watchEvery: 6 * 3600, ...changes })),
    deliver: createDeliverHandler(house.deps()),
  });
  await house.store.jobs.enqueue({ kind: 'watch', subject: site.id, group: site.id, startAfter: house.time.now });
  return {
    house,
    told,
    /** The HTML of a post that links to these pages of Bob. */
    article: (words: string, ...pages: readonly number[]) => article(words, ...pages),
    /** Lets time go by, with a restart at the end; answers who was told meanwhile. */
    async pass(ms: number): Promise<string[]> {
      const before = told.length;
      await house.runUntil(house.time.now + ms, handlers);
      await house.restart();
      return told.slice(before).sort();
    },
    [Symbol.asyncDispose]: () => house[Symbol.asyncDispose](),
  };
}

export function article(words: string, ...pages: readonly number[]): string {
  const links = pages.map((n) => `<a href="https://bob.example/${n}">${n}</a>`).join(' ');
  return `<!doctype html><title>A post</title><nav><a href="https://nav.example/">x</a></nav><article><p>${words} ${links}</article>`;
}
