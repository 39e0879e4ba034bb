import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The packages as a stranger gets them: packed, and installed into an empty project. */
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearback-package-'));
  const packages = ['protocol', 'widget', 'static', 'server'].flatMap((name) => ['-w', join('packages', name)]);
  await run('npm', ['pack', '--silent', '--pack-destination', folder, ...packages], { cwd: ROOT });
  const tarballs = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  expect(tarballs).toHaveLength(4);
  await writeFile(join(folder, 'package.json'), '{"type": "module"}');
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  await run('npm', ['install', ...quietly, ...tarballs.map((name) => `./${name}`)], { cwd: folder });
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

const node = (...args: string[]) => run(process.execPath, args, { cwd: folder });

describe('what is published', () => {
  it('holds no sources and no tests', async () => {
    for (const name of ['hearback', '@hearback/protocol', '@hearback/widget', '@hearback/static']) {
      const files = await readdir(join(folder, 'node_modules', name), { recursive: true });
      expect(files.filter((file) => /(^|\/)(src|test)\/|\.tsbuildinfo$|(?<!\.d)\.tsx?$/.test(file))).toEqual([]);
    }
  });

  it('the command runs, from intake to display', async () => {
    const { stdout } = await node('node_modules/hearback/bin/hearback.js', 'demo', '--once');
    expect(stdout).toContain('one mention: webmention, pingback, trackback, refback.');
    expect(stdout).toContain('It stands under Alice’s post now:');
  });

  it('the library is imported and used', async () => {
    const script = `import { matchLevel } from '@hearback/protocol'; console.log(matchLevel('http://a.example', 'http://a.example/'))`;
    expect((await node('--input-type=module', '-e', script)).stdout.trim()).toBe('L1');
  });

  it('the mentions of a site that is built are loaded, and a server that is away breaks nothing', async () => {
    const script = `import { loadMentions } from '@hearback/static';
      import eleventy from '@hearback/static/eleventy';
      import astro from '@hearback/static/astro';
      const mentions = await loadMentions({ server: 'http://127.0.0.1:1', site: 'https://a.example', warn: console.log });
      console.log(mentions.of('/').length, typeof eleventy, astro({ server: '' }).name);`;
    const { stdout } = await node('--input-type=module', '-e', script);
    expect(stdout).toMatch(
      /^\[hearback\] No news of mentions from 127\.0\.0\.1:1: .*\n0 function @hearback\/static\n$/,
    );
  });

  it('the server is imported and used', async () => {
    const script = `import { createHearback } from 'hearback';
      const hearback = createHearback({ sites: ['https://a.example'], data: './data' });
      console.log((await hearback.fetch(new Request('http://127.0.0.1/widget.js'))).status);
      await hearback.stop();`;
    expect((await node('--input-type=module', '-e', script)).stdout.trim()).toBe('200');
  });
});
