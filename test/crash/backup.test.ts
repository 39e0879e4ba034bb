import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { hearback, type Server, serve, temporary } from '../support/command.ts';
import { poll } from '../support/poll.ts';
import { announce, HOME, nowhere } from './announce.ts';
import { randomFrom } from './random.ts';
import { soundness, storedSources } from './stored.ts';

const ARGS = ['--site', HOME, '--allow-network', '127.0.0.0/8', '--limits', 'off'];
const SEED = 20_261_127;
const DOCS = readFileSync(new URL('../../docs/backup.md', import.meta.url), 'utf8');
const RESTORE = /^## Restore[\s\S]*?```sh\n([\s\S]*?)```/m.exec(DOCS)?.[1] ?? '';

/** Announces pages one after the other until it is told to stop, and notes what was taken. */
function keepAnnouncing({ url }: Server) {
  const accepted: string[] = [];
  let going = true;
  const run = async () => {
    for (let n = 0; going; n += 1) {
      const { source, ...answer } = await announce(url, nowhere(n));
      if (answer.accepted) accepted.push(source);
    }
  };
  const end = run();
  return {
    accepted,
    stop() {
      going = false;
      return end;
    },
  };
}

describe('R13: a backup', () => {
  it('of a server under load has all that was acknowledged before it began, and a server starts on it', async () => {
    await using directory = await temporary();
    await using restored = await temporary();
    const server = await serve([...ARGS, '--data', directory.path]);
    const load = keepAnnouncing(server);
    await poll(
      async () => load.accepted.length,
      (count) => count >= 50,
    );
    const files: [string, readonly string[]][] = [];
    for (const name of ['first.db', 'second.db', 'second.db']) {
      const before = [...load.accepted];
      const file = join(directory.path, name);
      const { code, out, err } = await hearback(['backup', file, '--data', directory.path]);
      expect([code, err]).toEqual([0, '']);
      expect(out).toMatch(/whole, with \d+ mentions/);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      files.push([name, before]);
    }
    await load.stop();
    await server.stop();
    expect(readdirSync(directory.path).filter((name) => name.includes('partial'))).toEqual([]);
    for (const [name, before] of files) {
      const stored = storedSources(directory.path, name);
      expect(before.filter((source) => !stored.has(source))).toEqual([]);
      expect(soundness(directory.path, name)).toEqual(['ok', 0]);
    }
    // The steps of docs/backup.md, where a store and its log lie in the way.
    mkdirSync(join(restored.path, 'hearback-data'));
    for (const name of ['hearback.db', 'hearback.db-wal'])
      writeFileSync(join(restored.path, 'hearback-data', name), 'old');
    copyFileSync(join(directory.path, 'second.db'), join(restored.path, 'my-backup.db'));
    execFileSync('sh', ['-ec', RESTORE], { cwd: restored.path });
    const data = join(restored.path, 'hearback-data');
    const next = await serve([...ARGS, '--data', data]);
    expect((await announce(next.url, nowhere(100_000))).accepted).toBe(true);
    const { err } = await next.stop();
    expect(err).not.toContain('copied');
    const stored = storedSources(data);
    expect(files.at(-1)?.[1].filter((source) => !stored.has(source))).toEqual([]);
  });

  it(`that is killed leaves no half file under its name (seed ${SEED})`, async () => {
    await using directory = await temporary();
    const server = await serve([...ARGS, '--data', directory.path]);
    for (let n = 0; n < 200; n += 1) await announce(server.url, nowhere(n));
    await server.stop();
    const fraction = randomFrom(SEED);
    const begun = performance.now();
    expect((await hearback(['backup', join(directory.path, 'whole.db'), '--data', directory.path])).code).toBe(0);
    const whole = performance.now() - begun;
    for (let round = 0; round < 5; round += 1) {
      const file = join(directory.path, `killed-${round}.db`);
      await killedAfter(whole * fraction(), ['backup', file, '--data', directory.path]);
      if (existsSync(file)) expect(soundness(directory.path, `killed-${round}.db`)).toEqual(['ok', 0]);
    }
  });

  it('replaces an earlier one only, and says in one line what else is in the way', async () => {
    await using directory = await temporary();
    await (await serve([...ARGS, '--data', directory.path])).stop();
    writeFileSync(join(directory.path, 'diary'), 'Dear diary');
    mkdirSync(join(directory.path, 'folder'));
    for (const [name, line] of [
      ['hearback.db', /is the database itself; name another file/],
      ['diary', /is there already and no backup of Hearback; name another file/],
      ['folder', /is a folder; name a file in it/],
      ['missing/file', /could not be written|cannot be opened/],
    ] as const) {
      const { code, err } = await hearback(['backup', join(directory.path, name), '--data', directory.path]);
      expect([name, code, err.trim().split('\n').length]).toEqual([name, 1, 1]);
      expect(err).toMatch(line);
    }
    const nothing = await hearback(['backup', join(directory.path, 'x.db'), '--data', join(directory.path, 'none')]);
    expect([nothing.code, nothing.err]).toEqual([1, expect.stringMatching(/There are no Hearback data in/)]);
  });

  it('--verify tells a damaged one from a whole one', async () => {
    await using directory = await temporary();
    await (await serve([...ARGS, '--data', directory.path])).stop();
    const file = join(directory.path, 'copy.db');
    await hearback(['backup', file, '--data', directory.path]);
    const good = await hearback(['backup', file, '--verify', '--json']);
    expect(JSON.parse(good.out)).toMatchObject({ file, mentions: 0 });
    writeFileSync(file, Buffer.alloc(30_000, 0x5a), { flag: 'r+' });
    const bad = await hearback(['backup', file, '--verify']);
    expect([bad.code, bad.out]).toEqual([1, '']);
    expect(bad.err).toMatch(/damaged|no SQLite database/);
  });

  it('is made by the server itself when told so', async () => {
    await using directory = await temporary();
    const folder = join(directory.path, 'backups');
    const server = await serve([...ARGS, '--data', directory.path, '--backup', folder]);
    const whole = (name: string) => /^hearback-.*\.db$/.test(name);
    const names = async () => (existsSync(folder) ? readdirSync(folder).filter(whole) : []);
    const [name = ''] = await poll(names, (found) => found.length > 0);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    await server.stop();
    expect(soundness(folder, name)).toEqual(['ok', 0]);
    // An hour has to pass before the next one, also for the next server.
    await (await serve([...ARGS, '--data', directory.path, '--backup', folder])).stop();
    expect(await names()).toEqual([name]);
  });
});

async function killedAfter(ms: number, args: readonly string[]): Promise<void> {
  const running = hearback(args, {}, (child) => void pause(ms).then(() => child.kill('SIGKILL')));
  await running;
}
