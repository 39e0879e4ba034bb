import { type Check, insist } from '../lib/report.ts';
import type { World } from '../world.ts';
import { describe, onlyLink } from './send.ts';

/**
 * A WordPress as shipped takes one linkback in 15 s for the whole site and forgets what it turns away (fault 429). What
 * comes too soon must be late rather than lost.
 */
export async function flood({ wordpress, hearback, ours }: World, check: Check): Promise<void> {
  /** Has a new page of ours tell a new post of theirs; answers how often WordPress had to be called for it. */
  async function announce(name: string, store?: 'fresh'): Promise<number> {
    const { id, url } = await wordpress.publish(name, '<p>It says something.</p>');
    const page = ours.put(`/on-${name}`, { title: `On ${name}`, body: `<p>See <a href="${url}">this post</a>.</p>` });
    const before = wordpress.pings();
    const link = onlyLink(await hearback.send(page, store), url);
    insist(link.status === 'delivered', describe(link));
    const stored = await wordpress.linkbacks(id);
    insist(stored.length === 1, `WordPress has stored ${stored.length} linkbacks of ${url}`);
    return wordpress.pings() - before;
  }

  await check('the next link to the same WordPress arrives, if late', () => announce('this'));
  await check('one that WordPress turns away as too soon is told again', async () => {
    // A store of its own knows nothing of the turn before, as another sender would not.
    const calls = await announce('that', 'fresh');
    insist(calls === 2, `WordPress was called ${calls} times, so it did not turn the first call away`);
  });
}
