import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { announce } from '../crash/announce.ts';
import { openWorld } from '../crash/web.ts';
import { serve, temporary } from '../support/command.ts';
import { poll } from '../support/poll.ts';

const NETWORK = ['--allow-network', '127.0.0.0/8', '--limits', 'off'];

it('a web process only takes in, workers check what it took, and each page is asked for once', async () => {
  await using directory = await temporary();
  await using world = await openWorld();
  const args = [
    '--site',
    world.site,
    '--watch',
    world.feed,
    '--watch-every',
    '1',
    '--data',
    directory.path,
    ...NETWORK,
  ];
  const web = await serve([...args, '--role', 'web']);
  const { port } = new URL(world.site);
  const sources = Array.from({ length: 30 }, (_, n) => `http://127.8.${n}.1:${port}/source/1/${n}`);
  for (const source of sources) await announce(web.url, source, 'webmention', world.target);
  expect(counted(directory.path, 'SELECT 1 FROM mention WHERE lookAt IS NULL')).toBe(0);
  expect(world.asked.size).toBe(0);

  world.publish(1);
  const workers = await Promise.all([0, 1].map(() => serve([...args, '--role', 'worker'])));
  await poll(
    async () => counted(directory.path, "SELECT 1 FROM mention WHERE link = 'live'"),
    (count) => count === sources.length,
  );
  expect(sources.filter((source) => world.asked.get(source) !== 1)).toEqual([]);
  // What is published is found by one of them, and told once.
  world.publish(2);
  await poll(
    async () => [...world.told.keys()].filter((link) => link.includes('/post/2 ')).length,
    (count) => count === 3,
  );
  expect(Math.max(...world.told.values())).toBe(1);

  for (const worker of workers) {
    expect(worker.setUp).toBeUndefined();
    for (const [path, status] of [
      ['/healthz', 200],
      ['/readyz', 200],
      ['/admin', 404],
      ['/webmention', 404],
    ] as const)
      expect([path, (await fetch(worker.url + path, { redirect: 'manual' })).status]).toEqual([path, status]);
    expect((await announce(worker.url, `${sources[0]}x`, 'webmention', world.target)).status).toBe(404);
  }
  const ends = await Promise.all([web, ...workers].map((server) => server.stop()));
  expect(ends.map(({ code }) => code)).toEqual([0, 0, 0]);
});

function counted(directory: string, text: string): number {
  const database = new DatabaseSync(join(directory, 'hearback.db'), { readOnly: true });
  try {
    return Number(database.prepare(`SELECT count(*) AS n FROM (${text})`).get()?.n);
  } finally {
    database.close();
  }
}
