import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';

export const PUBLISH_TOKEN = 'the token of a test';

/** An example that runs as a process of its own. */
export interface Site extends AsyncDisposable {
  readonly url: string;
  /** The one-time link that it printed. */
  readonly setUp: string;
}

/** Where a site will be reached has to stand in its configuration before it runs. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Writes what an example reads from the folder it runs in. The post links to `linked`. */
export async function furnish(folder: string, port: number, linked: string): Promise<void> {
  const url = `http://127.0.0.1:${port}`;
  const config = {
    sites: [{ url, name: 'A small site', send: true }],
    publicUrl: `${url}/hearback`,
    data: './hearback-data',
    allowNetwork: ['127.0.0.1/32'],
    limits: 'off',
  };
  await writeFile(join(folder, 'hearback.json'), JSON.stringify(config));
  const post = `<h1 class="p-name">Hello</h1><div class="e-content"><p>About <a href="${linked}">this</a>.</p></div>`;
  await writeFile(join(folder, 'posts/hello.html'), post);
}

/** Resolves once it has printed its set-up link and answers; rejects with its words when it ends before that. */
export async function startSite(command: readonly string[], folder: string, port: number): Promise<Site> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port), PUBLISH_TOKEN },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let said = '';
  const setUp = await new Promise<string>((resolve, reject) => {
    const hear = (part: unknown) => {
      said += String(part);
      const link = /(http\S+\/admin\/setup\?key=\S+)/.exec(said)?.[1];
      if (link && /listening on|Ready in/.test(said)) resolve(link);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then(() => reject(new Error(`${command.join(' ')} ended: ${said}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    setUp,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
