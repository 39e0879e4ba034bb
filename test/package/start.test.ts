import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { serve, temporary } from '../support/command.ts';

const COMPOSED = new URL('../../packages/server/dist/compose/hearback.js', import.meta.url).href;
/** Loaded before the program: the files that were loaded until it ends. */
const NOTED = `
  import { registerHooks } from 'node:module';
  import { isMainThread } from 'node:worker_threads';
  import { writeFileSync } from 'node:fs';
  const urls = [];
  registerHooks({ load: (url, context, next) => (urls.push(url), next(url, context)) });
  if (isMainThread) process.on('exit', () => writeFileSync(process.env.NOTED, JSON.stringify(urls)));`;

/** What the first pingback does not need; each was a tenth of the start or more, and as much of the memory. */
const PACKAGES = ['nodemailer', 'feedsmith', 'undici', 'pg', '@node-rs/argon2'];
const MODULES = ['words/en/index.js', 'web/app.js'];

const noted = (file: string) => ({
  NODE_OPTIONS: `--import ${new URL(`data:text/javascript,${encodeURIComponent(NOTED)}`).href}`,
  NOTED: file,
});
const read = async (file: string) => JSON.parse(await readFile(file, 'utf8')) as readonly string[];
const packagesIn = (urls: readonly string[]) =>
  PACKAGES.filter((name) => urls.some((url) => url.includes(`/node_modules/${name}/`)));

it('an embedded server starts without what only later requests need', async () => {
  await using folder = await temporary();
  const file = join(folder.path, 'noted.json');
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  const script = `await import(${JSON.stringify(COMPOSED)}); process.exit();`;
  execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd,
    env: { ...process.env, ...noted(file) },
  });
  const urls = await read(file);
  expect(urls.some((url) => url.includes('/kysely/'))).toBe(true);
  expect(packagesIn(urls)).toEqual([]);
  expect(MODULES.filter((name) => urls.some((url) => url.endsWith(`/dist/${name}`)))).toEqual([]);
});

it('so does the command, from a few files', async () => {
  await using folder = await temporary();
  const file = join(folder.path, 'noted.json');
  const server = await serve(['--data', folder.path], noted(file));
  await server.stop();
  const urls = await read(file);
  const ours = urls.filter((url) => url.includes('/packages/server/dist/'));
  expect(ours.every((url) => url.includes('/dist/command/'))).toBe(true);
  expect(urls.length).toBeLessThan(200);
  // Each part says which modules it is made of.
  const text = (await Promise.all(ours.map((url) => readFile(fileURLToPath(url), 'utf8')))).join('\n');
  expect(text).toMatch(/^\/\/ .*\/dist\/storage\/sqlite\/open\.js$/m);
  expect(packagesIn(urls)).toEqual([]);
  expect(MODULES.filter((name) => new RegExp(`^// .*/dist/${name}$`, 'm').test(text))).toEqual([]);
});
