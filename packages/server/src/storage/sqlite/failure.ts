import { HearbackError, messageOf } from '../../errors.ts';

/** Primary result codes of SQLite, https://sqlite.org/rescode.html */
const BUSY = 5;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;
/** Extended code: the index of the log could not be made larger. */
const IOERR_SHMSIZE = 4874;

const ADVICE: Readonly<Record<number, string>> = {
  [BUSY]: 'another process holds the write lock; end it, or try again when it is done',
  [READONLY]: 'it cannot be written; give this user write permission on the file and its folder',
  [IOERR]: 'the disk does not work as it should; check it, then start Hearback again',
  [CORRUPT]: 'the file is damaged; restore a backup, or move the file away to begin anew',
  [FULL]: 'the disk is full; free some space, Hearback goes on by itself',
  [CANTOPEN]: 'it cannot be opened; give this user read and write permission on the folder',
  [NOTADB]: 'the file is no SQLite database; move it away, or name another folder with --data',
};

function codeOf(error: unknown): number {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
  // On a full disk it is often the index of the log that finds no room first. Nothing depends on what is in that file.
  if (code === IOERR_SHMSIZE) return FULL;
  // The low byte is the primary code, the rest tells variants apart.
  return typeof code === 'number' ? code & 0xff : 0;
}

export function isBusy(error: unknown): boolean {
  return codeOf(error) === BUSY;
}

function isClosed(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_INVALID_STATE';
}

/** After a failed sync the kernel may have dropped the pages: nothing written later can be trusted to be on disk. */
export function isDiskFailure(error: unknown): boolean {
  return codeOf(error) === IOERR;
}

/** What SQLite says in words for a person, when it is about the file; anything else comes back as it is. */
export function explain(error: unknown, path: string): unknown {
  if (isClosed(error))
    return new HearbackError('storage', `${path} is closed; open the store again.`, { cause: error });
  const advice = ADVICE[codeOf(error)];
  if (advice === undefined) return error;
  return new HearbackError('storage', `${path}: ${messageOf(error)}; ${advice}.`, { cause: error });
}
