import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hearback } from '../support/command.ts';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Every page of documentation that is published. */
async function pages(): Promise<string[]> {
  const docs = (await readdir(join(ROOT, 'docs'))).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`);
  const readmes = ['protocol', 'server', 'widget'].map((name) => `packages/${name}/README.md`);
  return ['README.md', ...docs, ...readmes];
}

/** The fenced blocks of a page in one language; `''` for those without a name. */
function blocks(text: string, language: string): string[] {
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```/gm)]
    .filter(([, name]) => name === language)
    .map(([, , code]) => code ?? '');
}

const examples: { name: string; code: string }[] = [];
const commands: string[][] = [];
for (const page of await pages()) {
  const text = await readFile(join(ROOT, page), 'utf8');
  blocks(text, 'ts').forEach((code, index) => {
    examples.push({ name: `${page} ${index + 1}`, code });
  });
  for (const [, line = ''] of blocks(text, '')
    .join('\n')
    .matchAll(/^npx hearback (.*)$/gm))
    commands.push(line.split(' '));
}

it('there are examples', () => {
  expect(examples.length).toBeGreaterThan(3);
  expect(commands.length).toBeGreaterThan(2);
});

describe('code', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hearback-docs-'));
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    await writeFile(join(folder, 'package.json'), '{"type": "module"}');
    const compilerOptions = {
      strict: true,
      noEmit: true,
      module: 'NodeNext',
      target: 'ES2024',
      lib: ['ES2024', 'DOM'],
      types: ['node'],
      skipLibCheck: true,
    };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    await Promise.all(examples.map(({ code }, index) => writeFile(join(folder, `example-${index}.ts`), code)));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('compiles', async () => {
    await run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder]);
  });

  it.each(examples.map(({ name }, index) => [name, index] as const))('runs: %s', async (_, index) => {
    const { stderr } = await run(process.execPath, [relative(folder, join(folder, `example-${index}.ts`))], {
      cwd: folder,
    });
    expect(stderr.replaceAll(/^.*(?:ExperimentalWarning|--trace-warnings).*\n/gm, '')).toBe('');
  });
});

describe('commands', () => {
  it.each(commands.map((words) => [words.join(' '), words] as const))(
    'hearback %s',
    async (_, [name = '', ...words]) => {
      const help = await hearback(['help', name]);
      expect(help.code).toBe(0);
      for (const flag of words.filter((word) => word.startsWith('--'))) expect(help.out).toContain(flag);
    },
  );
});
