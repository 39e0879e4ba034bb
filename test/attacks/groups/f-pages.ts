import assert from 'node:assert/strict';
import { PUBLIC, publicAddress } from '../lib/addresses.ts';
import { type AttackCase, type Expectation, type Group, row } from '../lib/case.ts';
import { HERE, HOUR, pour, RICH, requestsTo } from '../lib/floods.ts';
import type { Peer } from '../lib/peers.ts';
import { TARGET, WAYS, type Way } from '../lib/requests.ts';
import { bomb, flood, LINK, linking, OK, page, prepareBomb, reply } from '../lib/verbs.ts';

const POSTS = Array.from({ length: 500 }, (_, at) => `http://alice.example/post/${at}`);

/** One source behind which something is that costs; a single request that ends early. */
function costly(title: string, peer: Peer, expect: Expectation, prepare?: () => Promise<void>): AttackCase {
  return {
    title,
    dns: { 'source.test': [PUBLIC] },
    dial: { [HERE]: peer },
    ...(prepare && { prepare }),
    deed: { notify: { source: 'http://source.test/' } },
    expect: { rows: 1, contacted: [HERE], requests: ['GET http://source.test/'], ...expect },
  };
}

const MANY_LINKS = `${Array.from({ length: 10_000 }, (_, at) => `<a href="https://t.co/${at}">x</a>`).join('')}${LINK}`;

export const group: Group = {
  letter: 'F',
  title: 'reflection, amplification, floods',
  rows: [
    row('114', 0, 'one source, many targets', [
      {
        title: '500 posts',
        dns: { 'source.test': [PUBLIC] },
        dial: { [HERE]: page(POSTS.map((url) => `<a href="${url}">x</a>`).join('')) },
        deed: {
          drill: async (drill) => {
            await pour(drill, 500, (at) => ({ source: 'http://source.test/', target: POSTS[at] ?? TARGET }));
            await drill.rig.pass(10 * 60_000);
            const seen = requestsTo(drill, 'source.test');
            drill.figure(`${seen} requests in ten minutes`);
            assert.ok(seen <= 1, `${seen} requests`);
          },
        },
        expect: { lagMs: 250 },
      },
    ]),
    row('115', 0, 'a big object', [
      costly('without end', flood(`${OK}\r\n`, Buffer.alloc(64 * 1024, 'x')), {
        bytesIn: 1024 ** 2 + 512 * 1024,
        link: 'absent',
        rssMb: 32,
      }),
      costly('by its own word', flood(`${OK}Content-Length: 10737418240\r\n\r\n`, Buffer.alloc(64 * 1024, 'x')), {
        bytesIn: 1024 ** 2 + 512 * 1024,
        rssMb: 32,
      }),
      costly(
        'packed',
        bomb('gzip', 64 * 1024 ** 2),
        { bytesIn: 256 * 1024, rssMb: 32, link: 'unreachable' },
        prepareBomb('gzip', 64 * 1024 ** 2),
      ),
    ]),
    row('116', 0, 'retries', [
      ...(
        [
          ['500', reply('500 Oops', [])],
          ['503 with Retry-After', reply('503 Busy', ['Retry-After: 7200'])],
          ['429', reply('429 Slow down', ['Retry-After: 60'])],
          ['closed', 'closed'],
        ] as const
      ).map(
        ([title, peer]): AttackCase => ({
          title,
          dns: { 'source.test': [PUBLIC] },
          dial: { [HERE]: peer },
          deed: {
            drill: async (drill) => {
              await pour(drill, 1, () => ({ source: 'http://source.test/' }));
              const began = drill.rig.now();
              await drill.rig.pass(48 * HOUR);
              const tries = Math.max(drill.rig.of('connect').length, drill.rig.of('request').length);
              drill.figure(`${tries} tries in ${((drill.rig.now() - began) / HOUR).toFixed(1)} h`);
              assert.ok(tries >= 2 && tries <= 3, `${tries} tries`);
            },
          },
          expect: { rows: 1, link: 'unreachable' },
        }),
      ),
    ]),
    row('118', 0, 'secondary fetches', [
      {
        title: 'author, photo, canonical, feeds, endpoints: none',
        ways: WAYS,
        dns: { 'source.test': [PUBLIC], 'canary.test': [publicAddress(1)] },
        dial: { [HERE]: page(RICH), [`${publicAddress(1)}:80`]: page('x') },
        deed: { notify: { source: 'http://source.test/' } },
        expect: { rows: 1, contacted: [HERE], asked: ['source.test'], link: 'live' },
      },
    ]),
    row('119', 0, 'links without number', [
      costly('10,000 to a shortener', page(MANY_LINKS), { asked: ['source.test'], link: 'live' }),
    ]),
    row('124', 0, 'the same pair, again and again', [
      {
        title: '1,000 times, 50 at once',
        ways: WAYS,
        dns: { 'source.test': [PUBLIC] },
        dial: { [HERE]: linking },
        deed: {
          drill: async (drill) => {
            const statuses = await pour(drill, 1000, () => ({ source: 'http://source.test/' }));
            const fine: Record<Way, number> = { pingback: 200, webmention: 201, trackback: 200 };
            assert.deepEqual(statuses, { [fine[drill.way]]: 1000 });
            await drill.rig.pass();
            assert.ok(requestsTo(drill, 'source.test') <= 1, `${requestsTo(drill, 'source.test')} requests`);
          },
        },
        expect: { rows: 1, link: 'live', lagMs: 250 },
      },
    ]),
    row('125', 1, 'nearly the same pair', [
      {
        title: 'ten spellings are one',
        dns: { 'source.test': [PUBLIC] },
        dial: { [HERE]: linking },
        deed: {
          drill: async (drill) => {
            const spellings = [
              'http://source.test/a',
              'http://source.test/a#x',
              'http://source.test:80/a',
              'http://SOURCE.test/a',
              'http://source.test/%61',
              'http://source.test./a',
              'http://source.test/x/../a',
              'http://source.test/./a',
            ];
            await pour(drill, spellings.length, (at) => ({ source: spellings[at] ?? '' }));
            await pour(drill, 3, (at) => ({
              source: 'http://source.test/a',
              target: [`${TARGET}#x`, 'http://ALICE.example/post', 'https://alice.example/post'][at] ?? TARGET,
            }));
          },
        },
        expect: { rows: 1 },
      },
    ]),
  ],
};
