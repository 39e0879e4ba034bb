import type { HeaderLine, Http, HttpFailure, HttpReply, HttpRequest } from '@hearback/protocol';
import type { Exchange } from '../delivery.ts';
import type { Clock } from '../ports/index.ts';
import { printable } from '../printable.ts';
import { redact } from '../redact.ts';

/** A network that remembers what was asked and answered. */
export interface RecordedHttp extends Http {
  /** What was exchanged since the last call, oldest first. */
  taken(): readonly Exchange[];
}

/** As it was; the texts are made when the record is written, for between two requests of a visit somebody waits. */
interface Exchanged {
  readonly at: number;
  readonly request: HttpRequest;
  readonly outcome: Begun | HttpFailure;
}

/** A reply with as much of its body as is kept. */
type Begun = HttpReply & { readonly length: number };

const MAX_HEAD = 4 * 1024;
const MAX_REQUEST_BODY = 4 * 1024;
const MAX_REPLY_BODY = 1024;
const DECODER = new TextDecoder();

export function recordExchanges(http: Http, clock: Clock): RecordedHttp {
  let exchanged: Exchanged[] = [];
  return {
    async request(request) {
      const at = clock.now();
      const outcome = await http.request(request);
      exchanged.push({ at, request, outcome: outcome.ok ? withBeginning(outcome) : outcome });
      return outcome;
    },
    taken() {
      const taken = exchanged;
      exchanged = [];
      return taken.map(({ at, request, outcome }) => ({
        at,
        request: requestText(request, outcome),
        reply: replyText(outcome),
      }));
    },
  };
}

/** Copied: a part of the body would keep all of it in memory until the other side has answered. */
function withBeginning(reply: HttpReply): Begun {
  return { ...reply, body: reply.body.slice(0, MAX_REPLY_BODY), length: reply.body.length };
}

/** The header lines are those that were sent where the network tells them, else those that were asked for. */
function requestText({ method, url, headers = {}, body }: HttpRequest, outcome: Begun | HttpFailure): string {
  const sent = outcome.sent ?? Object.entries(headers);
  return safe([`${method} ${url}`, ...linesOf(sent)].join('\n'), body?.subarray(0, MAX_REQUEST_BODY), body?.length);
}

function replyText(outcome: Begun | HttpFailure): string {
  if (!outcome.ok) return safe(`No answer: ${outcome.reason}`);
  const { status, headers, body, length, chain } = outcome;
  const way = chain.length > 1 ? [`(after ${chain.slice(1).join(', then ')})`] : [];
  return safe([[`HTTP ${status}`, ...way].join(' '), ...linesOf(headers)].join('\n'), body, length);
}

function linesOf(headers: readonly HeaderLine[]): readonly string[] {
  return headers.map(([name, value]) => `${name}: ${value.replace(/[\r\n]+/g, ' ')}`);
}

/** Cut before it is made safe, so that nobody's megabyte is looked through for secrets. */
function safe(head: string, bytes: Uint8Array = new Uint8Array(), length = 0): string {
  const cut = head.length > MAX_HEAD ? `${head.slice(0, MAX_HEAD)}…` : head;
  const more = length > bytes.length ? `… (${length - bytes.length} bytes more)` : '';
  const text = bytes.length === 0 ? '' : `\n\n${DECODER.decode(bytes).replace(/\r\n?/g, '\n')}${more}`;
  return printable(redact(`${cut}${text}`));
}
