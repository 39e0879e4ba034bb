import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const COMPOSED = new URL('../../packages/server/dist/compose/hearback.js', import.meta.url).href;
const LISTED = `
  import { registerHooks } from 'node:module';
  const urls = [];
  registerHooks({ load: (url, context, next) => (urls.push(url), next(url, context)) });
  await import(${JSON.stringify(COMPOSED)});
  console.log(JSON.stringify(urls));
  process.exit();`;

/** What the first pingback does not need; each was a tenth of the start or more, and as much of the memory. */
const LATER = ['/nodemailer/', '/feedsmith/', '/undici/', '/pg/', '/argon2/', '/dist/words/en/', '/dist/web/app.js'];

it('a server starts without what only later requests need', () => {
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', LISTED], { cwd, encoding: 'utf8' });
  const urls = JSON.parse(out) as readonly string[];
  expect(urls.some((url) => url.includes('/kysely/'))).toBe(true);
  expect(LATER.filter((name) => urls.some((url) => url.includes(name)))).toEqual([]);
});
