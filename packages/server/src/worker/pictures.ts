import type { PictureMaker } from '../ports/index.ts';
import { createPageReader } from './reader.ts';

const ENTRY = new URL(import.meta.url.endsWith('.ts') ? './picture-entry.ts' : './picture-entry.js', import.meta.url);
/** Milliseconds of the processor: four million pixels take a third of a second. */
const DEADLINE = 2_000;

/** Each picture has a thread of its own, which ends with it: memory of WebAssembly grows and never shrinks. */
export function createPictureMaker(): PictureMaker {
  return {
    async make(body) {
      const reader = createPageReader({ threads: 1, entry: ENTRY, deadline: DEADLINE });
      try {
        const read = await reader.read('picture', { body });
        return read.ok ? { ok: true, ...read.reading } : { ok: false, problem: 'it cannot be decoded' };
      } finally {
        await reader.close();
      }
    },
  };
}
