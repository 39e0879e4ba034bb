import { open, readdir, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { messageOf } from '../errors.ts';
import type { Folder, FolderFile } from '../ports/index.ts';

const MAX_FILES = 100_000;
const MAX_DEPTH = 32;
const MAX_BYTES = 1024 * 1024;

/** Folders of this machine; a relative name counts from the working directory. */
export const folderHere: Folder = {
  async list(folder) {
    const files: FolderFile[] = [];
    const problem = (why: string) => ({ ok: false, reason: `The folder ${folder} cannot be read: ${why}.` }) as const;

    async function walk(parts: readonly string[]): Promise<boolean> {
      for (const entry of await readdir(join(resolve(folder), ...parts), { withFileTypes: true })) {
        if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
        const path = [...parts, entry.name];
        if (entry.isDirectory() && path.length < MAX_DEPTH && !(await walk(path))) return false;
        // Links to elsewhere are neither, so nothing outside of the folder is read.
        if (!entry.isFile() || !/\.html?$/i.test(entry.name)) continue;
        if (files.length === MAX_FILES) return false;
        const { size, mtimeMs } = await stat(join(resolve(folder), ...path));
        files.push({ path: path.join('/'), stamp: `${size}-${mtimeMs}` });
      }
      return true;
    }
    try {
      return (await walk([])) ? { ok: true, files } : problem(`it has more than ${MAX_FILES} pages`);
    } catch (error) {
      return problem(messageOf(error).replace(/\.$/, ''));
    }
  },

  async read(folder, path) {
    const root = resolve(folder);
    const full = resolve(root, path);
    if (!full.startsWith(`${root}${sep}`)) return undefined;
    try {
      await using file = await open(full, 'r');
      const { buffer, bytesRead } = await file.read(Buffer.alloc(MAX_BYTES), 0, MAX_BYTES, 0);
      return new Uint8Array(buffer.subarray(0, bytesRead));
    } catch {
      // It was there a moment ago: the site is being built anew.
      return undefined;
    }
  },
};
