import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { openNetwork } from '../../src/compose/network.ts';
import { createChores } from '../../src/inbound/chores.ts';
import { readBlockList } from '../../src/inbound/read-block-list.ts';
import { HOUR, linking, openHouse } from './house.ts';

describe('readBlockList', () => {
  it.each([
    [
      'a domain a line',
      'spam.example\n\nEvil.Example.\r\nthird.example',
      ['spam.example', 'evil.example', 'third.example'],
      0,
    ],
    ['comments', '# head\nspam.example # why\n! filter\n', ['spam.example'], 0],
    [
      'the hosts format',
      '127.0.0.1 localhost\n::1 ip6-localhost\n0.0.0.0 spam.example www.spam.example\n0.0.0.0\tads.example',
      ['spam.example', 'www.spam.example', 'ads.example'],
      0,
    ],
    ['stars and dots before names', '*.spam.example\n.evil.example', ['spam.example', 'evil.example'], 0],
    ['names twice', 'a.example\nA.EXAMPLE', ['a.example'], 0],
    ['other scripts', 'bücher.example', ['xn--bcher-kva.example'], 0],
    ['suffixes of everybody', 'com\nblogspot.com\nco.uk\neve.blogspot.com', ['eve.blogspot.com'], 3],
    ['what is no domain', '<html>\nhttps://x.example/\n10.0.0.1\na b\n||ads.example^', [], 5],
  ] as const)('%s', (_, text, domains, skipped) => {
    expect(readBlockList(text)).toEqual({ domains, skipped });
  });

  it('stops at 200,000 names', () => {
    const { domains, skipped } = readBlockList(Array.from({ length: 200_005 }, (_, n) => `s${n}.example`).join('\n'));
    expect([domains.length, skipped]).toEqual([200_000, 5]);
  });
});

