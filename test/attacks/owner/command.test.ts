import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../../packages/server/src/storage/sqlite/open.ts';
import { hearback, type Server, serve, temporary } from '../../support/command.ts';

const PASSWORD = 'a sentence to log in';
let folder: Awaited<ReturnType<typeof temporary>>;
let data: string;
let server: Server;
const OWN = { 'sec-fetch-site': 'same-origin' };
const run = (...args: string[]) => hearback([...args, '--data', data]);
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = OWN) =>
  fetch(new URL(path, server.url), { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' });

beforeAll(async () => {
  folder = await temporary();
  data = join(folder.path, 'data');
  const before = process.umask(0);
  server = await serve(['--site', 'https://alice.example/', '--data', data]);
  process.umask(before);
  const key = new URL(server.setUp ?? '').searchParams.get('key') ?? '';
  await post('/admin/setup', { key, name: 'alice', password: PASSWORD, again: PASSWORD });
});
afterAll(async () => {
  await server.stop();
  await folder[Symbol.asyncDispose]();
});

describe('242 the modes of what is written', () => {
  const modes = () => readdirSync(data).map((name) => [name, (statSync(join(data, name)).mode & 0o777).toString(8)]);

  test('the folder and its files are for this user, although the umask was open', () => {
    expect((statSync(data).mode & 0o777).toString(8)).toBe('700');
    expect(modes()).toEqual(
      expect.arrayContaining([
        ['hearback.db', '600'],
        ['hearback.db-wal', '600'],
        ['hearback.db-shm', '600'],
      ]),
    );
    expect(modes().every(([, mode]) => mode === '600')).toBe(true);
  });

  test('a file that came with another mode is closed to others', async () => {
    await using other = await temporary();
    const path = join(other.path, 'hearback.db');
    new DatabaseSync(path).close();
    chmodSync(path, 0o666);
    await (await openSqliteStore({ directory: other.path, clock: { now: () => 0 } })).close();
    expect((statSync(path).mode & 0o777).toString(8)).toBe('600');
  });
});

describe('tokens of the command line', () => {
  test('are shown once, listed without themselves, tied to a site, and revoked, beside the running server', async () => {
    const made = await run(
      'token',
      'add',
      'deploy',
      '--scope',
      'read',
      '--scope',
      'send',
      '--site',
      'https://alice.example/',
    );
    expect(made.out).toMatch(/^hb_[\w-]{43}\n$/);
    const secret = made.out.trim();
    const headers = { authorization: `Bearer ${secret}` };
    expect((await fetch(`${server.url}/api/inbox`, { headers })).status).toBe(200);
    const listed = await run('token', 'list', '--json');
    expect(listed.out).not.toContain(secret);
    const [token] = JSON.parse(listed.out);
    expect(token).toMatchObject({
      name: 'deploy',
      scopes: ['read', 'send'],
      site: 'alice.example',
      lastUsedAt: expect.any(String),
    });
    expect(Object.keys(token)).toEqual(['id', 'name', 'scopes', 'opens', 'site', 'maker', 'createdAt', 'lastUsedAt']);
    expect((await run('token', 'revoke', token.id)).out).toBe(`${token.id}  revoked\n`);
    expect((await fetch(`${server.url}/api/inbox`, { headers })).status).toBe(401);
  });

  test.each([
    [['token'], 2],
    [['token', 'add', 'x'], 2],
    [['token', 'add', 'x', '--scope', 'everything'], 2],
    [['token', 'add', 'x', '--scope', 'read', '--site', 'https://other.example/'], 1],
    [['token', 'revoke', 'none'], 1],
    [['token', 'list', 'x'], 2],
    [['user', 'link', 'nobody'], 1],
    [['user', 'link'], 2],
  ])('%j ends with %i and one line', async (args, code) => {
    const { code: ended, out, err } = await run(...args);
    expect([ended, out, err.split('\n').length]).toEqual([code, '', 2]);
  });
});

test('the owner who is locked out comes in by the command line, and decisions made there are on the list', async () => {
  for (let n = 0; n < 7; n += 1) await post('/admin/login', { name: 'alice', password: 'wrong' });
  expect((await post('/admin/login', { name: 'alice', password: PASSWORD })).status).toBe(429);
  const { out } = await run('user', 'link', 'alice', '--public-url', server.url);
  const key = new URL(out.trim()).searchParams.get('key') ?? '';
  expect(Buffer.from(key, 'base64url')).toHaveLength(32);
  const opened = await post('/admin/setup', { key, password: 'another sentence', again: 'another sentence' });
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
  expect(cookie).toMatch(/^hearback=/);
  const body = new URLSearchParams({ source: 'https://bob.example/', target: 'https://alice.example/' });
  await fetch(`${server.url}/webmention`, { method: 'POST', body });
  const [{ id }] = JSON.parse((await run('list', '--json')).out);
  await run('reject', id);
  const html = await (await fetch(`${server.url}/admin/audit`, { headers: { cookie } })).text();
  for (const part of ['command line', 'Made a one-time link', 'Rejected', id, 'Changed the password', '127.0.0.1'])
    expect(html).toContain(part);
});

test('231 a configuration holds no secret that could be weak or left as it came', async () => {
  for (const key of ['secret', 'password', 'token', 'adminToken', 'cookieSecret', 'sessionSecret']) {
    const name = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const { code, err } = await run('serve', '--port', '0', `--${name}`, 'changeme');
    expect([code, err.includes(name)]).toEqual([2, true]);
  }
});

test('a host name that is none is refused with its setting', async () => {
  for (const host of ['https://a.example', 'a.example/x', 'a b', 'a@b', '']) {
    const { code, err } = await run('serve', '--port', '0', `--public-host=${host}`);
    expect([code, err]).toEqual([1, expect.stringContaining('publicHost')]);
  }
});
