import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { INSIDE } from '../../../../test/attacks/lib/addresses.ts';
import { type HostileServer, page, redirect, startHostileServer } from '../../../../test/support/hostile-server.ts';
import { createDialer as realDialer } from '../../src/network/dialer.ts';
import { dialMap, fakeDns, get, network, PUBLIC, type TestNet, testNet } from './support/net.ts';

/** Refused from the text: neither DNS nor a connection. */
const BY_TEXT: readonly (readonly [why: string, url: string])[] = [
  ...Object.entries(INSIDE).flatMap(([row, hosts]) => hosts.map((host) => [`row ${row}`, `http://${host}/`] as const)),
  ['zone', 'http://[fe80::1%25eth0]/'],
  ...['256.256.256.256', '1.2.3.4.5', '4294967296', '08.8.8.8', '425.510.425.510'].map(
    (host) => ['no address', `http://${host}/`] as const,
  ),
  ['bare address', 'https://[2606:4700::1111]/'],
  ...[22, 25, 110, 6379, 9200, 11211, 5432, 2375, 8080, 81, 4443].map(
    (port) => ['port', `http://pub.test:${port}/`] as const,
  ),
  ['socket', 'http://unix:/var/run/docker.sock:/x'],
  ['scheme', 'ftp://pub.test/'],
  ['scheme', 'file:///etc/passwd'],
  ['missing slash', 'http:/127.0.0.1/'],
  ['user name', 'http://pub.test@127.0.0.1/'],
  ['backslash', 'http://127.0.0.1\\@pub.test/'],
];

/** Refused after DNS, by what the name leads to. */
const BY_ADDRESS: readonly (readonly [why: string, answers: readonly string[]])[] = [
  ['loopback', ['127.0.0.1']],
  ['metadata', ['169.254.169.254']],
  ['one bad of two', [PUBLIC, '::1']],
  ['one bad of two', [PUBLIC, '10.0.0.1']],
  ['link-local', ['fe80::1']],
  ['NAT64', ['64:ff9b::808:808']],
  ['IPv4 in IPv6', ['::ffff:8.8.8.8']],
  ['zone', ['fe80::1%lo']],
  ['ours', ['198.100.0.7']],
  ['too many', Array.from({ length: 17 }, (_, i) => `93.184.216.${i}`)],
  ['no address', ['not an address']],
];

const ENVIRONMENTS = [undefined, 'test', 'development', 'production'];

