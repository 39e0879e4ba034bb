import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hearback } from '../support/command.ts';
import { blocks, pages, ROOT, textOf } from './pages.ts';

const run = promisify(execFile);

/** What an example says that it prints, line by line, beside its `console.log`. */
function promisedBy(code: string): string[] {
  return [...code.matchAll(/console\.log\(.*\); \/\/ (.+)$/gm)].map(([, text]) => text ?? '');
}

const examples: { name: string; code: string }[] = [];
const commands: string[][] = [];
for (const page of await pages()) {
  const text = await textOf(page);
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
      noUnusedLocals: true,
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

  it.concurrent.each(examples.map(({ name }, index) => [name, index] as const))('runs: %s', async (_, index) => {
    const { stdout, stderr } = await run(process.execPath, [relative(folder, join(folder, `example-${index}.ts`))], {
      cwd: folder,
    });
    expect(stderr.replaceAll(/^.*(?:ExperimentalWarning|--trace-warnings).*\n/gm, '')).toBe('');
    const promised = promisedBy(examples[index]?.code ?? '');
    if (promised.length > 0) expect(stdout.trimEnd().split('\n')).toEqual(promised);
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
