import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ask, GUARDED } from '../../../../../test/support/postgres/server.ts';
import { freshDatabase } from '../../../../../test/support/postgres/shared.ts';
import { messageOf } from '../../../src/errors.ts';
import type { Store } from '../../../src/ports/index.ts';
import { MIGRATIONS, type Migration } from '../../../src/storage/migrations/index.ts';
import { driverAddress, printableAddress } from '../../../src/storage/postgres/address.ts';
import { explain } from '../../../src/storage/postgres/failure.ts';
import { openPostgresStore } from '../../../src/storage/postgres/open.ts';
import { requireVersion } from '../../../src/storage/postgres/server.ts';
import { fakeClock } from '../contract/opened.ts';
import { newMention } from '../contract/samples.ts';

const opened: Store[] = [];
afterEach(() => Promise.all(opened.splice(0).map((store) => store.close())));

async function open(url: string, migrations?: readonly Migration[], mustExist = false): Promise<Store> {
  const store = await openPostgresStore({ url, clock: fakeClock(), mustExist, ...(migrations && { migrations }) });
  opened.push(store);
  return store;
}

/** The one line of what is thrown. */
async function lineOf(doing: Promise<unknown>): Promise<string> {
  const error = await doing.then(
    () => new Error('nothing was thrown'),
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ name: 'HearbackError', code: 'storage' });
  expect((error as Error).message).not.toMatch(/\n|s3cret/);
  return (error as Error).message;
}

const as = (url: string, user: string) => url.replace(/\/\/[^@]*@/, `//${user}@`);

