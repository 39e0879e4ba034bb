import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** The list of what the protocol library exports. */
export const API = 'packages/protocol/API.md';

/** Every page of documentation that is published. */
export async function pages(): Promise<string[]> {
  const docs = (await readdir(join(ROOT, 'docs'))).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`);
  const readmes = ['protocol', 'server', 'widget'].map((name) => `packages/${name}/README.md`);
  return ['README.md', ...docs, ...readmes, API];
}

export function textOf(path: string): Promise<string> {
  return readFile(join(ROOT, path), 'utf8');
}

/** The fenced blocks of a page in one language; `''` for those without a name. */
export function blocks(text: string, language: string): string[] {
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```/gm)]
    .filter(([, name]) => name === language)
    .map(([, , code]) => code ?? '');
}
