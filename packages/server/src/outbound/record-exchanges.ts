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

const MAX_HEAD = 4 * 1024;
const MAX_REQUEST_BODY = 4 * 1024;
const MAX_REPLY_BODY = 1024;
const DECODER = new TextDecoder();

export function recordExchanges(http: Http, clock: Clock): RecordedHttp {
  let exchanges: Exchange[] = [];
  return {
    async request(request) {
      const at = clock.now();
      const outcome = await http.request(request);
      exchanges.push({ at, request: requestText(request, outcome), reply: replyText(outcome) });
      return outcome;
    },
    taken() {
      const taken = exchanges;
      exchanges = [];
      return taken;
    },
  };
}

/** The header lines are those that were sent where the network tells them, else those that were asked for. */
function requestText({ method, url, headers = {}, body }: HttpRequest, outcome: HttpReply | HttpFailure): string {
  const sent = outcome.sent ?? Object.entries(headers);
  return safe([`${method} ${url}`, ...linesOf(sent)].join('\n'), body, MAX_REQUEST_BODY);
}

function replyText(outcome: HttpReply | HttpFailure): string {
  if (!outcome.ok) return safe(`No answer: ${outcome.reason}`, undefined, 0);
  const { status, headers, body, chain } = outcome;
  const way = chain.length > 1 ? [`(after ${chain.slice(1).join(', then ')})`] : [];
  return safe([[`HTTP ${status}`, ...way].join(' '), ...linesOf(headers)].join('\n'), body, MAX_REPLY_BODY);
}

function linesOf(headers: readonly HeaderLine[]): readonly string[] {
  return headers.map(([name, value]) => `${name}: ${value.replace(/[\r\n]+/g, ' ')}`);
}

/** Cut before it is made safe, so that nobody's megabyte is looked through for secrets. */
function safe(head: string, body: Uint8Array | undefined, max: number): string {
  const cut = head.length > MAX_HEAD ? `${head.slice(0, MAX_HEAD)}…` : head;
  const bytes = body?.subarray(0, max) ?? new Uint8Array();
  const more = body !== undefined && body.length > max ? `… (${body.length - max} bytes more)` : '';
  const text = bytes.length === 0 ? '' : `\n\n${DECODER.decode(bytes).replace(/\r\n?/g, '\n')}${more}`;
  return printable(redact(`${cut}${text}`));
}
