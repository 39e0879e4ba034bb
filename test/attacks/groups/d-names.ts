import assert from 'node:assert/strict';
import { PUBLIC, PUBLIC_6, publicAddress, SOME_INSIDE } from '../lib/addresses.ts';
import { type AttackCase, different, type Expectation, type Group, row } from '../lib/case.ts';
import { HERE, named, notify, REFUSED, SOURCE } from '../lib/names.ts';
import { bytesOf, notification } from '../lib/requests.ts';
import { linking } from '../lib/verbs.ts';

const PRIVATE = ['127.0.0.1'];

const FAILED: Expectation = { link: 'unreachable' };

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
  ],
};
