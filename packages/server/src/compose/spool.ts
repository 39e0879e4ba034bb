import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { HearbackError, isHearbackError, messageOf } from '../errors.ts';
import type { Spool } from '../ports/index.ts';

/** Silence that no upload has. */
const IDLE_MS = 30_000;
/** What came in part, and was left lying by a process that was killed. */
const OLD_MS = 24 * 60 * 60_000;
const NAME = /^[\w-]{22}$/;
const PART = '.part';

/** A folder for files that were given to this process. Only its owner may read them. */
export function openSpool(folder: string, idleMs = IDLE_MS): Spool {
  const pathOf = (id: string) => join(folder, id);

  async function names(): Promise<readonly string[]> {
    try {
      return await readdir(folder);
    } catch {
      // Nothing was ever given.
      return [];
    }
  }

  return {
    async keep(id, bytes, most) {
      const path = `${pathOf(id)}${PART}`;
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await using file = await open(path, 'wx', 0o600);
        let size = 0;
        for await (const part of unlessSilent(bytes, idleMs)) {
          size += part.length;
          if (size > most) throw tooLarge(most);
          await file.writeFile(part);
        }
        await file.sync();
        return size;
      } catch (error) {
        await rm(path, { force: true });
        if (isHearbackError(error)) throw error;
        throw new HearbackError('import', `it did not come whole, so nothing was kept: ${messageOf(error)}.`, {
          cause: error,
        });
      }
    },
    ready: (id) => rename(`${pathOf(id)}${PART}`, pathOf(id)),
    async ids() {
      const found = await names();
      for (const name of found.filter((one) => one.endsWith(PART))) {
        const age = Date.now() - ((await stat(pathOf(name)).catch(() => undefined))?.mtimeMs ?? Date.now());
        if (age > OLD_MS) await rm(pathOf(name), { force: true });
      }
      return found.filter((name) => NAME.test(name)).sort();
    },
    read: (id) => createReadStream(pathOf(id), { highWaterMark: 256 * 1024 }),
    async remove(id) {
      await rm(pathOf(id), { force: true });
      await rm(`${pathOf(id)}${PART}`, { force: true });
    },
  };
}

function tooLarge(most: number): HearbackError {
  const much = most >= 1024 ** 2 ? `${Math.round(most / 1024 ** 2)} MiB` : `${most} bytes`;
  return new HearbackError(
    'import',
    `it has more than ${much}, so nothing was kept: read it with "hearback import FILE" on the server.`,
  );
}

/** @throws when nothing comes for so long */
async function* unlessSilent(bytes: AsyncIterable<Uint8Array>, idleMs: number): AsyncGenerator<Uint8Array> {
  const parts = bytes[Symbol.asyncIterator]();
  try {
    for (;;) {
      let timer: NodeJS.Timeout | undefined;
      const silence = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`nothing came for ${idleMs / 1000} seconds`)), idleMs);
      });
      const next = await Promise.race([parts.next(), silence]).finally(() => clearTimeout(timer));
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // Not waited for: one that is silent does not answer this either.
    void parts.return?.();
  }
}
