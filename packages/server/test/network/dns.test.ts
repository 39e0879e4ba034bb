import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type HostileServer, page, startHostileServer } from '../../../../test/support/hostile-server.ts';
import { createResolver } from '../../src/network/resolver.ts';
import { dialMap, fakeDns, get, PUBLIC, type TestNet, testNet } from './support/net.ts';

let server: HostileServer;
let net: TestNet;
beforeEach(async () => {
  server = await startHostileServer(page('hello'));
});
afterEach(async () => {
  await net.close();
  await server.close();
});
const dial = (address: string, port = 80) => dialMap({ [`${address}:${port}`]: server.port });

describe('names and sockets', () => {
  test('SEC-03 one lookup a connection, and what was judged is what is dialled', async () => {
    net = testNet({ resolver: fakeDns({ 'flip.test': [[PUBLIC], ['127.0.0.1']] }), dialer: dial(PUBLIC) });
    expect(await net.http.request(get('http://flip.test/'))).toMatchObject({ ok: true });
    expect(net.of('dns')).toHaveLength(1);
    expect(net.of('connect')).toEqual([{ event: 'connect', address: PUBLIC, port: 80 }]);
  });

  test('SEC-03 the next connection asks and judges anew', async () => {
    const resolver = fakeDns({ 'flip.test': [[PUBLIC], ['127.0.0.1']] });
    net = testNet({ resolver, dialer: dialMap({}) });
    expect(await net.http.request(get('http://flip.test/'))).toMatchObject({ ok: false, kind: 'connect' });
    expect(await net.http.request(get('http://flip.test/'))).toMatchObject({ ok: false, kind: 'refused' });
    expect(net.of('connect')).toHaveLength(1);
  });

  test('one connection at a time: IPv4 first, IPv6 when it fails, no third', async () => {
    const resolver = fakeDns({ 'two.test': ['2606:4700::1', '93.184.216.1', '93.184.216.2', '2606:4700::2'] });
    net = testNet({ resolver, dialer: dial('2606:4700::1') });
    expect(await net.http.request(get('http://two.test/'))).toMatchObject({ ok: true });
    expect(net.of('connect').map(({ address }) => address)).toEqual(['93.184.216.1', '2606:4700::1']);
  });

  test('SEC-03 a socket to another address is closed before a byte is written', async () => {
    net = testNet({
      resolver: fakeDns({ 'pub.test': [PUBLIC] }),
      dialer: dialMap({ [`${PUBLIC}:80`]: server.port }, '127.0.0.1'),
    });
    expect(await net.http.request(get('http://pub.test/'))).toMatchObject({ ok: false, kind: 'refused' });
    await expect
      .poll(() => net.of('close'))
      .toEqual([{ event: 'close', address: PUBLIC, port: 80, bytesIn: 0, bytesOut: 0 }]);
    expect(server.heard).toEqual([]);
  });

  test('DNS that never answers ends at its own limit', async () => {
    net = testNet({ resolver: fakeDns({ 'slow.test': 'hang' }), limits: { dnsMs: 40 } });
    const began = performance.now();
    expect(await net.http.request(get('http://slow.test/'))).toMatchObject({
      ok: false,
      kind: 'dns',
      reason: expect.stringContaining('slow.test'),
    });
    expect(performance.now() - began).toBeLessThan(1000);
  });

  test.each(['ENOTFOUND', 'ESERVFAIL', 'EREFUSED', 'ENODATA', 'ETIMEOUT'])(
    '%s is an outage of the name',
    async (code) => {
      net = testNet({ resolver: fakeDns({ 'odd.test': Object.assign(new Error(code), { code }) }) });
      expect(await net.http.request(get('http://odd.test/'))).toMatchObject({ ok: false, kind: 'dns' });
      expect(net.of('connect')).toEqual([]);
    },
  );

  test('no answers at all', async () => {
    net = testNet({ resolver: fakeDns({ 'empty.test': [] }) });
    expect(await net.http.request(get('http://empty.test/'))).toMatchObject({ ok: false, kind: 'dns' });
  });

  test('sixteen answers are fine', async () => {
    const resolver = fakeDns({ 'big.test': [PUBLIC, ...Array.from({ length: 15 }, (_, i) => `93.184.216.${i}`)] });
    net = testNet({ resolver, dialer: dial(PUBLIC) });
    expect(await net.http.request(get('http://big.test/'))).toMatchObject({ ok: true });
  });

  test('a trailing dot is no other name', async () => {
    net = testNet({ resolver: fakeDns({ 'pub.test': [PUBLIC] }), dialer: dial(PUBLIC) });
    expect(await net.http.request(get('http://pub.test./'))).toMatchObject({ ok: true });
    expect(net.of('dns')).toEqual([{ event: 'dns', name: 'pub.test' }]);
  });
});

describe('the real resolver', () => {
  test('is stopped by its signal', async () => {
    net = testNet({});
    const stop = new AbortController();
    const answer = createResolver().resolve('hearback.invalid', stop.signal);
    stop.abort();
    await expect(answer).rejects.toHaveProperty('code');
  });
});
