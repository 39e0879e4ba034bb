import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type HostileServer, page, redirect, startHostileServer } from '../../../../test/support/hostile-server.ts';
import { createCertificate } from './support/certificate.ts';
import { dialMap, fakeDns, get, PUBLIC, type TestNet, testNet } from './support/net.ts';

const authority = createCertificate({});
const known = getCACertificates('default');
beforeAll(() => setDefaultCACertificates([...known, authority.cert]));
afterAll(() => setDefaultCACertificates(known));

let server: HostileServer | undefined;
let net: TestNet | undefined;
afterEach(async () => {
  await net?.close();
  await server?.close();
});

async function open(tls: { key: string; cert: string } | undefined, act = page('hello'), limits = {}) {
  server = await startHostileServer(act, tls ? { tls } : {});
  const dialer = dialMap({ [`${PUBLIC}:443`]: server.port, [`${PUBLIC}:80`]: server.port });
  net = testNet({ resolver: fakeDns({ 'a.test': [PUBLIC] }), dialer, limits });
  return { server, net, ask: () => net?.http.request(get('https://a.test/')) };
}

test('a certificate for the name is trusted, and the connection is kept', async () => {
  const { net, server, ask } = await open(createCertificate({ dnsName: 'a.test', issuer: authority }));
  expect(await ask()).toMatchObject({ ok: true, status: 200 });
  expect(await ask()).toMatchObject({ ok: true });
  expect(server.connections()).toBe(1);
  await net.close();
  await expect.poll(() => net.of('close')[0]?.bytesIn).toBeGreaterThan(500);
});

test.each([
  ['self-signed', createCertificate({ dnsName: 'a.test' }), 'self-signed'],
  [
    'of an unknown authority',
    createCertificate({ dnsName: 'a.test', issuer: createCertificate({}) }),
    'unknown authority',
  ],
  ['expired', createCertificate({ dnsName: 'a.test', issuer: authority, notAfter: new Date('2021-01-01') }), 'expired'],
  ['for another name', createCertificate({ dnsName: 'b.test', issuer: authority }), 'another name'],
])('a certificate that is %s', async (_what, certificate, said) => {
  const { server, ask } = await open(certificate);
  expect(await ask()).toMatchObject({ ok: false, kind: 'tls', reason: expect.stringContaining(said) });
  expect(server.heard).toEqual([]);
});

test('the environment cannot switch verification off', async () => {
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  const { ask } = await open(createCertificate({ dnsName: 'a.test' }));
  expect(await ask()).toMatchObject({ ok: false, kind: 'tls' });
  delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
});

test('a handshake that is never finished ends at its own limit', async () => {
  const { net, ask } = await open(undefined, page('x'), { tlsMs: 50 });
  expect(await ask()).toMatchObject({ ok: false, kind: 'timeout' });
  await expect.poll(() => net.of('close')).toHaveLength(1);
});

test('plain HTTP where TLS should be', async () => {
  server = await startHostileServer(page('x'), {
    onConnection: (socket) => void socket.write('HTTP/1.1 200 OK\r\n\r\n'),
  });
  net = testNet({ resolver: fakeDns({ 'a.test': [PUBLIC] }), dialer: dialMap({ [`${PUBLIC}:443`]: server.port }) });
  expect(await net.http.request(get('https://a.test/'))).toMatchObject({ ok: false, kind: 'tls' });
});

test('https is not followed down to http', async () => {
  const { server, ask } = await open(
    createCertificate({ dnsName: 'a.test', issuer: authority }),
    redirect('http://a.test/x'),
  );
  expect(await ask()).toMatchObject({ ok: false, kind: 'redirects' });
  expect(server.heard).toHaveLength(1);
});
