import assert from 'node:assert/strict';
import { PUBLIC, PUBLIC_6, publicAddress, SOME_INSIDE } from '../lib/addresses.ts';
import { type AttackCase, different, type Expectation, type Group, notApplicable, row } from '../lib/case.ts';
import type { Answer } from '../lib/dns.ts';
import type { Peer } from '../lib/peers.ts';
import { bytesOf, form, notification, pingBody, xmlCall } from '../lib/requests.ts';
import type { Rig } from '../lib/rig.ts';
import { linking } from '../lib/verbs.ts';

const SOURCE = 'http://source.test/';
const HERE = `${PUBLIC}:80`;
const PRIVATE = ['127.0.0.1'];

/** A source whose name means this, and what then has to be. */
function named(
  title: string,
  answer: Answer,
  expect: Expectation,
  dial: Record<string, Peer> = { [HERE]: linking },
): AttackCase {
  return {
    title,
    dns: { 'source.test': answer },
    dial,
    deed: { notify: { source: SOURCE } },
    expect: { reply: { means: 'accepted', sameAsControl: true }, rows: 1, asked: ['source.test'], ...expect },
  };
}

const REFUSED: Expectation = { link: 'unreachable', trace: /so it was not contacted/ };
const FAILED: Expectation = { link: 'unreachable' };

/** Notifies and lets a minute pass. */
async function notify(rig: Rig, source: string): Promise<void> {
  const { status } = await rig.send(bytesOf(notification('pingback', source)));
  assert.equal(status, 200);
  await rig.pass();
}

/** Milliseconds until the owner is in. */
async function logIn(rig: Rig): Promise<number> {
  const { password } = await rig.hearback.addOwner('alice');
  const began = performance.now();
  const call = form('/admin/login', [
    ['name', 'alice'],
    ['password', password],
  ]);
  const origin = { ...call.headers, 'sec-fetch-site': 'same-origin', host: 'hear.example' };
  const request = new Request('https://hear.example/admin/login', {
    method: 'POST',
    headers: origin,
    body: call.body as string,
  });
  const reply = await rig.hearback.fetch(request, { address: '127.0.0.1' });
  assert.equal(reply.status, 303, await reply.text());
  return performance.now() - began;
}

