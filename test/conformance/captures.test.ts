import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureNames, type Message, pingRequests } from '../../packages/protocol/test/support/captures.ts';
import type { Call } from './doors.ts';
import { type House, openHouse } from './house.ts';

/** Rows that recordings of a program prove besides being read. */
const ROWS: Readonly<Record<string, string>> = {
  'client-python-stdlib.txt': 'DV-19',
  'client-perl-rpcxml-default.txt': 'XR-17',
  'wp-01-wp-to-wp-pingback-via-cron.txt': 'DV-10',
};

/** What the door says for itself. */
const OF_THE_CONNECTION = new Set([
  'host',
  'content-length',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'expect',
]);

function callOf({ headers, body }: Message): Call {
  const kept = Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.has(name));
  return { path: '/xmlrpc', headers: Object.fromEntries(kept), body: Uint8Array.from(body) };
}

const NAMES = [...captureNames('client-'), 'wp-01-wp-to-wp-pingback-via-cron.txt'];

describe.each(['request', 'socket'] as const)('XR-22 programs of the field, replayed by %s', (door) => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house[Symbol.asyncDispose]());

  it.each(NAMES.map((name) => [ROWS[name] ?? '', name]))('%s %s', async (_, name) => {
    const requests = pingRequests(name).filter(({ start }) => start.startsWith('POST'));
    expect(requests.length).toBeGreaterThan(0);
    for (const request of requests) {
      house.heard.length = 0;
      const answer = await house.doors[door](callOf(request));
      if (request.headers['content-encoding'] !== undefined) expect(answer.status).toBe(415);
      else expect([answer.status, house.heard]).toMatchObject([200, [{ protocol: 'pingback' }]]);
    }
  });
});
