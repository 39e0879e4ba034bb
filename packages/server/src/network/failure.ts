import type { HttpFailure, HttpFailureKind } from '@hearback/protocol';
import { errorCode, messageOf } from '../errors.ts';

/** A failure as a value. `clause` names the host and becomes a sentence with the stop that is put behind it. */
export function failure(kind: HttpFailureKind, clause: string): HttpFailure {
  return { ok: false, kind, reason: `${clause}.` };
}

/** The code of a system or library error, else its message, to stand in brackets at the end of a sentence. */
export function codeOf(error: unknown): string {
  return errorCode(error) || messageOf(error);
}
