import { readPage } from '../../src/document/read-page.ts';
import type { PageInput, PageReading } from '../../src/document/types.ts';

export const TARGET = 'http://target.example/x';
export const SOURCE = 'http://source.example/blog/post';

/** A page as a test writes it. */
export function pageOf(html: string | Uint8Array, rest: Partial<PageInput> = {}): PageInput {
  return {
    body: typeof html === 'string' ? new TextEncoder().encode(html) : html,
    status: 200,
    finalUrl: SOURCE,
    headers: [['content-type', 'text/html; charset=utf-8']],
    target: TARGET,
    ...rest,
  };
}

export function read(html: string | Uint8Array, rest: Partial<PageInput> = {}): PageReading {
  return readPage(pageOf(html, rest));
}
