import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { serve, temporary } from '../support/command.ts';
import { CLOCK, withHooks } from '../support/hooks.ts';
import { poll } from '../support/poll.ts';
import { ANNOUNCEMENTS, announce, HOME } from './announce.ts';
import { inspect } from './inspect.ts';
import { openWorld } from './web.ts';

describe('R23: two servers on one store', () => {
  it('share the work: each page is asked for once, and the one that is left takes over', async () => {
    await using directory = await temporary();
    await using world = await openWorld();
    const args = ['--site', world.site, '--data', directory.path, '--allow-network', '127.0.0.0/8', '--limits', 'off'];
    const [one, other] = await Promise.all([serve(args), serve(args)]);
    const { port } = new URL(world.site);
    const sources = Array.from({ length: 60 }, (_, n) => `http://127.8.${n}.1:${port}/source/1/${n}`);
    const tell = (server: typeof one, source: string, n: number) =>
      announce(server.url, source, ANNOUNCEMENTS[n % ANNOUNCEMENTS.length], world.target);
    // Both hear of every page, one of them later.
    const first = await Promise.all(sources.map((source, n) => tell(n % 2 === 0 ? one : other, source, n)));
    const again = await Promise.all(sources.map((source, n) => tell(n % 2 === 0 ? other : one, source, n + 1)));
    expect([...first, ...again].filter(({ accepted }) => !accepted)).toEqual([]);
    await poll(
      async () => countOf(directory.path, "link = 'live'"),
      (count) => count === sources.length,
    );
    expect(sources.filter((source) => world.asked.get(source) !== 1)).toEqual([]);

    await one.stop('SIGKILL');
    const late = await announce(other.url, `http://127.8.99.1:${port}/source/1/late`, 'pingback', world.target);
    expect(late.accepted).toBe(true);
    await poll(
      async () => countOf(directory.path, "link = 'live'"),
      (count) => count === sources.length + 1,
    );
    await other.stop();
    const nothing = { lost: 0, doubled: 0, invalid: 0, forgotten: 0, unsound: 0 };
    const acknowledged = sources.map((source) => ({ source, id: undefined }));
    expect(await inspect(directory.path, { acknowledged, approved: [] })).toEqual(nothing);
  });

  it('whose clocks differ by an hour take jobs from each other: each page has one result all the same, and none is lost', async () => {
    await using directory = await temporary();
    await using world = await openWorld();
    const args = ['--site', world.site, '--data', directory.path, '--allow-network', '127.0.0.0/8', '--limits', 'off'];
    const servers = await Promise.all(
      [0, 3_600_000].map((offset) => serve(args, { ...withHooks(CLOCK), CLOCK_OFFSET_MS: String(offset) })),
    );
    const { port } = new URL(world.site);
    for (let n = 0; n < 20; n += 1) {
      const server = servers[n % 2];
      if (server) await announce(server.url, `http://127.8.${n}.2:${port}/source/1/${n}`, 'webmention', world.target);
    }
    // What the server of the later clock received is due for the other one in an hour, and for itself at once.
    await poll(
      async () => countOf(directory.path, "link = 'live'"),
      (count) => count === 20,
    );
    await Promise.all(servers.map((server) => server.stop()));
    expect(countOf(directory.path, '1')).toBe(20);
    expect(
      countOf(directory.path, `1 < (SELECT count(*) FROM traceStep WHERE subject = mention.id AND step = 'verified')`),
    ).toBe(0);
    expect(Math.max(...world.asked.values())).toBeLessThanOrEqual(3);
  });
});

describe('R24: without the thread that writes notifications', () => {
  it('readers are served, senders are told to come again, readiness says why, and it heals by itself', async () => {
    await using directory = await temporary();
    const dead = join(directory.path, 'dead');
    writeFileSync(dead, '');
    const env = { ...withHooks(new URL('./hooks/no-writer.ts', import.meta.url)), NO_WRITER: dead };
    const server = await serve(['--site', HOME, '--data', directory.path], env);
    for (const by of ANNOUNCEMENTS) {
      const { status, retryAfter } = await announce(server.url, 'https://a.example/', by);
      expect([by, status, retryAfter]).toEqual([by, 503, '60']);
    }
    const ready = await fetch(`${server.url}/readyz`);
    expect([ready.status, await ready.text()]).toEqual([
      503,
      'not ready: the store cannot be written: the writer stopped\n',
    ]);
    for (const path of ['/healthz', '/api/mentions?target=https://home.example/post', '/widget.js'])
      expect([path, (await fetch(server.url + path)).status]).toEqual([path, 200]);
    rmSync(dead);
    expect((await announce(server.url, 'https://a.example/')).accepted).toBe(true);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    expect((await server.stop()).code).toBe(0);
  });

  it('and a job that cannot be read holds nobody else up', async () => {
    await using directory = await temporary();
    await using world = await openWorld();
    const args = ['--site', world.site, '--data', directory.path, '--allow-network', '127.0.0.0/8', '--limits', 'off'];
    await (await serve(args)).stop();
    const database = new DatabaseSync(join(directory.path, 'hearback.db'));
    database.exec(`
      INSERT INTO mention (id, site, source, target, sourceKey, targetKey, protocols, receivedAt, lastReceivedAt, updatedAt,
        links, lookAt, lookGroup)
        SELECT 'broken', id, 'http://127.8.1.3:9/', 'x', 'y', 'z', 'pingback', 1, 1, 1, '{not json', 1, 'b' FROM site`);
    database.close();
    const server = await serve(args);
    const { port } = new URL(world.site);
    await announce(server.url, `http://127.8.2.3:${port}/source/1/1`, 'webmention', world.target);
    await poll(
      async () => countOf(directory.path, "link = 'live'"),
      (count) => count === 1,
    );
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    const { code, err } = await server.stop();
    expect([code, err.includes('A verify job failed')]).toEqual([0, true]);
  });
});

function countOf(directory: string, where: string): number {
  const database = new DatabaseSync(join(directory, 'hearback.db'), { readOnly: true });
  try {
    return Number(database.prepare(`SELECT count(*) AS n FROM mention WHERE ${where}`).get()?.n);
  } finally {
    database.close();
  }
}
