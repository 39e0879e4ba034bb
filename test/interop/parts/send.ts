import { isDeepStrictEqual } from 'node:util';
import type { SentLink } from '../lib/hearback.ts';
import { type Check, insist } from '../lib/report.ts';
import type { World } from '../world.ts';

/** A page of ours that links to WordPress: told once, whatever is done afterwards. */
export async function send({ wordpress, hearback, ours }: World, check: Check): Promise<void> {
  const { id, url } = await check('WordPress has a post to link to', () =>
    wordpress.publish('A post worth a link', '<p>It says something.</p>'),
  );
  const page = ours.put('/an-answer', { title: 'An answer', body: `<p>About <a href="${url}">their post</a>.</p>` });
  const stored = async () => {
    const linkbacks = (await wordpress.linkbacks(id)).map(({ type, source }) => ({ type, source }));
    const expected = [{ type: 'pingback', source: page }];
    insist(isDeepStrictEqual(linkbacks, expected), `WordPress has stored ${JSON.stringify(linkbacks)}`);
  };

  await check('hearback send tells it', async () => {
    const link = onlyLink(await hearback.send(page), url);
    insist(link.status === 'delivered' && link.fault === null, describe(link));
    insist(link.protocol === 'pingback', `told by ${link.protocol}`);
  });
  await check('WordPress has stored a pingback', stored);
  await check('sending again tells nobody', async () => {
    const before = wordpress.pings();
    const link = onlyLink(await hearback.send(page), url);
    insist(link.status === 'delivered', describe(link));
    insist(wordpress.pings() === before, `WordPress was told ${wordpress.pings() - before} more times`);
  });
  await check('a store without memory tells it again, and "already registered" counts as delivered', async () => {
    const link = onlyLink(await hearback.send(page, 'fresh'), url);
    insist(link.status === 'delivered' && link.fault === 48, describe(link));
  });
  await check('WordPress still has one', stored);
}

/** The outcome of a page's only link. */
export function onlyLink(links: readonly SentLink[], target: string): SentLink {
  const [link] = links;
  insist(link && links.length === 1, `${links.length} links were sent instead of one`);
  insist(link.target === target, `${link.target} was told instead of ${target}`);
  return link;
}

export function describe({ status, fault, reason }: SentLink): string {
  return `it is ${status}, fault ${fault}: ${reason}`;
}
