import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PostgresServer, startPostgres, TLS_ONLY } from '../../../../../test/support/postgres/server.ts';
import type { Store } from '../../../src/ports/index.ts';
import { openPostgresStore } from '../../../src/storage/postgres/open.ts';
import { createCertificate } from '../../network/support/certificate.ts';
import { fakeClock } from '../contract/opened.ts';

describe('the way to a server', () => {
  const authority = createCertificate({});
  let [server, folder, url] = [{} as PostgresServer, '', ''];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hearback-tls-'));
    // The server is another user, and its socket lies here.
    await chmod(folder, 0o777);
    await writeFile(join(folder, 'ca.pem'), authority.cert);
    await writeFile(join(folder, 'other.pem'), createCertificate({}).cert);
    const tls = createCertificate({ dnsName: 'localhost', issuer: authority });
    server = await startPostgres({ tls, sockets: folder });
    await server.query(`CREATE ROLE ${TLS_ONLY} LOGIN SUPERUSER`);
    url = (await server.createDatabase()).replace(/\/\/[^@]*@127.0.0.1/, `//${TLS_ONLY}@localhost`);
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  const open = (address: string): Promise<Store> => openPostgresStore({ url: address, clock: fakeClock() });
  const lineOf = (address: string): Promise<string> =>
    open(address).then(
      () => 'it was opened',
      (error: Error) => error.message,
    );
  /** How many of its connections are encrypted, of how many. */
  const encrypted = async () => {
    const { rows } = await server.query(
      `SELECT count(*) FILTER (WHERE ssl) AS yes, count(*) AS all FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE usename = '${TLS_ONLY}'`,
    );
    return [Number(rows[0]?.yes), Number(rows[0]?.all)];
  };

  it.each([
    ['sslmode=require', 'localhost'],
    ['sslmode=require', '127.0.0.1'],
    ['sslmode=verify-ca&sslrootcert=CA', '127.0.0.1'],
    ['sslmode=verify-full&sslrootcert=CA', 'localhost'],
  ])('%s encrypts to %s', async (how, host) => {
    const address = `${url.replace('localhost', host)}?${how.replace('CA', join(folder, 'ca.pem'))}`;
    const store = await open(address);
    await store.check();
    const [yes, all] = await encrypted();
    expect([yes, all]).toEqual([all, yes]);
    expect(yes).toBeGreaterThan(0);
    await store.close();
  });

  it.each([
    ['', 'localhost', /no encryption; it wants TLS; write \?sslmode=verify-full/],
    [
      '?sslmode=verify-full',
      'localhost',
      /its certificate is not trusted; name the file of its issuer with sslrootcert/,
    ],
    ['?sslmode=verify-full&sslrootcert=OTHER', 'localhost', /its certificate is not trusted/],
    ['?sslmode=verify-full&sslrootcert=CA', '127.0.0.1', /its certificate is of another name; name the host as/],
  ])('refused with "%s" at %s, and says what to do', async (how, host, line) => {
    const query = how.replace('CA', join(folder, 'ca.pem')).replace('OTHER', join(folder, 'other.pem'));
    const said = await lineOf(url.replace('localhost', host) + query);
    expect(said).toMatch(line);
    expect(said).toMatch(/^postgres:\/\/tlsonly@[^\n?]*: [^\n]*\.$/);
  });

  it('a Unix socket is a folder and a port; where there is none it says so', async () => {
    const store = await open(`${url}?host=${folder}`);
    await store.check();
    expect(await encrypted()).toEqual([0, expect.any(Number)]);
    await store.close();
    expect(await lineOf(`${url}?host=${folder}/none`)).toMatch(
      /connect ENOENT .*; there is no socket of that name; start/,
    );
  });
});
