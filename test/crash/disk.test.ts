import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serve, temporary } from '../support/command.ts';
import { failing, serveTraced } from '../support/traced.ts';
import { ANNOUNCEMENTS, type Answer, announce, HOME, nowhere } from './announce.ts';
import { soundness, storedSources } from './stored.ts';

const ARGS = ['--site', HOME, '--allow-network', '127.0.0.0/8', '--limits', 'off'];

/** The schema is made before anything fails, so that few writes of the server are not those of notifications. */
async function prepare(directory: string): Promise<void> {
  await (await serve([...ARGS, '--data', directory])).stop();
}

/** Announces page after page until one is answered as told; answers everything on the way. */
async function until(url: string, first: number, good: (answer: Answer) => boolean, most = 3_000): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let n = first; n < first + most; n += 1) {
    const answer = await announce(url, nowhere(n), ANNOUNCEMENTS[n % ANNOUNCEMENTS.length]);
    answers.push(answer);
    if (good(answer)) return answers;
  }
  throw new Error(`After ${most} notifications the last answer was ${JSON.stringify(answers.at(-1))}`);
}

async function expectRefusals(url: string, first: number): Promise<void> {
  for (const [index, by] of ANNOUNCEMENTS.entries()) {
    const { status, retryAfter, accepted } = await announce(url, nowhere(first + index), by);
    expect([by, status, Number(retryAfter) > 0, accepted]).toEqual([by, 503, true, false]);
  }
}

async function expectReads(url: string): Promise<void> {
  for (const path of [
    '/api/mentions?target=https://home.example/post',
    '/fragment?target=https://home.example/post',
    '/widget.js',
    '/healthz',
  ])
    expect([path, (await fetch(url + path)).status]).toEqual([path, 200]);
}

function expectAllThere(directory: string, answers: readonly Answer[]): void {
  const stored = storedSources(directory);
  expect(answers.filter(({ accepted, source }) => accepted && !stored.has(source))).toEqual([]);
  expect(soundness(directory)).toEqual(['ok', 0]);
}

describe('R8: a full disk', () => {
  it('refuses by every protocol, reads on, and goes on by itself when there is room', async () => {
    await using directory = await temporary();
    await prepare(directory.path);
    // The log cannot be written for some writes of each thread; the event loop's has a hundred before it listens.
    const full = failing(directory.path, 'pwrite64', 'ENOSPC', '150..175');
    const server = await serveTraced(full, ARGS, { directory: directory.path });
    const before = await until(server.url, 0, ({ status }) => status === 503);
    expect(before.at(-1)).toMatchObject({ accepted: false, retryAfter: '60' });
    await expectRefusals(server.url, 5_000);
    await expectReads(server.url);
    const after = await until(server.url, 10_000, ({ accepted }) => accepted);
    expect((await announce(server.url, nowhere(20_000))).accepted).toBe(true);
    expect((await server.stop()).code).toBe(0);
    expectAllThere(directory.path, [...before, ...after]);
  });

  it.skipIf(!canMount())('on a real small disk', async () => {
    await using directory = await temporary();
    mount(directory.path, '6m');
    try {
      const ballast = join(directory.path, 'ballast');
      writeFileSync(ballast, Buffer.alloc(3_500_000));
      const server = await serve([...ARGS, '--data', directory.path]);
      const before = await until(server.url, 0, ({ status }) => status === 503);
      await expectRefusals(server.url, 5_000);
      await expectReads(server.url);
      expect(await (await fetch(`${server.url}/readyz`)).text()).toBe(
        'not ready: the store cannot be written: database or disk is full\n',
      );
      rmSync(ballast);
      const after = await until(server.url, 10_000, ({ accepted }) => accepted, 50);
      expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
      expect((await server.stop()).code).toBe(0);
      expectAllThere(directory.path, [...before, ...after]);
    } finally {
      spawnSync('umount', ['-l', directory.path]);
    }
  });
});

describe('R9: a disk that fails', () => {
  it.each([
    ['a sync', 'fdatasync,fsync', '25+'],
    ['a write', 'pwrite64', '400+'],
  ])(
    'at %s: nothing is confirmed any more, the server ends with one line, and the next one recovers',
    async (_, calls, when) => {
      await using directory = await temporary();
      await prepare(directory.path);
      const server = await serveTraced(failing(directory.path, calls, 'EIO', when), ARGS, {
        directory: directory.path,
      });
      const answers: Answer[] = [];
      await until(server.url, 0, (answer) => answers.push(answer) > 0 && !answer.accepted).catch(() => undefined);
      const late = await Promise.allSettled(
        ANNOUNCEMENTS.map((by, index) => announce(server.url, nowhere(9_000 + index), by)),
      );
      for (const one of late) expect(one.status === 'fulfilled' && one.value.accepted).toBe(false);
      const { code, err } = await server.ended;
      expect(code).toBe(1);
      const lines = err.trim().split('\n');
      expect(lines.filter((line) => line.startsWith('hearback: '))).toEqual([
        expect.stringMatching(
          /hearback\.db: disk I\/O error; the disk does not work as it should; check it, then start/,
        ),
      ]);
      expect(answers.length).toBeGreaterThan(5);

      const next = await serve([...ARGS, '--data', directory.path]);
      expect((await announce(next.url, nowhere(20_000))).accepted).toBe(true);
      await next.stop();
      expectAllThere(directory.path, answers);
    },
  );
});

function canMount(): boolean {
  const probe = spawnSync('sh', [
    '-c',
    'd=$(mktemp -d) && mount -t tmpfs tmpfs "$d" && umount "$d"; s=$?; rmdir "$d"; exit $s',
  ]);
  return probe.status === 0;
}

function mount(path: string, size: string): void {
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path]);
  if (status !== 0) throw new Error(String(stderr));
}
