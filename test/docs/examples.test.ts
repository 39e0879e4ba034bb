import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hearback } from '../support/command.ts';
import { blocks, pages, ROOT, textOf } from './pages.ts';

const run = promisify(execFile);
const RUNNER = fileURLToPath(new URL('run-examples.ts', import.meta.url));

/** What an example says that it prints, line by line, beside its `console.log`. */
function promisedBy(code: string): string[] {
  return [...code.matchAll(/console\.log\(.*\); \/\/ (.+)$/gm)].map(([, text]) => text ?? '');
}

const examples: { page: string; name: string; code: string }[] = [];
const commands: string[][] = [];
for (const page of await pages()) {
  const text = await textOf(page);
  blocks(text, 'ts').forEach((code, index) => {
    examples.push({ page, name: `${page} ${index + 1}`, code });
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

  /** What each example of a page prints: one process for all of them, for loading what they import takes most of it. */
  const ofPage = async (page: string): Promise<ReadonlyMap<string, readonly string[]>> => {
    const own = [...examples.entries()].filter(([, example]) => example.page === page);
    const files = own.map(([index]) => join(folder, `example-${index}.ts`));
    const { stdout, stderr } = await run(process.execPath, [RUNNER, ...files], { cwd: folder });
    expect(stderr.replaceAll(/^.*(?:ExperimentalWarning|--trace-warnings).*\n/gm, '')).toBe('');
    const printed = JSON.parse(stdout) as readonly (readonly string[])[];
    return new Map(own.map(([, { name }], n) => [name, printed[n] ?? []]));
  };
  const begun = new Map<string, ReturnType<typeof ofPage>>();

  it.concurrent.each(examples.map((example) => [example.name, example] as const))(
    'runs: %s',
    async (name, { page, code }) => {
      const running = begun.get(page) ?? ofPage(page);
      begun.set(page, running);
      const printed = (await running).get(name);
      expect(printed).toBeDefined();
      const promised = promisedBy(code);
      if (promised.length > 0) expect(printed?.join('\n').split('\n')).toEqual(promised);
    },
  );
});

describe('commands', () => {
  const helps = new Map<string, ReturnType<typeof hearback>>();
  it.each(commands.map((words) => [words.join(' '), words] as const))(
    'hearback %s',
    async (_, [name = '', ...words]) => {
      const asking = helps.get(name) ?? hearback(['help', name]);
      helps.set(name, asking);
      const help = await asking;
      expect(help.code).toBe(0);
      for (const flag of words.filter((word) => word.startsWith('--'))) expect(help.out).toContain(flag);
    },
  );
});
