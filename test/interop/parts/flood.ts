import { type Check, insist } from '../lib/report.ts';
import type { World } from '../world.ts';
import { describe } from './send.ts';

/**
 * A WordPress as shipped takes one linkback in 15 s for the whole site and forgets what it turns away (fault 429). What
 * comes too soon must be late rather than lost.
 */
export async function flood({ wordpress, hearback, ours }: World, check: Check): Promise<void> {
  /** Announces a page that links to new posts of these names; answers the deliveries and how often WordPress was called. */
  async function announce(names: readonly string[], store?: 'fresh') {
    const posts = await Promise.all(names.map((name) => wordpress.publish(name, '<p>It says something.</p>')));
    const body = posts.map(({ url }) => `<p>See <a href="${url}">this post</a>.</p>`).join('');
    const page = ours.put(`/on-${names.join('-and-')}`, { title: 'Reading list', body });
    const before = wordpress.pings();
    const links = await hearback.send(page, store);
    insist(links.length === names.length, `${links.length} links were told instead of ${names.length}`);
    for (const link of links) insist(link.status === 'delivered', describe(link));
    for (const { id, url } of posts) {
      const stored = await wordpress.linkbacks(id);
      insist(stored.length === 1, `WordPress has stored ${stored.length} linkbacks of ${url}`);
    }
    return { links, calls: wordpress.pings() - before };
  }

  await check('two links to one WordPress at once: the second is late and not lost', async () => {
    const { links, calls } = await announce(['this', 'that']);
    const steps = (await Promise.all(links.map(({ id }) => hearback.steps(id)))).flat();
    // Networks that the operator opened are told without a pace of ours; there it is WordPress that says "too soon".
    const late = calls > links.length || steps.some(({ outcome }) => outcome === 'waiting');
    insist(late, `nobody waited, so this shows nothing: ${JSON.stringify(steps)}`);
  });
  await check('one that WordPress turns away as too soon is told again', async () => {
    // A store of its own knows nothing of the turn before, as another sender would not.
    const { calls } = await announce(['another'], 'fresh');
    insist(calls === 2, `WordPress was called ${calls} times, so it did not turn the first call away`);
  });
}
