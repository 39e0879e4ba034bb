import type { SentLink } from '../lib/hearback.ts';
import { type Check, insist } from '../lib/report.ts';
import type { World } from '../world.ts';
import { describe, onlyLink } from './send.ts';

/**
 * A WordPress as shipped takes one linkback in 15 s for the whole site and forgets what it turns away (fault 429). It has
 * just been told by the part before: what comes now must be late rather than lost.
 */
export async function flood({ wordpress, hearback, ours }: World, check: Check): Promise<void> {
  /** Announces a new page that links to a new post, and answers the outcome and how often WordPress was called for it. */
  async function announce(name: string, store?: 'fresh'): Promise<{ readonly link: SentLink; readonly calls: number }> {
    const { id, url } = await wordpress.publish(name, '<p>It says something.</p>');
    const page = ours.put(`/${name}`, { title: name, body: `<p>See <a href="${url}">this post</a>.</p>` });
    const before = wordpress.pings();
    const link = onlyLink(await hearback.send(page, store), url);
    insist(link.status === 'delivered', describe(link));
    const stored = await wordpress.linkbacks(id);
    insist(stored.length === 1, `WordPress has stored ${stored.length}`);
    return { link, calls: wordpress.pings() - before };
  }

  await check('the next link to the same WordPress waits for its turn', async () => {
    const { link, calls } = await announce('second');
    const steps = await hearback.steps(link.id);
    insist(
      steps.some(({ outcome }) => outcome === 'waiting'),
      `it did not wait: ${JSON.stringify(steps)}`,
    );
    insist(calls === 1, `WordPress was called ${calls} times`);
  });
  await check('one that WordPress turns away as too soon is told again', async () => {
    // A store of its own knows nothing of the turn before, as another sender would not.
    const { calls } = await announce('third', 'fresh');
    insist(calls === 2, `WordPress was called ${calls} times, so it did not turn the first call away`);
  });
}
