import { type ChildProcess, execFile, spawn } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { postgresBinaries } from './binaries.ts';
import { smallDisk } from './small-disk.ts';

export interface PostgresOptions {
  /** Where durability is the point; off unless told, for a test has nothing to lose. */
  readonly fsync?: boolean;
  /** Lines of `postgresql.conf`. */
  readonly settings?: Readonly<Record<string, string | number>>;
  /** The port of a server whose standby this one is to be. */
  readonly follow?: number;
  /** A folder for a Unix socket, beside the port; without one there is none. */
  readonly sockets?: string;
  /** A certificate and its key: it takes TLS too, and of the user `TLS_ONLY` nothing else. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** Keeps its folder on a disk of this size in memory, which `fill` fills; only root can make one. */
  readonly diskMb?: number;
}

/** A real server of its own, on a port of loopback, whose only user may do everything without a password. */
export interface PostgresServer {
  readonly port: number;
  readonly folder: string;
  readonly pid: number;
  /** The address of a database; of the one that every server has unless named. */
  url(database?: string): string;
  /** Makes an empty one, or a copy of another one, and answers its address. */
  createDatabase(template?: string): Promise<string>;
  /** Asks something as its owner. */
  query(text: string, database?: string): Promise<pg.QueryResult>;
  /** Starts it again after `kill` or `halt`. */
  start(): Promise<void>;
  /** `kill -9` of the server and, by that, of all its connections. */
  kill(): Promise<void>;
  /** An orderly end that lets nobody finish. */
  halt(): Promise<void>;
  /** Whether it is there, or ended by itself. */
  isRunning(): boolean;
  /** Takes all that its disk has left, and gives it back. */
  fill(): Promise<void>;
  empty(): Promise<void>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

const USER = 'hearback';
/** The one user that needs a password, where a test makes it. */
export const GUARDED = 'guarded';
export const TLS_ONLY = 'tlsonly';
let made = 0;
const execute = promisify(execFile);

export async function startPostgres({
  fsync = false,
  settings = {},
  follow,
  diskMb,
  sockets = '',
  tls,
}: PostgresOptions = {}): Promise<PostgresServer> {
  const binaries = postgresBinaries();
  const who = otherUser();
  const folder = mkdtempSync(join(tmpdir(), 'hearback-pg-'));
  const disk = diskMb === undefined ? undefined : await smallDisk(folder, diskMb);
  chmodSync(folder, 0o755);
  const inside = join(folder, 'data');
  mkdirSync(inside, { mode: 0o700 });
  if (who) chownSync(inside, who.uid, who.gid);
  const port = await freePort();
  const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
  const [maker, ...how] =
    follow === undefined
      ? ['initdb', '-U', USER, '-E', 'UTF8', '--locale=C', '--auth=trust', '--no-sync', '--no-instructions']
      : ['pg_basebackup', '-U', USER, '-h', '127.0.0.1', '-p', String(follow), '-R', '-X', 'stream', '-c', 'fast'];
  await execute(join(binaries, maker ?? ''), ['-D', inside, ...how], {
    ...who,
    env,
    cwd: '/',
  });
  const conf = {
    fsync: fsync ? 'on' : 'off',
    max_connections: 100,
    shared_buffers: '64MB',
    log_min_messages: 'fatal',
    ...(tls && { ssl: 'on' }),
    ...settings,
  };
  for (const [name, text] of tls
    ? ([
        ['server.crt', tls.cert],
        ['server.key', tls.key],
      ] as const)
    : []) {
    writeFileSync(join(inside, name), text, { mode: 0o600 });
    if (who) chownSync(join(inside, name), who.uid, who.gid);
  }
  appendFileSync(
    join(inside, 'postgresql.conf'),
    Object.entries(conf)
      .map(([name, value]) => `${name} = '${value}'\n`)
      .join(''),
  );
  const rules = join(inside, 'pg_hba.conf');
  const first = `host all ${GUARDED} 127.0.0.1/32 scram-sha-256\nhostnossl all ${TLS_ONLY} 127.0.0.1/32 reject\n`;
  writeFileSync(rules, first + readFileSync(rules, 'utf8'));
  let child: ChildProcess | undefined;

  async function start(): Promise<void> {
    let said = '';
    const begin = () => {
      const started = spawn(
        join(binaries, 'postgres'),
        ['-D', inside, '-h', '127.0.0.1', '-p', String(port), '-c', `unix_socket_directories=${sockets}`],
        { ...who, env, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] },
      );
      started.stderr?.on('data', (text) => (said = `${said}${text}`.slice(-2000)));
      started.unref();
      child = started;
      return started;
    };
    let started = begin();
    for (let tries = 0; ; tries += 1) {
      // Processes of one that was killed are not gone at once.
      if (started.exitCode !== null && /shared memory block .* still in use/.test(said) && tries < 600) {
        said = '';
        await new Promise((resolve) => setTimeout(resolve, 50));
        started = begin();
      }
      if (started.exitCode !== null) throw new Error(`PostgreSQL did not start: ${said}`);
      const problem = await ask(url(), 'SELECT 1').then(
        () => undefined,
        (error: unknown) => error,
      );
      if (problem === undefined) return;
      if (tries > 600) throw problem;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const ending = child;
    child = undefined;
    if (ending?.exitCode !== null || ending.signalCode !== null) return;
    const gone = new Promise((resolve) => ending.once('exit', resolve));
    ending.ref();
    ending.kill(signal);
    await gone;
  }

  const url = (database = 'postgres') => `postgres://${USER}@127.0.0.1:${port}/${database}`;
  await start();
  const server: PostgresServer = {
    port,
    folder: inside,
    get pid() {
      return child?.pid ?? 0;
    },
    url,
    async createDatabase(template = 'template0') {
      made += 1;
      const name = `h${process.pid}_${made}_${Date.now().toString(36)}`;
      await ask(url(), `CREATE DATABASE "${name}" TEMPLATE "${template}"`);
      return url(name);
    },
    query: (text, database) => ask(url(database), text),
    start,
    kill: () => end('SIGKILL'),
    halt: () => end('SIGINT'),
    isRunning: () => child !== undefined && child.exitCode === null && child.signalCode === null,
    fill: async () => disk?.fill(),
    empty: async () => disk?.empty(),
    async stop() {
      await end('SIGQUIT');
      await disk?.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return server;
}

export async function ask(url: string, text: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await client.query(text);
  } finally {
    await client.end();
  }
}

/** PostgreSQL refuses to run as root. */
function otherUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line = users.find((one) => one.startsWith('postgres:')) ?? users.find((one) => one.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
