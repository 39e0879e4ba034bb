import type { Http } from '@hearback/protocol';
import { expect, it } from 'vitest';
import { noCounts } from '../../src/import/counts.ts';
import { FORMATS } from '../../src/import/formats/index.ts';
import { takeFromAddress } from '../../src/import/from-address.ts';
import { openHouse } from '../inbound/house.ts';

type House = Awaited<ReturnType<typeof openHouse>>;
const LIST = new URL('https://webmention.io/api/mentions.jf2?domain=alice.example');

/** A list that pages by `since_id`, and what it was asked. */
function place(
  ids: readonly number[],
  options: { ignoresSince?: boolean; status?: (n: number) => number; body?: string } = {},
) {
  const asked: URL[] = [];
  const http: Http = {
    async request({ url }) {
      const parsed = new URL(url);
      asked.push(parsed);
      const since = options.ignoresSince ? 0 : Number(parsed.searchParams.get('since_id'));
      const children = ids
        .filter((id) => id > since)
        .slice(0, 3)
        .map((id) => ({
          'wm-id': id,
          'wm-source': `https://bob.example/${id}`,
          'wm-target': 'https://alice.example/post',
        }));
      const body = new TextEncoder().encode(options.body ?? JSON.stringify({ type: 'feed', children }));
      const status = options.status?.(asked.length) ?? 200;
      return { ok: true, status, finalUrl: url, headers: [], body, truncated: false, chain: [url] };
    },
  };
  return { http, asked };
}

async function take(house: House, http: Http, url = LIST) {
  const counts = noCounts();
  const problem = await takeFromAddress(url, 'geheim', counts, { ...house.receiving, http, formats: FORMATS });
  return { taken: counts.taken.approved, problem };
}

it('is read page by page, and goes on where it was left', async () => {
  await using house = await openHouse();
  const first = place([1, 2, 5, 8], { status: (n) => (n === 2 ? 503 : 200) });
  expect(await take(house, first.http)).toEqual({
    taken: 3,
    problem: 'webmention.io answered 503 instead of mentions. Run it again to go on.',
  });
  const second = place([1, 2, 5, 8, 9]);
  expect(await take(house, second.http)).toEqual({ taken: 2, problem: undefined });
  expect(second.asked[0]?.searchParams.get('since_id')).toBe('5');
  expect(second.asked[0]?.searchParams.get('token')).toBe('geheim');
  expect(await house.store.imports.mark('https://webmention.io/api/mentions.jf2?domain=alice.example')).toBe('9');
  // A third run asks once, and changes nothing.
  const third = place([1, 2, 5, 8, 9]);
  expect(await take(house, third.http)).toEqual({ taken: 0, problem: undefined });
  expect(third.asked).toHaveLength(1);
});

it('one that never ends is left', async () => {
  await using house = await openHouse();
  const { http, asked } = place([1, 2, 3, 4], { ignoresSince: true });
  const { taken, problem } = await take(house, http);
  expect(taken).toBe(3);
  expect(problem).toMatch(/^webmention.io answers the same mentions again and again/);
  expect(asked).toHaveLength(2);
});

it('one that cannot be reached is told in sentences', async () => {
  await using house = await openHouse();
  const http: Http = {
    request: async () => ({ ok: false, kind: 'connect', reason: 'webmention.io refused the connection.' }),
  };
  const { problem } = await take(house, http);
  expect(problem).toBe(
    'webmention.io could not be asked: webmention.io refused the connection. Run it again to go on.',
  );
});

it.each([
  [401, '', /refused the token \(401\)/],
  [429, '', /left alone for a while/],
  [200, '<!doctype html><title>Log in</title>', /^line 1: it is a web page and no export/],
])('%s is told, and never the token', async (status, body, expected) => {
  await using house = await openHouse();
  const { http } = place([1], { status: () => status, body });
  const { problem } = await take(house, http);
  expect(problem).toMatch(expected);
  expect(problem).not.toContain('geheim');
});
