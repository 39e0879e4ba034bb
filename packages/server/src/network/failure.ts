import type { HttpFailure, HttpFailureKind } from '@hearback/protocol';

/** A failure as a value. `clause` names the host and becomes a sentence with the stop that is put behind it. */
export function failure(kind: HttpFailureKind, clause: string): HttpFailure {
  return { ok: false, kind, reason: `${clause}.` };
}

/** The code of a system or library error, else its message, to stand in brackets at the end of a sentence. */
export function codeOf(error: unknown): string {
  if (error instanceof Error) return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
  return String(error);
}
