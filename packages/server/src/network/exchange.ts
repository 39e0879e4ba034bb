import { type HeaderLine, type HttpFailure, type HttpFailureKind, headerValue } from '@hearback/protocol';
import type { Dispatcher } from 'undici';
import { type BodyReader, gzipBody, plainBody } from './body.ts';
import type { Connection } from './connections.ts';
import { codeOf, failure } from './failure.ts';
import { codingOf, headerLines, isUnread } from './head.ts';
import type { NetworkLimits } from './limits.ts';
import { isMoved } from './redirect.ts';

export interface Ask {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | undefined;
  readonly maxBytes: number;
  /** Whether a body of this type is of use; every one is, unless told. */
  readonly reads?: ((contentType: string | undefined) => boolean) | undefined;
}

export interface Answer {
  readonly ok: true;
  readonly status: number;
  readonly headers: readonly HeaderLine[];
  readonly body: Uint8Array;
  readonly truncated: boolean;
}

/** `answered`: the peer had begun to answer, so asking again would be asking twice. */
export type Unanswered = HttpFailure & { readonly answered: boolean };

/** Enough for the note that comes with a redirect, so that the connection can be used for the next hop. */
const REDIRECT_BYTES = 16 * 1024;

/**
 * Bytes that may arrive before the headers are complete. undici counts header lines only: a status line without end
 * brought in 33 MB in half a second. Above `headerBytes` by what a socket reads ahead of its parser.
 */
const BYTES_BEFORE_HEAD = 256 * 1024;

const INVALID_CODES: ReadonlySet<string> = new Set(['UND_ERR_HEADERS_OVERFLOW', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH']);

/** undici's parser errors carry no code, and a 100 or 101 that nobody asked for is a socket error with these words. */
function isInvalid(error: Error): boolean {
  return (
    INVALID_CODES.has(codeOf(error)) ||
    error.name === 'HTTPParserError' ||
    /^bad (?:response|upgrade)$/.test(error.message)
  );
}

function brokenOff(host: string, error: Error): HttpFailure {
  if (isInvalid(error)) return failure('invalid', `${host} does not keep to HTTP (${error.message})`);
  return failure('reset', `${host} closed the connection before its answer was complete`);
}

/**
 * One request and its answer over a connection that the guard has opened. undici's own timers are off: they start anew
 * with every byte and every 103, and tick by the second. Whatever is not a whole answer closes the connection.
 */
export function exchange(
  { client, socket }: Pick<Connection, 'client' | 'socket'>,
  ask: Ask,
  limits: NetworkLimits,
  signal: AbortSignal,
): Promise<Answer | Unanswered> {
  const host = ask.url.hostname;
  return new Promise((resolve) => {
    let head: { readonly status: number; readonly headers: readonly HeaderLine[] } | undefined;
    let reader: BodyReader | undefined;
    let answered = false;
    let informational = 0;
    let complete = false;
    let settled = false;

    function settle(outcome: Answer | Unanswered): void {
      if (settled) return;
      settled = true;
      clearTimeout(headersTimer);
      socket.off('readable', watchHead);
      signal.removeEventListener('abort', onAbort);
      if (!outcome.ok) reader?.discard();
      resolve(outcome);
    }
    function fail(kind: HttpFailureKind, reason: string): void {
      end(failure(kind, reason));
    }
    function end(outcome: HttpFailure): void {
      settle({ ...outcome, ...(head && { status: head.status }), answered });
      void client.destroy();
    }
    async function conclude(): Promise<void> {
      if (head === undefined || reader === undefined || complete) return;
      complete = true;
      const read = await reader.finish();
      if (read.ok) settle({ ...head, ...read });
      else fail('invalid', `${host} ${read.reason}`);
    }
    const before = socket.bytesRead;
    // Looking is all it does: the bytes are undici's to read.
    function watchHead(): void {
      if (socket.bytesRead - before > BYTES_BEFORE_HEAD)
        fail('invalid', `${host} sent too much before its answer began`);
    }
    const onAbort = () => fail('timeout', `${host} took too long`);
    const headersTimer = setTimeout(() => fail('timeout', `${host} did not begin to answer in time`), limits.headersMs);
    signal.addEventListener('abort', onAbort, { once: true });
    socket.on('readable', watchHead);

    function onHead(status: number, headers: readonly HeaderLine[]): void {
      clearTimeout(headersTimer);
      socket.off('readable', watchHead);
      head = { status, headers };
      const coding = codingOf(headers);
      if (headers.length > limits.headerLines) {
        fail('invalid', `${host} sent more than ${limits.headerLines} header lines`);
      } else if (coding === undefined) {
        fail('invalid', `${host} sent a content coding that was not asked for`);
      } else {
        reader = (coding === 'gzip' ? gzipBody : plainBody)({
          maxBytes: wantedBytes(status, headers),
          limits,
          onEnough,
        });
      }
    }
    function onEnough(): void {
      void client.destroy();
      void conclude();
    }
    function wantedBytes(status: number, headers: readonly HeaderLine[]): number {
      // Whoever says what is read knows better what that is.
      const isRead = ask.reads ? ask.reads(headerValue(headers, 'content-type')) : !isUnread(headers);
      if (isMoved(status)) return isUnread(headers) ? 0 : REDIRECT_BYTES;
      return isRead ? ask.maxBytes : 0;
    }

    const handler: Dispatcher.DispatchHandler = {
      onRequestStart() {},
      onResponseStart(controller, status) {
        if (settled) return;
        answered = true;
        if (status >= 200) {
          onHead(status, headerLines((controller.rawHeaders ?? []) as (Buffer | string)[]));
          return;
        }
        informational += 1;
        if (status === 101) fail('invalid', `${host} switched to another protocol`);
        if (informational > limits.informational)
          fail('invalid', `${host} sent more than ${limits.informational} interim answers`);
      },
      onResponseData(_controller, chunk) {
        reader?.take(chunk);
      },
      onResponseEnd() {
        void conclude();
      },
      onResponseError(_controller, error) {
        if (complete) return;
        end(brokenOff(host, error));
      },
    };
    const path = ask.url.pathname + ask.url.search;
    client.dispatch(
      { path, method: ask.method, headers: ask.headers, body: ask.body ?? null, idempotent: false },
      handler,
    );
    if (signal.aborted) onAbort();
  });
}
