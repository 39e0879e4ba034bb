import assert from 'node:assert/strict';
import { PUBLIC, publicAddress } from '../lib/addresses.ts';
import { type AttackCase, type Group, notApplicable, row } from '../lib/case.ts';
import { HERE, HOUR, pour, RICH, requestsTo } from '../lib/floods.ts';
import type { Peer } from '../lib/peers.ts';
import { bytesOf, notification, WAYS } from '../lib/requests.ts';
import { LINK, linking, OK, page, raw, redirect, reply } from '../lib/verbs.ts';

/** Forged pings against one victim, then an hour of simulated time. */
function reflection(
  title: string,
  of: (at: number) => string,
  most: number,
  dns: Record<string, readonly string[]>,
  dial: Record<string, Peer>,
): AttackCase {
  return {
    title,
    dns,
    dial,
    deed: {
      drill: async (drill) => {
        const { rig, figure } = drill;
        await pour(drill, 1000, (at) => ({ source: of(at) }));
        await rig.pass(HOUR);
        const seen = rig.of('request').length;
        figure(`1,000 forged pings: ${seen} requests in the hour, at most ${rig.dialMap.most(PUBLIC)} at once`);
        assert.ok(seen <= most, `the victim saw ${seen} requests`);
        assert.ok(rig.dialMap.most(PUBLIC) <= 1, `${rig.dialMap.most(PUBLIC)} at once`);
      },
    },
    expect: { lagMs: 250 },
  };
}

/** Ends the connection behind the page, so that what is open at once is what is asked at once. */
const closing = raw(`${OK}\r\n${LINK}`);

const random = (at: number) => `${at}${Math.random().toString(36).slice(2)}`;

/** The same by the clock on the wall, for one minute of it. */
const REAL_MINUTE: AttackCase = {
  title: 'in a real minute',
  full: true,
  dns: { 'victim.test': [PUBLIC] },
  dial: { [HERE]: closing },
  deed: {
    drill: async (drill) => {
      const began = performance.now();
      await pour(drill, 1000, (at) => ({ source: `http://victim.test/?${random(at)}=${random(at)}` }));
      const poured = performance.now() - began;
      await new Promise((resolve) => setTimeout(resolve, 60_000 - poured));
      const seen = drill.peers[HERE]?.heard.length ?? 0;
      drill.figure(`1,000 forged pings in ${(poured / 1000).toFixed(1)} s: ${seen} requests in the minute`);
      assert.ok(seen >= 1 && seen <= 20, `the victim saw ${seen} requests`);
    },
  },
  expect: { lagMs: 250 },
};