describe.each(ENVIRONMENTS)('with NODE_ENV %s', (environment) => {
  const before = process.env.NODE_ENV;
  let net: TestNet;
  beforeEach(() => {
    if (environment === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = environment;
  });
  afterEach(async () => {
    process.env.NODE_ENV = before;
    await net.close();
  });

  test.each(BY_TEXT)('SEC-02 SEC-09 WM-S14 %s: %s is refused unasked', async (_why, url) => {
    net = testNet({ resolver: fakeDns({ 'pub.test': [PUBLIC] }), dialer: dialMap({}) });
    const outcome = await net.http.request(get(url));
    expect(outcome).toMatchObject({ ok: false, kind: 'refused' });
    expect(net.events.filter(({ event }) => event !== 'refused')).toEqual([]);
  });

  test.each(BY_ADDRESS)(
    'SEC-01 SEC-09 WM-S14 %s: a name leading to %j is refused unconnected',
    async (_why, answers) => {
      net = testNet({ resolver: fakeDns({ 'in.test': answers }) });
      const outcome = await net.http.request(get('http://in.test/'));
      expect(outcome).toMatchObject({ ok: false, kind: 'refused', reason: expect.stringContaining('in.test') });
      expect(net.events.map(({ event }) => event)).toEqual(['dns', 'refused']);
    },
  );

  test('a redirect to loopback is refused', async () => {
    const server = await startHostileServer({ '/': redirect('http://127.0.0.1:1/') });
    net = testNet({ resolver: fakeDns({ 'pub.test': [PUBLIC] }), dialer: dialMap({ [`${PUBLIC}:80`]: server.port }) });
    expect(await net.http.request(get('http://pub.test/'))).toMatchObject({ ok: false, kind: 'refused' });
    expect(net.of('connect')).toEqual([{ event: 'connect', address: PUBLIC, port: 80 }]);
    await server.close();
  });
});

describe('what the operator opened', () => {
  let server: HostileServer;
  let net: TestNet;
  beforeEach(async () => {
    server = await startHostileServer(page('hello'));
  });
  afterEach(async () => {
    await net.close();
    await server.close();
  });
  const here = (host: string) => `http://${host}:${server.port}/`;
  const fetched = (host: string) => net.http.request(get(here(host)));

  test.each(['127.0.0.1', 'localhost', 'a.localhost', '127.1'])('127.0.0.0/8 opens every port of %s', async (host) => {
    net = testNet({ allow: [network('127.0.0.0/8')], dialer: realDialer() });
    expect(await fetched(host)).toMatchObject({ ok: true, status: 200 });
    expect(net.of('dns')).toEqual([]);
  });

  test('an entry with a port opens that port only', async () => {
    net = testNet({ allow: [network(`127.0.0.1:${server.port}`)], dialer: realDialer() });
    expect(await fetched('127.0.0.1')).toMatchObject({ ok: true });
    expect(await net.http.request(get('http://127.0.0.1/'))).toMatchObject({ ok: false, kind: 'refused' });
    expect(await net.http.request(get('http://localhost/'))).toMatchObject({ ok: false, kind: 'refused' });
  });

  test('a name may lead there, but to nowhere else on an unusual port', async () => {
    const resolver = fakeDns({ 'in.test': ['127.0.0.1'], 'pub.test': [PUBLIC], 'both.test': ['127.0.0.1', PUBLIC] });
    net = testNet({ allow: [network('127.0.0.0/8')], resolver, dialer: realDialer() });
    expect(await fetched('in.test')).toMatchObject({ ok: true });
    expect(await fetched('pub.test')).toMatchObject({ ok: false, kind: 'refused' });
    expect(await fetched('both.test')).toMatchObject({ ok: false, kind: 'refused' });
    expect(await fetched('[::ffff:127.0.0.1]')).toMatchObject({ ok: false, kind: 'refused' });
  });

  test('names of the hosts file count, local ones too, and DNS is not asked for them', async () => {
    const hosts = new Map([
      ['blog', ['127.0.0.1']],
      ['x.lan', ['10.0.0.1']],
      ['pub.test', ['127.0.0.1']],
    ]);
    net = testNet({ allow: [network('127.0.0.0/8')], hosts, dialer: realDialer() });
    expect(await fetched('blog')).toMatchObject({ ok: true });
    expect(await fetched('pub.test')).toMatchObject({ ok: true });
    expect(await fetched('x.lan')).toMatchObject({ ok: false, kind: 'refused' });
    expect(net.of('dns')).toEqual([]);
  });

  test('without an opened network the hosts file means nothing', async () => {
    net = testNet({
      hosts: new Map([
        ['pub.test', ['127.0.0.1']],
        ['blog', [PUBLIC]],
      ]),
      resolver: fakeDns({ 'pub.test': [PUBLIC] }),
    });
    expect(await net.http.request(get('http://blog/'))).toMatchObject({ ok: false, kind: 'refused' });
    await net.http.request(get('http://pub.test/'));
    expect(net.of('connect')).toEqual([{ event: 'connect', address: PUBLIC, port: 80 }]);
  });

  test('a local name that DNS knows must lie in the opened network', async () => {
    const resolver = fakeDns({ 'wiki.internal': ['127.0.0.1'], 'evil.internal': [PUBLIC] });
    net = testNet({ allow: [network('127.0.0.0/8')], resolver, dialer: realDialer() });
    expect(await fetched('wiki.internal')).toMatchObject({ ok: true });
    expect(await net.http.request(get('http://evil.internal/'))).toMatchObject({ ok: false, kind: 'refused' });
    expect(await net.http.request(get('http://unknown.internal/'))).toMatchObject({ ok: false, kind: 'refused' });
  });

  test.each(['127.0.0.1', 'localhost'])('an own host %s is exempt at its own port only', async (host) => {
    const own: [string, number][] = [];
    net = testNet({ isOwnHost: (name, port) => own.some(([n, p]) => n === name && p === port), dialer: realDialer() });
    expect(await fetched(host)).toMatchObject({ ok: false, kind: 'refused' });
    own.push([host, server.port]);
    expect(await fetched(host)).toMatchObject({ ok: true });
    expect(await net.http.request(get(`http://${host}/`))).toMatchObject({ ok: false, kind: 'refused' });
  });

  test('a configured port is open for public names only', async () => {
    const resolver = fakeDns({ 'pub.test': [PUBLIC], 'in.test': ['127.0.0.1'] });
    net = testNet({ ports: [8080], resolver, dialer: dialMap({ [`${PUBLIC}:8080`]: server.port }) });
    expect(await net.http.request(get('http://pub.test:8080/'))).toMatchObject({ ok: true });
    expect(await net.http.request(get('http://in.test:8080/'))).toMatchObject({ ok: false, kind: 'refused' });
  });
});
