import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { header, openMailServer } from '../../packages/server/test/notices/smtp.ts';
import { type Server, serve, temporary } from '../support/command.ts';
import { CLOCK, withHooks } from '../support/hooks.ts';
import { poll } from '../support/poll.ts';
import { announce } from './announce.ts';
import { openWorld } from './web.ts';

const HOOK = new URL('./hooks/crash-point.ts', import.meta.url);
const MINUTE = 60_000;

function ask<Row>(directory: string, text: string): Row[] {
  const database = new DatabaseSync(join(directory, 'hearback.db'));
  try {
    return database.prepare(text).all() as Row[];
  } finally {
    database.close();
  }
}

const RECIPIENT = `INSERT INTO recipient (id, kind, address, events, active, settings, "createdAt") VALUES ('mail', 'email',
  'alice@alice.example', 'mention.held', 1,
  '{"timing":{"pace":"each","hour":8,"zone":"UTC"},"language":"en","openLinks":false}', 0)`;

describe('R1: a kill between what happened and the mail that tells it', () => {
  it('loses no mail; one that was on its way comes again under the same id, and no third time', async () => {
    await using directory = await temporary();
    await using world = await openWorld();
    const ids: (string | undefined)[] = [];
    let doomed: Server | undefined;
    await using mail = await openMailServer({
      onMessage({ raw }) {
        ids.push(header(raw, 'Message-ID'));
        // It has the mail; who sent it never hears of that.
        if (ids.length === 1) doomed?.process.kill('SIGKILL');
      },
    });
    const args = ['--site', world.site, '--data', directory.path, '--allow-network', '127.0.0.0/8', '--limits', 'off'];
    const post = ['--smtp', `smtp://127.0.0.1:${mail.port}`, '--mail-from', 'hearback@alice.example'];
    /** With a clock that is some minutes ahead: what gathers is due, and the leases of the one before are over. */
    const start = (minutes: number, env: Record<string, string> = {}) =>
      serve([...args, ...post], {
        ...{ ...withHooks(CLOCK, HOOK), CLOCK_OFFSET_MS: String(minutes * MINUTE), DNS_ANSWER: '127.6.0.1' },
        ...env,
      });
    await (await start(0)).stop();
    ask(directory.path, RECIPIENT);

    const first = await start(0, { CRASH_POINT: 'after-check-commit' });
    const source = `http://far.example:${new URL(world.site).port}/source/1/1`;
    await announce(first.url, source, 'webmention', world.target).catch(() => undefined);
    expect((await first.ended).code).toBeNull();
    expect(ask(directory.path, 'SELECT state FROM notice')).toEqual([{ state: 'waiting' }]);
    expect(ids).toEqual([]);

    doomed = await start(2);
    expect((await doomed.ended).code).toBeNull();
    expect(ids).toHaveLength(1);

    const last = await start(5);
    const told = await poll(
      async () =>
        ask<{ readonly state: string; readonly attempts: number }>(
          directory.path,
          'SELECT state, attempts FROM notice',
        ),
      (rows) => rows[0]?.state === 'sent',
    );
    await last.stop();
    expect(told).toEqual([{ state: 'sent', attempts: 2 }]);
    expect(ids).toHaveLength(2);
    expect(ids[1]).toBe(ids[0]);
  }, 60_000);
});
