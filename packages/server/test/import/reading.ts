import { readFileSync } from 'node:fs';
import type { Brought, Found } from '../../src/import/brought.ts';
import { FORMATS } from '../../src/import/formats/index.ts';
import { readFile } from '../../src/import/read-file.ts';

export const WORDPRESS = readFileSync(new URL('../../../../fixtures/moving/wordpress-6.1.xml', import.meta.url));

export async function* bytes(text: string | Uint8Array, size = 1 << 16): AsyncGenerator<Uint8Array> {
  const all = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
}

/** All that a file has, and what ended it. */
export async function readAll(text: string | Uint8Array, size?: number, name?: string) {
  const found: Found[] = [];
  let format = '';
  let problem = '';
  try {
    const file = await readFile(bytes(text, size), FORMATS, name);
    format = file.format.name;
    for await (const one of file.found) found.push(one);
  } catch (error) {
    problem = (error as Error).message;
  }
  const brought = found.flatMap((one): Brought[] => (one.ok && 'brought' in one ? [one.brought] : []));
  const skipped = found.flatMap((one) => (one.ok ? [] : [one.why]));
  return { format, found, brought, skipped, problem };
}
