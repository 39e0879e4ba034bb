import type { HttpFailure, HttpReply } from '@hearback/protocol';
import { expect, test } from 'vitest';
import { createSharedPages } from '../../src/limits/shared-pages.ts';
import { get } from './victim-world.ts';

const GAP = 600_000;

function open(answer: (url: string) => HttpReply | HttpFailure) {
  const time = { now: 0 };
  const asked: string[] = [];
  const share = createSharedPages(GAP, { ms: () => time.now });
  const http = share({
    async request({ url }) {
      asked.push(url);
      return answer(url);
    },
  });
  return { time, asked, http };
}

const reply = (bytes: number): HttpReply => ({
  ok: true,
  status: 200,
  finalUrl: 'http://a.test/',
  headers: [],
  body: new Uint8Array(bytes),
  truncated: false,
  chain: [],
});

test('five hundred targets of one source cause one request in ten minutes, and hear how old it is', async () => {
  const { time, asked, http } = open(() => reply(100));
  expect(await http.request(get('http://a.test/'))).toEqual(reply(100));
  for (let n = 1; n < 500; n += 1) {
    time.now += 1_000;
    expect(await http.request(get('http://a.test/'))).toMatchObject({ status: 200, ageMs: n * 1_000 });
  }
  expect(asked).toHaveLength(1);
  time.now = GAP;
  expect(await http.request(get('http://a.test/'))).not.toHaveProperty('ageMs');
  expect(asked).toHaveLength(2);
});

test('a failure is shared like a page, and having to wait is not', async () => {
  const { asked, http } = open((url) => ({
    ok: false,
    kind: url.includes('busy') ? 'waiting' : 'timeout',
    reason: 'It did not answer.',
  }));
  for (const name of ['down', 'down', 'busy', 'busy']) await http.request(get(`http://${name}.test/`));
  expect(asked).toEqual(['http://down.test/', 'http://busy.test/', 'http://busy.test/']);
});

test('what is kept has a limit in bytes and in pages, and the oldest goes first', async () => {
  const { asked, http } = open((url) => reply(url.includes('big') ? 2 ** 20 : 1));
  for (let n = 0; n < 9; n += 1) await http.request(get(`http://big${n}.test/`));
  await http.request(get('http://big8.test/'));
  expect(asked).toHaveLength(9);
  await http.request(get('http://big0.test/'));
  expect(asked).toHaveLength(10);
  for (let n = 0; n < 600; n += 1) await http.request(get(`http://small${n}.test/`));
  await http.request(get('http://small599.test/'));
  expect(asked).toHaveLength(610);
  await http.request(get('http://small0.test/'));
  expect(asked).toHaveLength(611);
});
