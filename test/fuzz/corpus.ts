import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../fixtures/fuzz/', import.meta.url));

export interface Kept {
  readonly file: string;
  readonly input: Uint8Array;
}

/** Kept inputs of a target by name; those that once broke something are called `regression-…`. */
export function keptOf(target: string): readonly Kept[] {
  const folder = `${FOLDER}${target}/`;
  mkdirSync(folder, { recursive: true });
  const names = readdirSync(folder).sort();
  return names.map((name) => ({ file: `${folder}${name}`, input: new Uint8Array(readFileSync(`${folder}${name}`)) }));
}

/** Writes an input down; answers its file. The same input is the same file. */
export function keep(target: string, input: Uint8Array, prefix = ''): string {
  const file = `${FOLDER}${target}/${prefix}${createHash('sha256').update(input).digest('hex').slice(0, 12)}`;
  writeFileSync(file, input);
  return file;
}

/** Forgets the inputs that were found by chance; what once broke something stays. */
export function forget(target: string): void {
  for (const { file } of keptOf(target)) if (!/\/regression-[^/]*$/.test(file)) rmSync(file);
}
