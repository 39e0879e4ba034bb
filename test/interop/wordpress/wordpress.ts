import { chownSync, readFileSync } from 'node:fs';
import { freePort } from '../lib/free-port.ts';
import { insist } from '../lib/report.ts';
import { until } from '../lib/until.ts';
import type { Workshop } from '../lib/workshop.ts';
import { phpFpm } from '../requirements.ts';
import { startDatabase } from './database.ts';
import { here, layOut, unprivileged } from './files.ts';

/** A linkback as WordPress stores it: a comment of a post. */
export interface StoredLinkback {
  readonly type: string;
  readonly source: string;
}

/** One new blog, as Debian packages it and with the settings it comes with, behind nginx and PHP-FPM. */
export interface WordPress {
  readonly version: string;
  readonly url: string;
  readonly endpoint: string;
  /** Publishes a post; whom it links to, and the TrackBack URL entered with it, is told by the next `runCron`. */
  publish(title: string, html: string, trackback?: string): Promise<{ readonly id: number; readonly url: string }>;
  /** Asks for wp-cron.php over HTTP. WordPress answers at once and works afterwards. */
  runCron(): Promise<void>;
  /** The export file of the blog, after this post and a private one were given linkbacks of each kind. */
  exported(post: number): Promise<string>;
  linkbacks(post: number): Promise<readonly StoredLinkback[]>;
  /** How often its endpoint was called so far, by whomever and with whatever outcome. */
  pings(): number;
}

const HOST = '127.0.0.2';

/** @param tune changes the folder before the servers start; the WordPress of the tests is as it comes */
export async function startWordPress(
  workshop: Workshop,
  tune: (folder: string) => void = () => {},
): Promise<WordPress> {
  const account = unprivileged();
  const folder = workshop.folder('wordpress');
  if (account) chownSync(folder, account.uid, account.gid);
  const address = `${HOST}:${await freePort(HOST)}`;
  const url = `http://${address}`;
  const database = await startDatabase(workshop, folder, account);
  await database.query('CREATE DATABASE wordpress CHARACTER SET utf8mb4');
  await layOut(workshop, folder, address, account);
  tune(folder);

  const env = {
    INTEROP_WORDPRESS_URL: url,
    INTEROP_WORDPRESS_ROOT: `${folder}/root`,
    INTEROP_DATABASE_SOCKET: database.socket,
  };
  const php = async (script: string, ...args: string[]) => {
    const { code, out, err } = await workshop.run('php', [here(script), ...args], { env, account });
    insist(code === 0, `${script} failed: ${(err || out).slice(-500)}`);
    return out;
  };
  const fpm = phpFpm();
  insist(fpm, 'PHP-FPM is gone from /usr/sbin; install php-fpm.');
  workshop.start(fpm, ['--nodaemonize', '--fpm-config', `${folder}/php-fpm.conf`], { env, account });
  workshop.start('/usr/sbin/nginx', ['-e', `${folder}/nginx.log`, '-c', `${folder}/nginx.conf`], { account });
  const version = await php('install.php');
  await until(`WordPress to answer at ${url}`, 60, () => answers(`${url}/`)).catch((error: Error) => {
    throw new Error(`${error.message}; its servers said: ${logs(folder)}`);
  });

  return {
    version,
    url: `${url}/`,
    endpoint: `${url}/xmlrpc.php`,
    publish: async (title, html, trackback = '') => JSON.parse(await php('publish.php', title, html, trackback)),
    async runCron() {
      const reply = await fetch(`${url}/wp-cron.php?doing_wp_cron`);
      insist(reply.ok, `wp-cron.php answered ${reply.status}`);
      await reply.body?.cancel();
    },
    exported: (post) => php('linkbacks.php', String(post)),
    async linkbacks(post) {
      const rows = await database.query(
        `SELECT JSON_OBJECT('type', comment_type, 'source', comment_author_url) FROM wordpress.wp_comments
         WHERE comment_post_ID = ${post} AND comment_type IN ('pingback', 'trackback')`,
      );
      return rows
        .split('\n')
        .filter(Boolean)
        .map((row) => JSON.parse(row));
    },
    pings: () =>
      readFileSync(`${folder}/requests.log`, 'utf8')
        .split('\n')
        .filter((line) => line === 'POST /xmlrpc.php').length,
  };
}

function logs(folder: string): string {
  return ['nginx.log', 'php.log'].map((name) => readFileSync(`${folder}/${name}`, 'utf8').slice(-500)).join(' ');
}

async function answers(url: string): Promise<true | undefined> {
  try {
    const reply = await fetch(url);
    await reply.body?.cancel();
    return reply.ok ? true : undefined;
  } catch {
    return undefined;
  }
}