async function subscribed(
  answer: (headers: Record<string, unknown>) => { status?: number; body?: string; headers?: Record<string, string> },
) {
  const house = await openHouse();
  const asked: Record<string, unknown>[] = [];
  const server = createServer((req, res) => {
    asked.push(req.headers);
    const { status = 200, body = '', headers = {} } = answer(req.headers);
    res.writeHead(status, { 'content-type': 'text/plain', ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/list.txt`;
  const network = openNetwork({ allowNetwork: ['127.0.0.0/8'], allowPort: [] }, () => false);
  const { store, clock } = house;
  const chores = createChores({
    store,
    clock,
    random: { id: () => 'x', secret: () => 'x', fraction: () => 0.5 },
    http: network.http,
    holdDays: 90,
    report: () => {},
    readFile: async (path) => ({ text: path.endsWith('good') ? 'spam.example' : '', truncated: path.endsWith('big') }),
  });
  const add = (where = address, id = 'one') => store.blockLists.add({ id, address: where, addedAt: clock.now() });
  const look = (id = 'one') =>
    chores({
      id: 1,
      kind: 'chore',
      subject: `list ${id}`,
      group: id,
      startAfter: 0,
      attempts: 1,
      leasedUntil: 0,
      lease: 1,
    });
  return {
    house,
    store,
    asked,
    address,
    add,
    look,
    async [Symbol.asyncDispose]() {
      await network.http.close();
      server.close();
      await house[Symbol.asyncDispose]();
    },
  };
}

describe('a subscribed list', () => {
  it('turns its domains away unfetched, label by label, and says which list it was', async () => {
    await using on = await subscribed(() => ({ body: 'spam.example\n' }));
    await on.add();
    expect(await on.look()).toMatchObject({ outcome: 'later', keepAttempts: false });
    const sources = ['https://spam.example/x', 'https://a.spam.example/x', 'https://notspam.example/x'];
    for (const source of sources) {
      on.house.web.set(source, linking());
      await on.house.tell(source);
    }
    await on.house.pass(10_000);
    expect(on.house.asked).toEqual(['https://notspam.example/x']);
    const reasons = (await on.store.refusals.list({ limit: 9 })).map(({ source, reason }) => [source, reason]);
    const said = `Its domain is on the block list ${on.address}.`;
    expect(Object.fromEntries(reasons)).toEqual({ [sources[0] as string]: said, [sources[1] as string]: said });
  });

  it('is asked for again with what it said of itself, and stays when nothing changed', async () => {
    await using on = await subscribed((headers) =>
      headers['if-none-match'] === '"v1"'
        ? { status: 304 }
        : { body: 'spam.example', headers: { etag: '"v1"', 'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT' } },
    );
    await on.add();
    await on.look();
    await on.house.pass(24 * HOUR);
    await on.look();
    expect(on.asked[1]).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': 'Thu, 01 Jan 2026 00:00:00 GMT',
    });
    const [list] = await on.store.blockLists.list();
    expect(list).toMatchObject({ entries: 1, problem: '', entityTag: '"v1"' });
    expect((list?.checkedAt ?? 0) - (list?.changedAt ?? 0)).toBe(24 * HOUR);
    expect(await on.store.blockLists.naming(['spam.example'])).toEqual([on.address]);
  });

  it.each([
    ['an error', { status: 500 }, 'HTTP 500'],
    ['a page in its place', { body: '<html><body>Sign in</body></html>' }, 'no domain'],
    ['more than 5 MiB', { body: 'spam.example\n'.repeat(450_000) }, '5 MiB'],
  ])('keeps what it had after %s', async (_, bad, problem) => {
    let isFirst = true;
    await using on = await subscribed(() => {
      const reply = isFirst ? { body: 'spam.example' } : bad;
      isFirst = false;
      return reply;
    });
    await on.add();
    await on.look();
    await on.look();
    const [list] = await on.store.blockLists.list();
    expect(list?.entries).toBe(1);
    expect(list?.problem).toContain(problem);
    expect(await on.store.blockLists.naming(['spam.example'])).toEqual([on.address]);
  });

  it('can be a file, and goes with its domains', async () => {
    await using on = await subscribed(() => ({}));
    await on.add('/etc/good', 'file');
    await on.look('file');
    expect(await on.store.blockLists.naming(['spam.example'])).toEqual(['/etc/good']);
    expect(await on.add('/etc/good', 'again')).toBe(false);
    expect(await on.store.blockLists.remove('file')).toBe(true);
    expect(await on.store.blockLists.remove('file')).toBe(false);
    expect(await on.store.blockLists.naming(['spam.example'])).toEqual([]);
    expect(await on.look('file')).toEqual({ outcome: 'done' });
  });

  it('does not reach whom the owner always allows', async () => {
    await using on = await subscribed(() => ({ body: 'spam.example' }));
    await on.add();
    await on.look();
    await on.house.desk.addRule({
      site: 'alice.example',
      action: 'allow',
      scope: 'host',
      value: 'friend.spam.example',
    });
    on.house.web.set('https://friend.spam.example/x', linking());
    await on.house.tell('https://friend.spam.example/x');
    await on.house.pass(10_000);
    expect(await on.house.only()).toMatchObject({ moderation: 'approved' });
  });
});

describe('what waits too long', () => {
  const tidy = (on: Awaited<ReturnType<typeof subscribed>>, holdDays = 90) =>
    createChores({
      store: on.store,
      clock: on.house.clock,
      random: { id: () => '', secret: () => '', fraction: () => 0.5 },
      http: on.house.http,
      holdDays,
      report: () => {},
      readFile: async () => ({ text: '', truncated: false }),
    })({ id: 1, kind: 'chore', subject: 'tidy', group: 'tidy', startAfter: 0, attempts: 1, leasedUntil: 0, lease: 1 });
  const DAY = 24 * HOUR;

  it('is forgotten after ninety days with its trace, and is not new when it comes again', async () => {
    await using on = await subscribed(() => ({}));
    const { house, store } = on;
    const [held, kept] = ['https://bob.example/held', 'https://bob.example/kept'];
    for (const source of [held, kept]) {
      house.web.set(source, linking());
      await house.tell(source);
    }
    await house.pass(10_000);
    const byName = Object.fromEntries((await store.mentions.list({ limit: 9 })).map(({ source, id }) => [source, id]));
    await house.desk.moderate([byName[kept] ?? ''], 'rejected');
    await house.pass(89 * DAY);
    await tidy(on);
    expect(await store.mentions.list({ limit: 9 })).toHaveLength(2);
    await house.pass(2 * DAY);
    await tidy(on);
    expect((await store.mentions.list({ limit: 9 })).map(({ source }) => source)).toEqual([kept]);
    expect(await store.mentions.trace(byName[held] ?? '')).toEqual([]);
    const asked = house.asked.length;
    await house.pass(2_000);
    expect((await house.tell(held)).outcome).toBe('accepted');
    await house.pass(10_000);
    expect(house.asked).toHaveLength(asked);
    expect(await store.refusals.list({ limit: 1 })).toMatchObject([
      { source: held, reason: 'It was forgotten before: it waited too long for a decision, or was turned down.' },
    ]);
    await house.pass(366 * DAY);
    await tidy(on);
    expect(await store.forgotten.any()).toBe(false);
  });

  it('waits for ever where the owner says so', async () => {
    await using on = await subscribed(() => ({}));
    on.house.web.set('https://bob.example/held', linking());
    await on.house.tell('https://bob.example/held');
    await on.house.pass(1000 * DAY);
    await tidy(on, 0);
    expect(await on.store.mentions.list({ limit: 9 })).toHaveLength(1);
  });
});
