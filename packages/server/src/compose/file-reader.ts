import { join } from 'node:path';
import type { Config } from '../config.ts';
import { createFileReader, type FileReader } from '../import/reader-of-files.ts';
import type { Resolve } from '../pages/resolve.ts';
import { type ImportingDeps, importing } from './importing.ts';
import { openSpool } from './spool.ts';

interface FileReaderParts extends ImportingDeps {
  readonly config: Pick<Config, 'limits' | 'data'>;
  readonly resolve: Resolve;
  readonly onWork: () => void;
  readonly onError: (error: unknown) => void;
}

/** What a killed process left is taken up this soon. */
const LOOK_MS = 10_000;

/** Files that are given to this server; they wait in its own folder, also where everything else is in PostgreSQL. */
export function openFileReader(parts: FileReaderParts): FileReader & { start(): void } {
  const { resolve, onWork, onError } = parts;
  const reader = createFileReader({
    ...importing(parts),
    ...{ resolve, onWork, onError, store: parts.store },
    spool: openSpool(join(parts.config.data, 'imports')),
    // Readers of files are loaded when there is one.
    formats: async () => (await import('../import/formats/index.ts')).FORMATS,
  });
  let ticking: NodeJS.Timeout | undefined;
  return {
    ...reader,
    start() {
      ticking ??= setInterval(() => void reader.look(), LOOK_MS).unref();
    },
    stop() {
      clearInterval(ticking);
      return reader.stop();
    },
  };
}