export const group: Group = {
  letter: 'F',
  title: 'reflection, amplification, floods',
  rows: [
    row('111', 0, 'classic reflection', [
      reflection(
        'random queries',
        (at) => `http://victim.test/?${random(at)}=${random(at)}`,
        20,
        { 'victim.test': [PUBLIC] },
        { [HERE]: closing },
      ),
      reflection(
        'the victim fails',
        (at) => `http://victim.test/${random(at)}`,
        20,
        { 'victim.test': [PUBLIC] },
        { [HERE]: reply('503 Busy', ['Connection: close']) },
      ),
      REAL_MINUTE,
    ]),
    row('112', 0, 'subdomains', [
      reflection(
        'a thousand',
        (at) => `http://a${at}.victim.test/`,
        20,
        { '*.victim.test': [PUBLIC] },
        { [HERE]: closing },
      ),
    ]),
    row('113', 0, 'many names, one address', [
      reflection(
        'a thousand domains',
        (at) => `http://v${at}.test/`,
        20,
        Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`v${at}.test`, [PUBLIC]])),
        { [HERE]: closing },
      ),
      reflection(
        'and its neighbours',
        (at) => `http://v${at}.test/`,
        20,
        Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`v${at}.test`, [`93.184.216.${1 + (at % 250)}`]])),
        Object.fromEntries(
          Array.from({ length: 250 }, (_, at) => [`93.184.216.${1 + at}:80`, raw(`${OK}\r\n${LINK}`)]),
        ),
      ),
    ]),
    row('120', 0, 'a client that says it is another', [
      {
        title: 'the trace and the limits know the peer',
        alone: true,
        deed: {
          drill: async ({ rig }) => {
            const names = [
              'X-Forwarded-For',
              'X-Real-IP',
              'Forwarded',
              'CF-Connecting-IP',
              'True-Client-IP',
              'X-Pingback-Forwarded-For',
            ];
            const said = Object.fromEntries(
              names.map((name) => [name, name === 'Forwarded' ? 'for=8.8.8.8' : '8.8.8.8']),
            );
            const replies = [];
            for (const at of Array(60).keys()) {
              const call = notification('pingback', `http://s${at}.test/`);
              const headers = { ...call.headers, ...said, 'X-Forwarded-For': `8.8.${at}.8` };
              replies.push(await rig.send(bytesOf({ ...call, headers }), { from: '127.0.0.9' }));
            }
            const limited = replies.filter(({ status }) => status === 429);
            assert.ok(limited.length > 0, 'sixty at once from one peer, and none was told to wait');
            assert.match(limited[0]?.head ?? '', /retry-after: \d+/i);
          },
        },
      },
    ]),
    row('130', 1, 'the victim can see who asks', [
      {
        title: 'name, version, address to complain at, and why',
        dns: { 'source.test': [PUBLIC] },
        dial: { [HERE]: linking },
        deed: {
          drill: async (drill) => {
            await pour(drill, 1, () => ({ source: 'http://source.test/xyzzy' }));
            await drill.rig.pass();
            const agent = drill.peers[HERE]?.heard[0]?.lines.find((line) => /^user-agent:/i.test(line)) ?? '';
            assert.match(
              agent,
              /^user-agent: Hearback\/\d\S* \(\+https?:\/\/\S+; verifying linkbacks[^)]*Webmention[^)]*\)$/i,
            );
            assert.ok(!agent.includes('xyzzy'));
          },
        },
        expect: { rows: 1, link: 'live' },
      },
    ]),
    row('133', 1, 'visitors of a page as a botnet', [
      {
        title: 'no cookie is looked at, and none is set',
        ways: WAYS,
        deed: {
          drill: async ({ rig, way }) => {
            const call = notification(way, 'http://botnet.test/');
            const plain = await rig.send(bytesOf(call));
            const headers = {
              ...call.headers,
              Origin: 'http://evil.test',
              Cookie: '__Host-hearback=x; hearback=x',
              'Sec-Fetch-Site': 'cross-site',
              'Sec-Fetch-Mode': 'no-cors',
            };
            const other = await rig.send(bytesOf({ ...call, headers }));
            assert.equal(other.status, plain.status);
            assert.ok(!/set-cookie|access-control-allow-credentials/i.test(other.head));
          },
        },
      },
    ]),
    row('134', 1, 'ping loops', [
      {
        title: 'hearing never makes us tell',
        dns: { 'source.test': [PUBLIC] },
        dial: { [HERE]: page(RICH.replaceAll('canary', 'source')) },
        deed: {
          drill: async (drill) => {
            await pour(drill, 1, () => ({ source: 'http://source.test/' }));
            await drill.rig.pass(2 * HOUR);
            const told = drill.rig.of('request').filter(({ method }) => method !== 'GET');
            assert.deepEqual(told, []);
          },
        },
        expect: { rows: 1, link: 'live' },
      },
    ]),
    row('129', 0, 'a stampede of a fleet', [
      {
        title: 'the first look is put off at random, ten seconds at most',
        dns: { 'source.test': [PUBLIC] },
        dial: { [HERE]: linking },
        deed: {
          drill: async (drill) => {
            const { rig } = drill;
            rig.chance(0.75);
            await pour(drill, 1, () => ({ source: 'http://source.test/' }));
            rig.advance(7000);
            await rig.settle();
            assert.equal(rig.of('request').length, 0);
            rig.advance(3000);
            await rig.settle();
            assert.equal(rig.of('request').length, 1);
          },
        },
        expect: { rows: 1, link: 'live' },
      },
    ]),
    row('131', 1, 'victims that opt out', [
      ...(
        [
          ['by name', ['victim.test'], 'http://www.victim.test/'],
          ['by address', [`${PUBLIC}/24`], 'http://victim.test/'],
          ['behind a redirect', ['victim.test'], 'http://other.test/'],
        ] as const
      ).map(
        ([title, neverFetch, source]): AttackCase => ({
          title,
          ways: WAYS,
          config: { neverFetch },
          dns: { '*.victim.test': [PUBLIC], 'victim.test': [PUBLIC], 'other.test': [publicAddress(1)] },
          dial: { [HERE]: linking, [`${publicAddress(1)}:80`]: redirect('http://victim.test/') },
          deed: {
            drill: async (drill) => {
              const { rig, way } = drill;
              const replies = [];
              for (const from of [source, 'http://nobody.test/'])
                replies.push(await rig.send(bytesOf(notification(way, from))));
              assert.equal(replies[0]?.status, replies[1]?.status);
              await rig.pass(HOUR);
              assert.equal(requestsTo(drill, 'victim.test'), 0);
            },
          },
        }),
      ),
    ]),
    notApplicable('132', 1, 'sender authorisation in DNS', 'an optional draft with hardly any deployment; not offered'),
  ],
};
