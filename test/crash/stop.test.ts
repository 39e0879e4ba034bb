import { once } from 'node:events';
import { createServer, type Server as HttpServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, temporary } from '../support/command.ts';
import { ANNOUNCEMENTS, announce, HOME, TARGET } from './announce.ts';
import { randomFrom } from './random.ts';
import { storedSources } from './stored.ts';

/** More with `STOPS=100`: a run of its own, not one of every day. */
const STOPS = Number(process.env.STOPS ?? 5);
const SEED = 20_261_126;
const ARGS = ['--site', HOME, '--allow-network', '127.0.0.0/8', '--limits', 'off'];
/** Supervisors kill after this. */
const PATIENCE_MS = 10_000;

/** Pages that link to us; those under `/hang` are never sent to their end. */
let pages: HttpServer;
let port: number;
let asked: string[] = [];
let onAsked: (path: string) => void = () => {};
beforeAll(async () => {
  const act = (url: string, response: ServerResponse) => {
    asked.push(url);
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.write(`<p><a href="${TARGET}">this</a>`);
    if (!url.startsWith('/hang') || isAwake) response.end();
    onAsked(url);
  };
  pages = createServer((request, response) => act(request.url ?? '', response)).listen(0, '0.0.0.0');
  await once(pages, 'listening');
  port = (pages.address() as AddressInfo).port;
});
let isAwake = false;
afterAll(() => void pages.close().closeAllConnections());

describe('R7: SIGTERM', () => {
  it(`under load: ends by itself with 0, ${STOPS} times (seed ${SEED}), and nothing acknowledged is lost`, async () => {
    await using directory = await temporary();
    const fraction = randomFrom(SEED);
    const accepted: string[] = [];
    let longest = 0;
    for (let round = 0; round < STOPS; round += 1) {
      const server = await serve([...ARGS, '--data', directory.path]);
      const client = async (number: number) => {
        for (let n = 0; ; n += 1) {
          const source = `http://127.4.${round}.${number + 1}:${port}/${n}`;
          const by = ANNOUNCEMENTS[n % ANNOUNCEMENTS.length] as (typeof ANNOUNCEMENTS)[number];
          const answer = await announce(server.url, source, by);
          if (!answer.accepted) throw new Error(`${answer.status} ${answer.text}`);
          accepted.push(source);
        }
      };
      const clients = [0, 1, 2, 3].map((number) => client(number).catch((error: unknown) => error));
      await pause(fraction() * 200);
      const begun = performance.now();
      const { code, err } = await server.stop();
      longest = Math.max(longest, performance.now() - begun);
      expect([code, err.includes('error')], err).toEqual([0, false]);
      // Each client ended because there was nobody any more, not because it was turned away.
      for (const error of await Promise.all(clients)) expect(error).toBeInstanceOf(TypeError);
    }
    expect(longest).toBeLessThan(PATIENCE_MS);
    const stored = storedSources(directory.path);
    expect(accepted.filter((source) => !stored.has(source))).toEqual([]);
    expect(accepted.length).toBeGreaterThan(STOPS);
  }, 600_000);

  it('gives back what it cannot finish, twice asked or not: the next server goes on at once', async () => {
    await using directory = await temporary();
    const source = `http://127.5.0.1:${port}/hang`;
    const first = await serve([...ARGS, '--data', directory.path]);
    const isAsked = new Promise<void>((resolve) => {
      onAsked = () => resolve();
    });
    await announce(first.url, source);
    await isAsked;
    const begun = performance.now();
    first.process.kill('SIGTERM');
    first.process.kill('SIGTERM');
    const { code } = await first.stop('SIGTERM');
    expect(code).toBe(0);
    expect(performance.now() - begun).toBeLessThan(PATIENCE_MS);

    isAwake = true;
    asked = [];
    const again = new Promise<void>((resolve) => {
      onAsked = () => resolve();
    });
    const restarted = performance.now();
    const second = await serve([...ARGS, '--data', directory.path]);
    await again;
    // A lease would have held it for 45 seconds.
    expect(performance.now() - restarted).toBeLessThan(PATIENCE_MS);
    await second.stop();
    expect(asked).toEqual(['/hang']);
  });
});