describe('what keeps a database from being used is said in one line', () => {
  it('nobody listens, and a host that is none', async () => {
    expect(await lineOf(open('postgres://ann:s3cret@127.0.0.1:1/blog'))).toBe(
      'postgres://ann@127.0.0.1:1/blog: connect ECONNREFUSED 127.0.0.1:1; nothing listens there; start PostgreSQL, or correct host and port in --database.',
    );
    expect(await lineOf(open('postgres://ann:s3cret@no-such-host.invalid/blog'))).toMatch(
      /host of that name|looked up/,
    );
  });

  it('the password is wrong, or there is none', async () => {
    const url = await freshDatabase();
    await ask(url, `DROP ROLE IF EXISTS ${GUARDED}`);
    await ask(url, `CREATE ROLE ${GUARDED} LOGIN PASSWORD 'right'`);
    expect(await lineOf(open(as(url, `${GUARDED}:s3cret`)))).toMatch(
      /^postgres:\/\/guarded@.*the password is wrong; correct/,
    );
    expect(await lineOf(open(as(url, GUARDED)))).toMatch(/it wants a password/);
    await ask(url, `DROP ROLE ${GUARDED}`);
  });

  it('the user or the database is missing', async () => {
    const url = await freshDatabase();
    expect(await lineOf(open(as(url, 'nobody:s3cret')))).toMatch(
      /role "nobody" does not exist; the server does not let/,
    );
    expect(await lineOf(open(`${url}x`))).toMatch(/the database is missing; create it with "createdb"/);
  });

  it('the user lacks a right', async () => {
    const url = await freshDatabase();
    await ask(url, 'REVOKE CREATE ON SCHEMA public FROM PUBLIC');
    await ask(url, `CREATE ROLE reader LOGIN`);
    expect(await lineOf(open(as(url, 'reader')))).toMatch(
      /permission denied for schema public; the user lacks a right; .*CREATE on the schema/,
    );
    await open(url);
    expect(await lineOf(open(as(url, 'reader')))).toMatch(
      /permission denied for table schemaVersion; .*SELECT, INSERT/,
    );
    const grants = 'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO reader';
    await ask(url, grants);
    expect(await lineOf(open(as(url, 'reader')))).toMatch(
      /the user may not use \w+, \w+, \w+ and \d+ more; .*USAGE on all sequences/,
    );
    await ask(url, 'GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO reader');
    const reader = await open(as(url, 'reader'));
    await reader.check();
    await ask(url, 'REVOKE DELETE ON "mentionText" FROM reader');
    expect(await lineOf(reader.check())).toMatch(/the user may not use mentionText; .*after each upgrade again/);
    expect(await lineOf(open(as(url, 'reader')))).toMatch(/the user may not use mentionText; /);
    await ask(url, grants);
    await ask(url, 'REVOKE USAGE ON SCHEMA public FROM PUBLIC');
    expect(await lineOf(open(as(url, 'reader')))).toMatch(/no schema has been selected.*grant it USAGE and CREATE/);
    await ask(url, 'GRANT USAGE ON SCHEMA public TO PUBLIC');
    await ask(url, 'ALTER ROLE reader SET default_transaction_read_only = on');
    const onlyReads = await open(as(url, 'reader'));
    expect(await lineOf(onlyReads.check())).toMatch(/this user only reads; .*default_transaction_read_only/);
    await Promise.all(opened.splice(0).map((store) => store.close()));
    await ask(url, 'DROP OWNED BY reader; DROP ROLE reader');
  });

  it('the server is too old, or the encoding has not all letters', async () => {
    expect(() => requireVersion(130_022, 'x')).toThrow('x: this is PostgreSQL 13; Hearback needs 14 or later.');
    requireVersion(140_000, 'x');
    const url = `${await freshDatabase()}_ascii`;
    const name = url.slice(url.lastIndexOf('/') + 1);
    await ask(url.slice(0, -'_ascii'.length), `CREATE DATABASE "${name}" ENCODING SQL_ASCII TEMPLATE template0`);
    expect(await lineOf(open(url))).toMatch(/encoding SQL_ASCII.*createdb --encoding UTF8/);
  });

  it('the server is starting up', async () => {
    const reply = Buffer.from('SFATAL\0C57P03\0Mthe database system is starting up\0\0');
    const head = Buffer.alloc(5);
    head.write('E');
    head.writeInt32BE(reply.length + 4, 1);
    const server = createServer((socket) =>
      socket.on('error', () => undefined).once('data', () => socket.end(Buffer.concat([head, reply]))),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    expect(await lineOf(open(`postgres://ann:s3cret@127.0.0.1:${port}/blog`))).toMatch(
      /starting up; .*tried again with the next request/,
    );
    server.close();
  });

  it('it is no address, a file that it names is missing, or something else listens there', async () => {
    expect(await lineOf(open('postgres://ann:s3cret@127.0.0.1:99999/blog'))).toBe(
      'postgres://…: Invalid URL; it is no address; correct its port, and write the characters / ? # @ % of a password as %2F %3F %23 %40 %25.',
    );
    expect(await lineOf(open('postgres://ann:s3cret/s3cret#s3cret@127.0.0.1/blog'))).toMatch(
      /^postgres:\/\/…: Invalid URL/,
    );
    expect(await lineOf(open('postgres://127.0.0.1/blog?sslmode=verify-full&sslrootcert=/nowhere/ca.pem'))).toMatch(
      /open '\/nowhere\/ca.pem'; that file is not there; correct sslrootcert/,
    );
    const server = createServer((socket) =>
      socket.on('error', () => undefined).end('HTTP/1.1 400 Bad Request\r\n\r\n'),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    expect(await lineOf(open(`postgres://ann:s3cret@127.0.0.1:${port}/blog`))).toMatch(
      /what answers there is no PostgreSQL, or it wants nobody/,
    );
    server.close();
  });

  it('a pooler gives each transaction another connection', () => {
    const error = Object.assign(new Error('prepared statement "hearback_0" already exists'), { code: '42P05' });
    expect(messageOf(explain(error, 'postgres://db/blog'))).toMatch(
      /^postgres:\/\/db\/blog: prepared .* exists; a pooler .* pool_mode to session, or name the server itself/,
    );
  });

  it('tables are there that we did not make', async () => {
    const url = await freshDatabase();
    await ask(url, 'CREATE TABLE mention (x int)');
    expect(await lineOf(open(url))).toMatch(/"mention" already exists; there are tables that Hearback did not make/);
  });

  it('nothing is in it, for those who only look', async () => {
    expect(await lineOf(open(await freshDatabase(), MIGRATIONS, true))).toMatch(
      /^There are no Hearback data in postgres:/,
    );
  });

  it('a newer program wrote it; an older one is brought up to date, with what is in it', async () => {
    const url = await freshDatabase();
    const more: Migration = async (db) => {
      await db.schema.alterTable('site').addColumn('motto', 'text').execute();
    };
    const old = await open(url);
    await old.mentions.accept(newMention('a'));
    const newer = await openPostgresStore({
      ...{ url, clock: fakeClock(), migrations: [...MIGRATIONS, more], leastKnown: MIGRATIONS.length + 1 },
    });
    opened.push(newer);
    expect(await newer.mentions.byId('id-a')).toBeDefined();
    // The older process goes on beside it, and one more of it does not begin.
    expect(await old.sites.list()).toEqual([]);
    expect(await old.mentions.byId('id-a')).toBeDefined();
    expect(await lineOf(open(url))).toMatch(/was written by a newer Hearback/);
  });

  it('an address is printed without its password, and asks for TLS as others do', () => {
    expect(printableAddress('postgres://ann:s3:cr@et@h:1/db?sslmode=require&password=s3cret')).toBe(
      'postgres://ann@h:1/db',
    );
    expect(printableAddress('postgresql:///db?host=/run/x')).toBe('postgresql:///db');
    expect(driverAddress('postgres://h/db?sslmode=require')).toBe(
      'postgres://h/db?sslmode=require&uselibpqcompat=true',
    );
  });
});

describe('connections that are lost', () => {
  it('end neither the process nor the store, and nothing that was acknowledged is missing', async () => {
    const url = await freshDatabase();
    const store = await open(url);
    const accepted: string[] = [];
    const lines = new Set<string>();
    let busy = true;
    const working = Array.from({ length: 6 }, async (_, worker) => {
      for (let n = 0; busy; n += 1) {
        try {
          accepted.push((await store.mentions.accept(newMention(`w${worker}-${n}`))).id);
          await store.mentions.note(accepted.at(-1) ?? '', { at: 0, step: 'waiting', outcome: 'x', reason: '' });
          await store.mentions.byId('none');
        } catch (error) {
          lines.add(error instanceof Error ? `${error.name} ${error.message}` : String(error));
        }
      }
    });
    for (let round = 0; round < 5; round += 1) {
      const before = accepted.length;
      while (accepted.length < before + 20) await new Promise(setImmediate);
      await ask(
        url,
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
    }
    busy = false;
    await Promise.all(working);
    await store.check();
    for (const line of lines)
      expect(line).toMatch(/^HearbackError postgres:.*the connection was lost; nothing of this was confirmed/);
    for (const id of accepted) expect(await store.mentions.byId(id)).toBeDefined();
    expect(lines.size).toBeGreaterThan(0);
  });
});
