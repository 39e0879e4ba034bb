import { join } from 'node:path';
import { curlForm, type FormClient, pythonForm } from '../clients/forms.ts';
import type { ListedMention } from '../lib/hearback.ts';
import { provideNpmPackage } from '../lib/npm-package.ts';
import { type Check, insist } from '../lib/report.ts';
import type { World } from '../world.ts';

const FOREIGN = 'http://127.0.0.1:9/not-ours';

/** Webmentions of other people's programs: one that finds endpoints by itself, and two that are told where. */
export async function webmentions(world: World, check: Check): Promise<void> {
  await ofRemy(world, check);
  for (const client of [curlForm(world.workshop), pythonForm(world.workshop)]) await ofForms(client, world, check);
}

/**
 * The sender behind webmention.app. It follows the first it finds of X-Pingback, Link and the elements of a page; it has
 * no receiver that we could tell.
 */
async function ofRemy({ workshop, hearback, ours, strangers, post }: World, check: Check): Promise<void> {
  const endpoint = `${hearback.url}/webmention`;
  const element = `<link rel="webmention" href="${endpoint}">`;
  const link = `<${endpoint}>; rel="webmention"`;
  const targets = [
    ours.put('/by-header', { title: 'By header', body: '', headers: { link } }),
    ours.put('/by-element', { title: 'By element', body: '', head: element }),
  ];
  const links = [...targets, post].map((url) => `<a href="${url}">a page</a>`);
  const source = strangers.put('/of-remy', { title: 'Of remy', body: `<p>About ${links.join(', ')}.</p>` });

  const command = await check('@remy/webmention is there', async () =>
    join(provideNpmPackage('@remy/webmention', '1.5.0'), 'bin/wm.js'),
  );
  await check('it finds our endpoints in header and element, and reads that we take what it sends', async () => {
    const { out, err } = await workshop.run(process.execPath, [command, source, '--send']);
    const sent = [...out.matchAll(/^endpoint = (\S+) \((\w+)\)\n.*\nstatus +?= (\d+)/gm)].map((found) =>
      found.slice(1),
    );
    const expected = [
      ...targets.map(() => [endpoint, 'webmention', '201']),
      [`${hearback.url}/xmlrpc`, 'pingback', '200'],
    ];
    insist(String(sent.sort()) === String(expected.sort()), `it says ${out || err}`);
  });
  await check('each link is found on its page, and waits for its owner', async () => {
    for (const [target, protocol] of [...targets.map((url) => [url, 'webmention']), [post, 'pingback']])
      await hearback.mentionFrom(source, (mention) => isHeld(mention) && mention.protocol === protocol, target);
  });
}

async function ofForms(client: FormClient, { hearback, ours, strangers }: World, check: Check): Promise<void> {
  const endpoint = `${hearback.url}/webmention`;
  const target = ours.put('/by-hand', { title: 'By hand', body: '<p>It says something.</p>' });
  const body = `<p>From ${client.name}: <a href="${target}">their post</a>.</p>`;
  // The second parameter is one of its own unless it is encoded.
  const page = strangers.put(`/of-${client.name.replaceAll(/\W/g, '')}`, { title: client.name, body });
  const source = `${page}?by=hand&target=none`;

  const status = await check(`${client.name} reads 201 and where to ask what becomes of it`, async () => {
    const reply = await client.ask(endpoint, { source, target });
    insist(reply.status === 201 && reply.location !== null, `it read ${JSON.stringify(reply)}`);
    return reply.location;
  });
  await check(`${client.name} reads there that it is queued`, async () => {
    const reply = await client.ask(status);
    insist(reply.status === 200 && /queued/i.test(reply.body), `it read ${JSON.stringify(reply)}`);
  });
  await check('the link is found on the page, and waits for its owner', async () => {
    const { protocol, target: found } = await hearback.mentionFrom(source, isHeld);
    insist(protocol === 'webmention' && found === target, `the protocol is ${protocol}, the target ${found}`);
  });
  for (const [what, fields] of [
    ['a page that is not ours', { source, target: FOREIGN }],
    ['a source without a scheme', { source: 'kfdfgd', target }],
    ['a missing source', { target }],
  ] as const) {
    await check(`${client.name} reads 400 for ${what}`, async () => {
      const reply = await client.ask(endpoint, fields);
      insist(reply.status === 400, `it read ${JSON.stringify(reply)}`);
    });
  }
}

function isHeld({ link, moderation }: ListedMention): boolean {
  return link === 'live' && moderation === 'pending';
}
