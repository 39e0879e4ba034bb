import assert from 'node:assert/strict';
import { request } from 'node:http';
import { hearback, temporary } from '../support/command.ts';
import { poll } from '../support/poll.ts';
import type { Peer } from './peer.ts';
import { PUBLISH_TOKEN, type Site } from './site.ts';

/**
 * What every example has to do: be told by our own client of an answer on another server, check it, have it approved by
 * its owner at the desk, show it, and tell that server of its own post. Throws what was not so.
 */
export async function wholeWay(site: Site, peer: Peer): Promise<void> {
  const post = `${site.url}/hello`;
  await using sender = await temporary();
  const from = ['--site', new URL('/', peer.answer).href, '--data', sender.path];
  const sent = await hearback([
    'send',
    peer.answer,
    '--json',
    '--limits',
    'off',
    '--allow-network',
    '127.0.0.1/32',
    ...from,
  ]);
  assert.equal(sent.code, 0, sent.err);
  const [delivery] = JSON.parse(sent.out);
  assert.deepEqual([delivery.target, delivery.status], [post, 'delivered'], delivery.reason);

  const browser = createBrowser(site.url);
  const key = new URL(site.setUp).searchParams.get('key') ?? '';
  const password = 'a sentence to log in';
  assert.match(await browser.get(site.setUp), /action="\/hearback\/admin\/setup"/);
  await browser.post('/hearback/admin/setup', { key, name: 'alice', password, again: password });
  const inbox = await poll(
    () => browser.get('/hearback/admin/inbox'),
    (page) => page.includes(peer.answer),
  );
  const id = /href="\/hearback\/admin\/mentions\/([\w-]+)"/.exec(inbox)?.[1] ?? '';
  const csrf = /name="csrf" value="([\w-]+)"/.exec(inbox)?.[1] ?? '';
  assert.doesNotMatch(await browser.get('/hello'), /An answer/);
  assert.match(await browser.post('/hearback/admin/inbox', { csrf, one: `approve:${id}` }), /approved/);

  // It may have been approved before it was checked.
  const page = await poll(
    () => browser.get('/hello'),
    (html) => html.includes('An answer'),
  );
  assert.ok(page.includes(`href="${peer.answer}"`));

  // Of a type that no form has: Astro refuses what could be a form from elsewhere.
  const publish = (token: string) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    return fetch(`${site.url}/publish`, { method: 'POST', headers, body: '{}' });
  };
  assert.equal((await publish('undefined')).status, 401);
  const published = await (await publish(PUBLISH_TOKEN)).json();
  // The one link of the post, and none of those under it.
  assert.deepEqual(
    published.deliveries.map(({ target, status }: Record<string, string>) => [target, status]),
    [[peer.post, 'delivered']],
    JSON.stringify(published),
  );
  assert.equal(peer.told.length, 1);
  assert.match(peer.told[0] ?? '', new RegExp(`pingback\\.ping.*${post}.*${peer.post}`, 's'));

  assert.equal((await fetch(`${site.url}/nothing`)).status, 404);
  const head = await fetch(`${site.url}/hearback/healthz`, { method: 'HEAD' });
  assert.deepEqual([head.status, await head.text()], [200, '']);
  assert.equal(await askedAs('rebound.example', `${site.url}/hearback/admin/login`), 421);
}

/** The status under another name than its own, as after DNS rebinding. `fetch` would not send it. */
function askedAs(host: string, url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { host } }, (reply) => resolve(reply.resume().statusCode));
    asked.on('error', reject).end();
  });
}

/** Keeps its cookie, follows redirects, and says of its posts that they come from the page's own site. */
function createBrowser(base: string) {
  let cookie = '';
  async function send(path: string, init: RequestInit = {}): Promise<string> {
    const headers = { ...(cookie && { cookie }), 'sec-fetch-site': 'same-origin' };
    const reply = await fetch(new URL(path, base), { redirect: 'manual', ...init, headers });
    cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    const location = reply.headers.get('location');
    if (location !== null) return send(location);
    assert.equal(reply.status, 200, `${path} answered ${reply.status}`);
    return reply.text();
  }
  return {
    get: (path: string) => send(path),
    post: (path: string, fields: Record<string, string>) =>
      send(path, { method: 'POST', body: new URLSearchParams(fields) }),
  };
}
