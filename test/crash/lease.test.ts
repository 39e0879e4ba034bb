import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { type Server, serve, temporary } from '../support/command.ts';
import { CLOCK, withHooks } from '../support/hooks.ts';
import { poll } from '../support/poll.ts';
import { announce } from './announce.ts';
import { type OutsidePoint, openWorld, type World } from './web.ts';

const HOOK = new URL('./hooks/crash-point.ts', import.meta.url);
const MINUTE = 60_000;

/** Starts the server with its clock some minutes ahead, so that the leases of the one before are over. */
function start(world: World, data: string, minutes: number, env: Record<string, string> = {}): Promise<Server> {
  const args = ['--site', world.site, '--data', data, '--allow-network', '127.0.0.0/8', '--limits', 'off'];
  const hooks = { ...withHooks(CLOCK, HOOK), CLOCK_OFFSET_MS: String(minutes * MINUTE), DNS_ANSWER: '127.6.0.1' };
  return serve(args, { ...hooks, ...env });
}

interface Seen {
  readonly links: Readonly<Record<string, string>>;
  readonly steps: readonly string[];
  readonly jobs: number;
  readonly dead: readonly unknown[];
}

function look(directory: string): Seen {
  const database = new DatabaseSync(join(directory, 'hearback.db'), { readOnly: true });
  const all = (text: string) => database.prepare(text).all();
  try {
    return {
      links: Object.fromEntries(
        all('SELECT source, link FROM mention').map(({ source, link }) => [source, String(link)]),
      ),
      steps: all('SELECT step, outcome FROM traceStep ORDER BY place').map(({ step, outcome }) => `${step} ${outcome}`),
      jobs: all("SELECT 1 FROM job WHERE kind = 'verify'").length,
      dead: all("SELECT subject, reason FROM deadJob WHERE kind = 'verify'"),
    };
  } finally {
    database.close();
  }
}

const isDone = ({ jobs }: Seen) => jobs === 0;

describe('R3: a check that ends with the process', () => {
  it.each(['resolving', 'source-asked', 'source-half', 'reading', 'before-check-commit', 'after-check-commit'])(
    'at %s is done again by the next one, once',
    async (point) => {
      await using directory = await temporary();
      await using world = await openWorld();
      const { port } = new URL(world.site);
      const source = `http://far.example:${port}/source/1/1`;
      const first = await start(world, directory.path, 0, { CRASH_POINT: point });
      if (point.startsWith('source')) world.at(point as OutsidePoint, 1, () => first.process.kill('SIGKILL'));
      // The process may be gone before it has sent its answer.
      await announce(first.url, source, 'webmention', world.target).catch(() => undefined);
      expect((await first.ended).code).toBeNull();

      const second = await start(world, directory.path, 1);
      const seen = await poll(async () => look(directory.path), isDone);
      await second.stop();
      expect(seen).toMatchObject({
        links: { [source]: 'live' },
        steps: ['verified linked', 'judged pending'],
        dead: [],
      });
      expect(world.asked.get(source)).toBeLessThanOrEqual(2);
    },
  );
});

describe('R5: a page that ends the whole process', () => {
  it('is given up after three times, and the others that were under way with it are checked', async () => {
    await using directory = await temporary();
    await using world = await openWorld();
    const { port } = new URL(world.site);
    const innocent = Array.from({ length: 5 }, (_, n) => `http://127.6.${n + 2}.1:${port}/source/${n}/innocent`);
    const poison = `http://127.6.1.1:${port}/source/1/poison`;
    const tell = (server: Server, source: string) => announce(server.url, source, 'webmention', world.target);
    // Announced while nothing is read, so that all are under way together when the first process ends.
    const before = await start(world, directory.path, 0, { CRASH_POINT: 'source-asked' });
    const isAsked = new Promise<void>((resolve) => world.at('source-asked', 6, resolve));
    await Promise.all([poison, ...innocent].map((source) => tell(before, source)));
    await isAsked;
    await before.stop('SIGKILL');

    const isOver = ({ dead, links }: Seen) => dead.length > 0 && innocent.every((source) => links[source] === 'live');
    let crashes = 0;
    let seen: Seen | undefined;
    for (let minute = 1; minute <= 10 && !seen; minute += 1) {
      const server = await start(world, directory.path, minute, { CRASH_POINT: 'reading', CRASH_PAGE: 'poison' });
      const crashed = server.ended.then(() => undefined);
      seen = await Promise.race([crashed, poll(async () => look(directory.path), isOver).catch(() => undefined)]);
      if (!seen) crashes += 1;
      await server.stop('SIGKILL');
    }
    // Once beside the others, and three times alone.
    expect(crashes).toBe(4);
    expect(seen?.dead).toEqual([
      { subject: expect.any(String), reason: 'Given up: the program ended 3 times while it worked on this.' },
    ]);
    expect(seen?.links[poison]).toBe('unverified');
  }, 120_000);
});