export const group: Group = {
  letter: 'D',
  title: 'DNS, sockets, proxies',
  rows: [
    row('78', 0, 'rebinding', [
      named('what was judged is dialled', [[PUBLIC], PRIVATE], { contacted: [HERE], link: 'live' }),
      named('private at first', [PRIVATE, [PUBLIC]], REFUSED),
    ]),
    row('79', 0, 'rebinding across tries', [
      {
        title: 'the second try asks and judges anew',
        alone: true,
        deed: {
          drill: async ({ rig }) => {
            rig.dns.names = { 'source.test': [[PUBLIC], PRIVATE] };
            await rig.dialMap.open({ [HERE]: 'closed' });
            await notify(rig, SOURCE);
            await rig.pass(20 * 60_000);
            assert.deepEqual(
              rig.of('dns').map(({ name }) => name),
              ['source.test', 'source.test'],
            );
            assert.equal(rig.of('connect').length, 1);
            assert.match(rig.of('refused').at(-1)?.reason ?? '', /127\.0\.0\.1/);
          },
        },
      },
    ]),
    row('81', 0, 'one public, one private address', [
      named('::1 beside it', [PUBLIC, '::1'], REFUSED),
      named('::1 before it', ['::1', PUBLIC], REFUSED),
      named('10.0.0.1 beside it', [PUBLIC, '10.0.0.1'], REFUSED),
      named(
        'the last of sixteen',
        [...Array.from({ length: 15 }, (_, at) => publicAddress(at)), '169.254.169.254'],
        REFUSED,
      ),
    ]),
    different(
      '82',
      1,
      'aliases',
      'the name server follows aliases; what counts is the addresses at the end, of whatever number of aliases',
      [
        named(
          'IPv6 only',
          [PUBLIC_6],
          { contacted: [`${PUBLIC_6}:80`], link: 'live' },
          { [`[${PUBLIC_6}]:80`]: linking },
        ),
        named('IPv4 only', [PUBLIC], { contacted: [HERE], link: 'live' }),
        named('an alias of something inside', ['192.168.1.1'], REFUSED),
      ],
    ),
    row('83', 0, 'literals pass no lookup', [
      ...SOME_INSIDE.map(
        (host): AttackCase => ({
          title: host,
          deed: { notify: { source: `http://${host}/x` } },
          expect: { reply: { means: 'accepted' }, asked: [] },
        }),
      ),
    ]),
    row('84', 0, 'several addresses at once', [
      named(
        'one after the other: IPv4, then IPv6, no third',
        [PUBLIC_6, PUBLIC, publicAddress(1), '2606:4700::2'],
        { contacted: [HERE, `${PUBLIC_6}:80`], link: 'live' },
        { [HERE]: 'closed', [`[${PUBLIC_6}]:80`]: linking },
      ),
      named(
        'the first hangs',
        [PUBLIC, PUBLIC_6],
        { contacted: [HERE, `${PUBLIC_6}:80`], link: 'live', withinMs: 9000 },
        {
          [HERE]: 'black hole',
          [`[${PUBLIC_6}]:80`]: linking,
        },
      ),
      named('a private one is not even tried last', [PUBLIC, 'fd00::1'], REFUSED, { [HERE]: 'closed' }),
    ]),
    row('85', 1, 'a socket that leads elsewhere', [
      {
        title: 'gets no byte',
        dns: { 'source.test': [PUBLIC] },
        dial: { [HERE]: { act: linking, elsewhere: '127.0.0.1' } },
        deed: {
          drill: async ({ rig, peers }) => {
            await notify(rig, SOURCE);
            assert.equal(peers[HERE]?.heard.length, 0);
            assert.deepEqual(
              rig.of('close').map(({ bytesOut }) => bytesOut),
              [0],
            );
          },
        },
        expect: { rows: 1, link: 'unreachable', trace: /another address/ },
      },
      named(
        'also when it is mapped',
        [PUBLIC],
        { contacted: [HERE], trace: /another address/ },
        { [HERE]: { act: linking, elsewhere: '::ffff:127.0.0.1' } },
      ),
    ]),
    notApplicable('89', 1, 'an egress proxy', 'there is no such setting'),
    row('D1', 0, 'proxies named by the environment', [
      {
        title: 'HTTP_PROXY and its like mean nothing',
        dns: { 'source.test': [PUBLIC] },
        dial: { [HERE]: linking },
        deed: {
          drill: async ({ rig, peers }) => {
            const names = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'ALL_PROXY', 'NODE_USE_ENV_PROXY'];
            for (const name of names) process.env[name] = 'http://127.0.0.1:9/';
            await notify(rig, SOURCE);
            for (const name of names) delete process.env[name];
            assert.equal(peers[HERE]?.heard.length, 1);
          },
        },
        expect: { rows: 1, link: 'live' },
      },
    ]),
    row('90', 0, 'slow DNS', [
      named('never answers', 'hang', { ...FAILED, withinMs: 4000, trace: /in time/ }),
      named(
        'answers after 20 s',
        { slow: 20_000, addresses: [PUBLIC] },
        { ...FAILED, withinMs: 4000, trace: /in time/ },
      ),
      {
        title: 'others go on meanwhile',
        dns: { '*.hang.test': 'hang', 'source.test': [PUBLIC] },
        dial: { [HERE]: linking },
        deed: {
          drill: async ({ rig, figure }) => {
            const began = performance.now();
            for (const at of Array(8).keys())
              await rig.send(bytesOf(notification('pingback', `http://s${at}.hang.test/`)));
            await rig.send(bytesOf(notification('pingback', SOURCE)));
            const live = async () =>
              (await rig.mentions()).some(({ link, source }) => link === 'live' && source === SOURCE);
            while (!(await live())) {
              await new Promise(setImmediate);
              assert.ok(
                performance.now() - began < rig.limits.dnsMs * 8,
                'the honest one waits for the dead name servers',
              );
              rig.advance(10);
            }
            figure(`verified after ${Math.round(performance.now() - began)} ms`);
          },
        },
        expect: { rows: 9 },
      },
    ]),
    row('91', 1, 'a pool of threads that waits', [
      {
        title: 'eight hung names, and the owner logs in',
        config: { publicUrl: 'https://hear.example' },
        dns: {
          '*.hang.test': 'hang',
          ...Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`hang${at}.test`, 'hang' as const])),
        },
        alone: true,
        deed: {
          drill: async ({ rig, figure }) => {
            for (const at of Array(8).keys())
              await rig.send(bytesOf(notification('pingback', `http://hang${at}.test/`)));
            const ms = await logIn(rig);
            figure(`${Math.round(ms)} ms`);
            assert.ok(ms < 1000, `logging in took ${ms} ms`);
          },
        },
        expect: { rows: 8, lagMs: 300 },
      },
    ]),
    row('92', 2, 'odd DNS', [
      named(
        '1,000 answers',
        Array.from({ length: 1000 }, (_, at) => `93.184.${at >> 8}.${at & 255}`),
        { ...REFUSED, trace: /more than 16/ },
      ),
      named(
        '17 answers',
        Array.from({ length: 17 }, (_, at) => publicAddress(at)),
        { ...REFUSED, trace: /more than 16/ },
      ),
      named('16 answers', [PUBLIC, ...Array.from({ length: 15 }, (_, at) => publicAddress(at))], {
        contacted: [HERE],
        link: 'live',
      }),
      ...['ENOTFOUND', 'ESERVFAIL', 'EREFUSED', 'ENODATA', 'ETIMEOUT', 'EBADRESP'].map((code) =>
        named(code, { code }, FAILED),
      ),
      named('none', [], FAILED),
      named('no address', ['v=spf1 -all'], REFUSED),
      named('a name', ['canary.test'], REFUSED),
    ]),
    row('93', 1, 'hosts file and search domains', [
      ...['localhost.localdomain', 'ip6-loopback', 'broadcasthost', 'intranet', 'wpad'].map(
        (host): AttackCase => ({
          title: host,
          deed: { notify: { source: `http://${host}/` } },
          expect: { reply: { means: 'accepted' }, asked: [] },
        }),
      ),
    ]),
    row('96', 0, 'ports', [
      ...[22, 25, 110, 6379, 9200, 11211, 5432, 2375, 8080, 81, 4443, 1, 65535].map(
        (port): AttackCase => ({
          title: `${port}`,
          dns: { 'source.test': [PUBLIC] },
          deed: { notify: { source: `http://source.test:${port}/` } },
          expect: { reply: { means: 'accepted', sameAsControl: true }, asked: [], refused: /port/ },
        }),
      ),
      {
        title: 'one that the operator opened',
        config: { allowPort: [8080] },
        dns: { 'source.test': [PUBLIC] },
        dial: { [`${PUBLIC}:8080`]: linking },
        deed: { notify: { source: 'http://source.test:8080/' } },
        expect: { rows: 1, contacted: [`${PUBLIC}:8080`], link: 'live' },
      },
      {
        title: 'which opens it nowhere inside',
        config: { allowPort: [8080] },
        dns: { 'source.test': ['10.0.0.1'] },
        deed: { notify: { source: 'http://source.test:8080/' } },
        expect: { rows: 1, ...REFUSED },
      },
    ]),
    row('97', 1, 'Unix sockets', [
      ...['http://unix:/var/run/docker.sock:/x', 'unix:///var/run/docker.sock', 'http+unix://%2fvar%2frun%2fx/'].map(
        (source): AttackCase => ({
          title: source,
          deed: { call: xmlCall(pingBody(source)) },
          expect: { reply: { status: 200, lacks: ['docker'] }, asked: [] },
        }),
      ),
    ]),
    row('D2', 0, 'a network that the operator opened', [
      {
        title: 'is open at the port that he named, and nowhere else',
        config: { allowNetwork: ['10.1.0.0/16:8080'] },
        deed: {
          drill: async ({ rig }) => {
            rig.dns.names = { 'in.test': ['10.1.2.3'], 'other.test': ['10.2.0.1'] };
            await rig.dialMap.open({ '10.1.2.3:8080': linking });
            for (const source of [
              'http://in.test:8080/',
              'http://in.test/',
              'http://other.test:8080/',
              'http://10.1.2.3/',
              'http://[::ffff:a01:203]:8080/',
            ])
              await notify(rig, source);
            assert.deepEqual(
              rig.of('connect').map(({ address, port }) => `${address}:${port}`),
              ['10.1.2.3:8080'],
            );
          },
        },
        // The sentences of the start say loudly what is open.
        expect: {},
      },
    ]),
  ],
};
