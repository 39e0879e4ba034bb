/** An error whose message is meant for a person: one line, what happened, why, what to do. Recognise it by `code`. */
export class HearbackError extends Error {
  override readonly name = 'HearbackError';
  readonly code: 'config' | 'usage' | 'storage' | 'port' | 'unknown-id' | 'mount' | 'import';
  constructor(code: HearbackError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export function isHearbackError(error: unknown): error is HearbackError {
  return error instanceof Error && error.name === 'HearbackError';
}

/** A full disk, a locked file, a database that is away: it is nobody's fault who asked. */
export function isStorageTrouble(error: unknown): error is Error & { readonly code: 'storage' } {
  return error instanceof Error && 'code' in error && error.code === 'storage';
}

/** What the system, the database or a library calls it, as `ENOENT`; `''` for what has no such name. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** One line of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
