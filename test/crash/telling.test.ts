import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { serve, temporary } from '../support/command.ts';
import { CLOCK, withHooks } from '../support/hooks.ts';
import { poll } from '../support/poll.ts';
import { openWorld, type World } from './web.ts';

const HOOK = new URL('./hooks/crash-point.ts', import.meta.url);
/** Then the leases of the process that was killed are over. */
const LATER = { ...withHooks(CLOCK), CLOCK_OFFSET_MS: '120000' };

/** Where the process is killed. */
const POINTS: readonly [string, (world: World, kill: () => void) => Record<string, string>][] = [
  ['while the page is asked for its endpoint', outside('page-asked')],
  ['after the request was put on record, before it left', inside('departed')],
  ['after the request left, before its answer', outside('telling')],
];

function outside(point: 'page-asked' | 'telling') {
  return (world: World, kill: () => void) => {
    world.at(point, 1, kill);
    return {};
  };
}

function inside(point: string) {
  return () => ({ ...withHooks(HOOK), CRASH_POINT: point, CRASH_TIME: '1' });
}

describe('R1: a kill between the look for an endpoint and the end of a notification', () => {
  it.each(POINTS)(
    '%s loses no link, and repeats at most the one that had left, and says so',
    async (_, plan) => {
      await using directory = await temporary();
      await using world = await openWorld();
      const network = ['--allow-network', '127.0.0.0/8', '--limits', 'off'];
      const watch = ['--watch', world.feed, '--watch-every', '1'];
      const args = ['--site', world.site, ...watch, '--data', directory.path, ...network];
      const first = await serve(args);
      await poll(
        async () => looks(directory.path),
        (count) => count > 0,
      );
      await first.stop();

      world.publish(1);
      let kill = () => {};
      const env = plan(world, () => kill());
      const doomed = await serve(args, env);
      kill = () => void doomed.process.kill('SIGKILL');
      expect((await doomed.ended).code).toBeNull();

      // What was on its way when the process ended: on record as being sent, and without an end.
      const cutOff = traces(directory.path)
        .filter(({ last }) => last === 'sending')
        .map(({ target }) => target);
      const before = new Map(world.told);

      const next = await serve(args, LATER);
      await poll(
        async () => traces(directory.path).filter(({ status }) => status === 'delivered'),
        (all) => all.length === 3,
      );
      await next.stop();
      const marked = traces(directory.path).filter(({ reasons }) => reasons.includes('they may hear this twice'));
      expect(marked.map(({ target }) => target).sort()).toEqual(cutOff.sort());
      for (const link of world.links) {
        const [target = ''] = link.split(' ').slice(1);
        const wasTold = before.get(link) ?? 0;
        expect(wasTold).toBeLessThanOrEqual(1);
        // Nobody is told again but those whose request had left, once, and nobody is left out.
        const again = wasTold === 0 || cutOff.includes(target) ? 1 : 0;
        expect([target, world.told.get(link)]).toEqual([target, wasTold + again]);
      }
    },
    60_000,
  );
});

function ask<Row>(directory: string, text: string): Row[] {
  const database = new DatabaseSync(`${directory}/hearback.db`, { readOnly: true });
  try {
    return database.prepare(text).all() as Row[];
  } finally {
    database.close();
  }
}

function looks(directory: string): number {
  return ask(directory, 'SELECT 1 FROM listing').length;
}

interface Story {
  readonly target: string;
  readonly status: string;
  readonly reasons: string;
  /** Outcome of the last step. */
  readonly last: string;
}

function traces(directory: string): Story[] {
  return ask(
    directory,
    `SELECT target, status, (SELECT group_concat(reason) FROM traceStep WHERE subject = delivery.id) AS reasons,
       (SELECT outcome FROM traceStep WHERE subject = delivery.id ORDER BY place DESC LIMIT 1) AS last FROM delivery`,
  );
}
