import { isDeepStrictEqual } from 'node:util';
import { writeTrackbackRdf } from '@hearback/protocol';
import { type Check, insist } from '../lib/report.ts';
import type { World } from '../world.ts';
import { describe, onlyLink } from './send.ts';

/** TrackBack from WordPress to us, which its authors ask for by address, and from us to WordPress. */
export async function trackbacks(world: World, check: Check): Promise<void> {
  await fromWordPress(world, check);
  await toWordPress(world, check);
}

async function fromWordPress({ workshop, wordpress, hearback, ours }: World, check: Check): Promise<void> {
  // Without an advertisement of pingback, so that what comes is the TrackBack.
  const page = ours.put('/trackbacks', { title: 'TrackBacks only', body: '<p>It says something.</p>' });
  const address = `${hearback.url}/trackback?target=${encodeURIComponent(page)}`;
  await check('WordPress sends a TrackBack, and the link is found on its page', async () => {
    const html = `<p>I have read <a href="${page}">what they wrote</a>.</p>`;
    const { url } = await wordpress.publish('Träckback & more', html, address);
    await wordpress.runCron();
    const { target, protocol } = await hearback.mentionFrom(url, ({ link }) => link === 'live');
    insist(target === page && protocol === 'trackback', `the target is ${target}, the protocol ${protocol}`);
  });
  await check('curl reads what it is told', async () => {
    const source = new URL('/of-curl', page).href;
    const send = async (...fields: string[]) => {
      const data = fields.flatMap((field) => ['--data', field]);
      return (await workshop.run('/usr/bin/curl', ['--silent', '--fail', ...data, address])).out;
    };
    const taken = await send(`url=${source}`, 'title=caf%E9', 'charset=ISO-8859-1');
    insist(taken.endsWith('<response><error>0</error></response>'), `it read ${taken}`);
    const refused = await send('title=no+url');
    insist(/<error>1<\/error><message>.+<\/message>/.test(refused), `it read ${refused}`);
  });
}

async function toWordPress({ wordpress, hearback, ours, strangers }: World, check: Check): Promise<void> {
  const { id, url } = await wordpress.publish('A post that takes TrackBacks', '<p>It says something.</p>');
  // Themes stopped printing the RDF long ago, so a page of an author does it for this post.
  const shown = new URL('/its-archive', strangers.url).href;
  const rdf = writeTrackbackRdf({ page: shown, endpoint: `${url}trackback/`, title: 'An archive -- of posts' });
  strangers.put('/its-archive', { title: 'An archive', body: rdf });
  const page = ours.put('/on-an-archive', { title: 'Ön it', body: `<p>About <a href="${shown}">their post</a>.</p>` });
  const stored = async () => {
    const linkbacks = await wordpress.linkbacks(id);
    const expected = [{ type: 'trackback', source: page }];
    insist(isDeepStrictEqual(linkbacks, expected), `WordPress has stored ${JSON.stringify(linkbacks)}`);
  };

  await check('hearback send finds the RDF and tells WordPress, which stores a TrackBack', async () => {
    const link = onlyLink(await hearback.send(page), shown);
    insist(link.status === 'delivered' && link.protocol === 'trackback', describe(link));
    await stored();
  });
  await check('a store without memory tells it again, and "already a ping" counts as delivered', async () => {
    const link = onlyLink(await hearback.send(page, 'fresh'), shown);
    insist(link.status === 'delivered', describe(link));
    await stored();
  });
}
