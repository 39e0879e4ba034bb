import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { hearback, serve, temporary } from '../support/command.ts';

/** Nobody is asked for it: a target need not be there for a link to it to be. */
const SITE = 'http://127.0.0.1:9';

/** A blog of a stranger's: whatever page is asked for links to the post, and has a title that wants to be markup. */
async function openBlog(target: string): Promise<AsyncDisposable & { readonly origin: string }> {
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    const title = `Page ${request.url?.slice(1)} &lt;script&gt;alert(1)&lt;/script&gt;`;
    response.end(`<!doctype html><title>${title}</title><p>I read <a href="${target}">a post</a> with joy.`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * The closed loop of a site that is built: what is approved stands in the next build, what is withdrawn does not, and a build
 * without the server shows what the last one knew, with one line that says so. Throws what did not hold.
 *
 * @param folder an example with everything installed
 * @param page the built page, from there
 */
export async function closedLoop(folder: string, page: string): Promise<void> {
  await using data = await temporary();
  await using blog = await openBlog(`${SITE}/hello/`);
  const store = ['--data', data.path];
  const server = await serve([...store, '--site', SITE, '--allow-network', '127.0.0.1/32', '--limits', 'off']);

  const list = async (): Promise<readonly { readonly id: string; readonly source: string; readonly link: string }[]> =>
    JSON.parse((await hearback(['list', '--json', ...store])).out);
  async function receive(name: string): Promise<string> {
    const source = `${blog.origin}/${name}`;
    const body = new URLSearchParams({ source, target: `${SITE}/hello/` });
    const { status } = await fetch(`${server.url}/webmention`, { method: 'POST', body });
    if (status !== 201) throw new Error(`The webmention of ${source} gave ${status}.`);
    for (let tries = 0; tries < 200; tries += 1) {
      const found = (await list()).find((one) => one.source === source && one.link === 'live');
      if (found) return found.id;
      await pause(100);
    }
    throw new Error(`${source} was not verified.`);
  }
  const decide = async (verb: 'approve' | 'reject', id: string) => {
    const { code, err } = await hearback([verb, id, ...store]);
    if (code !== 0) throw new Error(`${verb} gave ${code}: ${err}`);
  };

  async function build(): Promise<{ readonly html: string; readonly said: string }> {
    const env = { ...process.env, HEARBACK_SERVER: server.url, SITE, ASTRO_TELEMETRY_DISABLED: '1' };
    const { stdout, stderr } = await promisify(execFile)('npm', ['run', 'build'], { cwd: folder, env });
    return { html: await readFile(join(folder, page), 'utf8'), said: stdout + stderr };
  }
  function expect(what: string, html: string, shown: readonly string[], absent: readonly string[]): void {
    for (const name of shown)
      if (!html.includes(`Page ${name} &lt;script`)) throw new Error(`${what}: ${name} is not shown.`);
    for (const name of absent) if (html.includes(`Page ${name}`)) throw new Error(`${what}: ${name} is shown.`);
    if (html.includes('<script>alert')) throw new Error(`${what}: markup of a stranger.`);
  }

  const [one, two, late] = [await receive('one'), await receive('two'), await receive('late')];
  await decide('approve', one);
  await decide('approve', two);
  expect('The first build', (await build()).html, ['one', 'two'], ['late']);
  await decide('reject', one);
  await decide('approve', late);
  const second = await build();
  expect('After a withdrawal', second.html, ['two', 'late'], ['one']);
  if (second.said.includes('[hearback]')) throw new Error(`A good build said: ${second.said}`);
  await server.stop();
  const alone = await build();
  expect('Without the server', alone.html, ['two', 'late'], ['one']);
  const lines = alone.said.split('\n').filter((line) => line.includes('[hearback]'));
  if (
    lines.length !== 1 ||
    !/No news of mentions from 127\.0\.0\.1:\d+: it cannot be reached .*; the 2 of .* are shown\.$/.test(lines[0] ?? '')
  )
    throw new Error(`Without the server it said: ${lines.join(' | ')}`);
  if (!existsSync(join(folder, '.cache/hearback.json'))) throw new Error('There is no copy for the next build.');
}
