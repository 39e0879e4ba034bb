import assert from 'node:assert/strict';
import { PUBLIC } from '../lib/addresses.ts';
import { type AttackCase, type Group, notApplicable, row } from '../lib/case.ts';
import { HERE, notify, REFUSED, SOURCE } from '../lib/names.ts';
import { bytesOf, form, notification, pingBody, xmlCall } from '../lib/requests.ts';
import type { Rig } from '../lib/rig.ts';
import { linking } from '../lib/verbs.ts';

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
