import { HearbackError, isHearbackError } from '../errors.ts';
import { HOLD_MS, type ImportHow, type ImportRun, type RunSkip } from '../import-run.ts';
import type { Spool, Store } from '../ports/index.ts';
import { printable } from '../printable.ts';
import { type ImportCounts, noCounts } from './counts.ts';
import type { Format } from './format.ts';
import { takeFile } from './take-file.ts';
import type { TakeDeps } from './take-in.ts';

/** Of one file: an export of twenty busy years has a tenth of it. The command has no bound. */
const MOST_BYTES = 1024 * 1024 * 1024;

export interface GivenFile extends ImportHow {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly name: string;
  readonly by: string;
  /** `''` for all. */
  readonly site: string;
}

export type Given =
  | { readonly ok: true; readonly id: string }
  /** `broken` has a sentence. */
  | { readonly ok: false; readonly why: 'empty' | 'busy' | 'broken'; readonly reason: string };

/** Reads files that are given to a server, one after the other, while everything else goes on. */
export interface FileReader {
  /** Keeps it whole, and begins to read it. */
  give(file: GivenFile): Promise<Given>;
  /** Ends one before its end; what was taken stays. False when it has ended. */
  cancel(id: string): Promise<boolean>;
  /** Reads whatever was given to this process, now or before it was started again. Resolves when nothing is left. */
  look(): Promise<void>;
  /** Leaves off between two batches; the next `look` goes on there. */
  stop(): Promise<void>;
}

export interface FileReaderDeps extends Omit<TakeDeps, 'store' | 'sites' | 'moves' | 'isDry' | 'signal' | 'behind'> {
  readonly store: Pick<Store, 'imports' | 'linkingPages' | 'importRuns'>;
  readonly spool: Spool;
  /** They are loaded when there is something to read. */
  readonly formats: () => Promise<readonly Format[]>;
  /** Told when mentions came in. */
  readonly onWork: () => void;
  readonly onError: (error: unknown) => void;
  readonly most?: number | undefined;
}

/** Bytes after which it is said how far it is, though nothing was found. */
const STRETCH = 8 * 1024 * 1024;
const STOPPED = 'It was stopped.';

export function createFileReader(deps: FileReaderDeps): FileReader {
  const { store, spool, clock, random, most = MOST_BYTES } = deps;
  const { importRuns } = store;
  let isStopped = false;
  let isAsked = false;
  let looking: Promise<void> | undefined;
  let current: AbortController | undefined;

  async function give({ bytes, name, by, site, ...how }: GivenFile): Promise<Given> {
    const id = random.id();
    try {
      const size = await spool.keep(id, bytes, most);
      const run = { id, site, name: printable(name).slice(0, 200), by, size, begunAt: clock.now(), how };
      const isTaken =
        size > 0 &&
        (await importRuns.add({
          ...run,
          ...{ done: 0, heldUntil: 0, counts: noCounts(), endedAt: undefined, problem: '' },
        }));
      if (isTaken) {
        await spool.ready(id);
        void look();
        return { ok: true, id };
      }
      await spool.remove(id);
      return { ok: false, why: size > 0 ? 'busy' : 'empty', reason: '' };
    } catch (error) {
      if (!isHearbackError(error) || error.code !== 'import') throw error;
      return { ok: false, why: 'broken', reason: error.message };
    }
  }

  function look(): Promise<void> {
    isAsked = true;
    looking ??= readAll()
      .catch(deps.onError)
      .finally(() => {
        looking = undefined;
      });
    return looking;
  }

  async function readAll(): Promise<void> {
    while (isAsked) {
      isAsked = false;
      for (const id of await spool.ids()) {
        if (isStopped) return;
        const now = clock.now();
        const run = await importRuns.hold(id, now, now + HOLD_MS);
        if (run) {
          await read(run);
          isAsked = true;
        } else if (isOver(await importRuns.byId(id))) await spool.remove(id);
      }
    }
  }

  /** Ended while nobody had it, or forgotten. */
  function isOver(run: ImportRun | undefined): boolean {
    return run === undefined || run.endedAt !== undefined;
  }

  async function read(run: ImportRun): Promise<void> {
    const { id, site, how } = run;
    const counts: ImportCounts = structuredClone(run.counts);
    const aborting = new AbortController();
    current = aborting;
    let skips: RunSkip[] = [];
    let done = 0;

    async function tell(isOnDisk: boolean): Promise<void> {
      const progress = { done, heldUntil: clock.now() + HOLD_MS, ...(isOnDisk && { counts, skips }) };
      if (isOnDisk) skips = [];
      if (!(await importRuns.advance(id, progress))) aborting.abort();
    }

    async function* heard(): AsyncGenerator<Uint8Array> {
      let told = 0;
      for await (const part of spool.read(id)) {
        // Not an end: half a line would be read as a whole one.
        if (aborting.signal.aborted) throw new HearbackError('import', STOPPED);
        done += part.length;
        if (done - told > STRETCH) {
          told = done;
          await tell(false);
        }
        yield part;
      }
    }

    const problem = await takeFile(heard(), counts, {
      ...deps,
      formats: await deps.formats(),
      ...how,
      ...(site !== '' && { sites: [site] }),
      behind: run.counts.read,
      signal: aborting.signal,
      onSkip: (skip) => {
        // Comments of people are only counted.
        if (skip.why !== 'comment') skips.push({ ...skip, what: printable(skip.what).slice(0, 200) });
      },
      onProgress: async () => {
        await tell(true);
        deps.onWork();
      },
    });
    current = undefined;
    if (isStopped) {
      await importRuns.advance(id, { done, heldUntil: 0 });
      return;
    }
    await importRuns.end(id, clock.now(), problem ?? '');
    await spool.remove(id);
  }

  return {
    give,
    look,
    async cancel(id) {
      return importRuns.end(id, clock.now(), STOPPED);
    },
    async stop() {
      isStopped = true;
      current?.abort();
      await looking;
    },
  };
}
