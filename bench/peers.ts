import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Agent } from 'undici';
import { openWorkshop, type Workshop } from '../test/interop/lib/workshop.ts';
import { missingPackages, provideRequirements } from '../test/interop/requirements.ts';
import { startWordPress } from '../test/interop/wordpress/wordpress.ts';
import { serve, temporary } from '../test/support/command.ts';
import type { Effort, Figure, Missing, Subject } from './lib/figure.ts';
import { pour } from './lib/load.ts';
import { alternate } from './lib/rounds.ts';
import { listenInSilence, SITE } from './lib/silent-hosts.ts';
import { toldByRemy } from './remy.ts';

const PLUGIN = fileURLToPath(new URL('./lib/wordpress-fast.php', import.meta.url));
const CONNECTIONS = 32;
const CHILDREN = 8;

/** What others do on the same machine in the same run, where they are there. */
export const peers: Subject = async (effort) => [await toldByRemy(effort), await acceptedByWordPress(effort)];

async function acceptedByWordPress(effort: Effort): Promise<Figure | Missing> {
  const name = 'accepted, against WordPress';
  if (effort.peers && missingPackages().length > 0) provideRequirements();
  const missing = missingPackages();
  if (missing.length > 0)
    return {
      name,
      missing: `WordPress is not installed; --peers installs it as root on Debian (${missing.join(' ')})`,
    };
  const workshop = openWorkshop();
  try {
    return await against(workshop, effort, name);
  } catch (error) {
    return {
      name,
      missing: `WordPress did not come up: ${error instanceof Error ? error.message.slice(0, 200) : error}`,
    };
  } finally {
    await workshop.close();
  }
}

async function against(workshop: Workshop, { rounds, seconds }: Effort, name: string): Promise<Figure> {
  const wordpress = await startWordPress(workshop, makeFast);
  const post = await wordpress.publish('Measured', '<p>It says something.</p>');
  await using data = await temporary();
  await using sources = await serveSources();
  const silence = await listenInSilence();
  const server = await serve(
    ['--data', data.path, '--site', SITE, '--limits', 'off', '--allow-network', '127.0.0.0/8'],
    {},
  );
  const agent = new Agent({ connections: CONNECTIONS });
  let n = 0;
  const ours = () => pour({ url: server.url, connections: CONNECTIONS, seconds, pair: silence.pair });
  const theirs = () =>
    perSecond(seconds, () => ping(agent, wordpress.endpoint, sources.linkingTo(post.url, n++), post.url));
  try {
    return {
      name,
      unit: '/s',
      ...(await alternate(rounds, async () => (await ours()).perSecond, theirs)),
      goal: { of: 'ratio', is: 'at least', bound: 200 },
      condition: `ours as in the row of accepted pingbacks; floor: WordPress ${wordpress.version} on nginx, PHP-FPM (${CHILDREN} children) and MariaDB, ${CONNECTIONS} connections, distinct sources that link, its sleep and flood check removed; it fetches the source before it answers, ours after`,
    };
  } finally {
    await agent.close();
    await server.stop();
    silence.close();
  }
}

function makeFast(folder: string): void {
  copyFileSync(PLUGIN, `${folder}/root/wp-content/mu-plugins/fast.php`);
  const file = `${folder}/php-fpm.conf`;
  const tuned = readFileSync(file, 'utf8').replace(/pm\.max_children = \d+/, `pm.max_children = ${CHILDREN}`);
  writeFileSync(file, `${tuned}\nphp_admin_value[disable_functions] = sleep\n`);
}

/** Pages that link to whatever their address says. */
async function serveSources() {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
    const target = searchParams.get('to') ?? '';
    // WordPress takes two of the same title and words for one.
    const name = `Source ${pathname.slice(1)}`;
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(`<title>${name}</title><p>In ${name} see <a href="${target}">this post</a>.</p>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    linkingTo: (target: string, n: number) => `http://127.0.0.1:${port}/${n}?${new URLSearchParams({ to: target })}`,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function ping(agent: Agent, endpoint: string, source: string, target: string): Promise<void> {
  const { origin, pathname } = new URL(endpoint);
  const param = (url: string) => `<param><value><string>${url.replaceAll('&', '&amp;')}</string></value></param>`;
  const body = `<?xml version="1.0"?><methodCall><methodName>pingback.ping</methodName><params>${param(source)}${param(target)}</params></methodCall>`;
  const headers = { 'content-type': 'text/xml' };
  const reply = await agent.request({ origin, path: pathname, method: 'POST', headers, body });
  const text = await reply.body.text();
  if (!text.includes('<params>')) throw new Error(`A pingback was refused: ${text.slice(0, 300)}`);
}

async function perSecond(seconds: number, ask: () => Promise<void>): Promise<number> {
  const began = performance.now();
  const until = began + seconds * 1000;
  let done = 0;
  const keepAsking = async () => {
    for (; performance.now() < until; done += 1) await ask();
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, keepAsking));
  return done / ((performance.now() - began) / 1000);
}
