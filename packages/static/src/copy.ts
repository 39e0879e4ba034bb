import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type MentionEntry, readEntries, recordOf } from './entry.ts';

/** What the last build left for the next one. */
export interface Copy {
  readonly entries: readonly MentionEntry[];
  /** The greatest number seen, withdrawn ones included. */
  readonly lastId: number;
  /** The server's times: the last change and the last withdrawal that were seen. */
  readonly changedAt: string;
  readonly deletedAt: string;
  /** When the server was last asked, and when for everything; milliseconds. */
  readonly askedAt: number;
  readonly wholeAt: number;
}

export const NO_COPY: Copy = { entries: [], lastId: 0, changedAt: '', deletedAt: '', askedAt: 0, wholeAt: 0 };
const VERSION = 1;

/** `undefined` when there is none, or one that cannot be used: of another version, another server or site, or cut off. */
export async function readCopy(file: string, about: string): Promise<Copy | undefined> {
  let kept: Readonly<Record<string, unknown>> | undefined;
  try {
    kept = recordOf(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
  const entries = readEntries(kept);
  if (!kept || !entries || kept.version !== VERSION || kept.about !== about) return undefined;
  const [lastId, askedAt, wholeAt] = [kept.lastId, kept.askedAt, kept.wholeAt].map((value) => Number(value) || 0);
  const [changedAt, deletedAt] = [kept.changedAt, kept.deletedAt].map((value) =>
    typeof value === 'string' ? value : '',
  );
  return { ...NO_COPY, entries, ...{ lastId, askedAt, wholeAt, changedAt, deletedAt } } as Copy;
}

/** Written beside the old one and put in its place, so that a build that is stopped leaves one of the two. */
export async function writeCopy(file: string, about: string, { entries, ...rest }: Copy): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.tmp`;
  await writeFile(beside, JSON.stringify({ version: VERSION, about, ...rest, children: entries }));
  await rename(beside, file);
}
