import { type HttpReply, headerValue, replyFlaw } from '@hearback/protocol';
import { type Finding, problem, type Subject, warning } from './finding.ts';
import { latin1 } from './latin1.ts';

const DECLARATION = /^<\?xml\s/;
const EMPTY = /<methodResponse\s{0,100}(?:\/>|>\s{0,100}<\/methodResponse)/;
const CODE =
  /<name>\s{0,100}faultCode\s{0,100}<\/name>\s{0,100}<value>\s{0,100}(?:<(int|i4)>)?\s{0,100}([+-]?\d{1,10})/;

export function isXmlRpcReply(reply: HttpReply): boolean {
  // Whatever the width of its characters: without the zeros UTF-16 is ASCII.
  return /<methodResponse[\s/>]/.test(latin1(reply.body).replaceAll('\0', ''));
}

/** Whether the strictest clients could read the answer to a pingback. */
export function* checkReply(reply: HttpReply, subject: Subject): Generator<Finding> {
  const text = textOf(reply);
  const noise = noiseIn(text);
  if (reply.status !== 200) yield problem('reply-status', { subject, parts: { status: String(reply.status) } });
  const type = headerValue(reply.headers, 'content-type');
  if (!/^\s*(?:text|application)\/xml\s*(?:;|$)/i.test(type ?? ''))
    yield warning('reply-type', {
      subject,
      parts: { type: type ?? '' },
      ...(type === undefined && { says: 'reply-type.none' }),
    });
  const wide = widthOf(reply.body);
  if (wide !== undefined) {
    // Nothing else of it can be read either.
    yield problem('reply-wide', { subject, parts: { encoding: wide } });
    return;
  }
  if (text.startsWith('\ufeff')) yield problem('reply-bom', { subject });
  else if (noise !== '') yield problem('reply-noise', { subject, parts: { given: noise } });
  else if (/^\s/.test(text)) yield warning('reply-blank', { subject });
  else if (!DECLARATION.test(text)) yield warning('reply-declaration', { subject });
  if (isOpenEnded(reply)) yield warning('reply-length', { subject });
  if (EMPTY.test(text)) yield problem('reply-empty', { subject });
  else if (!text.includes('</methodResponse')) yield problem('reply-cut', { subject });
  else {
    const reason = flawOf(reply, noise !== '');
    // What is read out of broken XML by a pattern is not what is wrong with it.
    if (reason !== undefined) yield problem('reply-malformed', { subject, parts: { reason } });
    else if (text.includes('<fault>')) yield* ofFault(text, subject);
  }
}

/** Two or four bytes for each character: no XML that is ASCII, or more than that, has zeros. */
function widthOf(body: Uint8Array): 'UTF-16' | 'UTF-32' | undefined {
  const zeros = body.reduce((many, byte) => many + (byte === 0 ? 1 : 0), 0);
  if (zeros < body.length / 4) return undefined;
  return zeros > (body.length * 5) / 8 ? 'UTF-32' : 'UTF-16';
}

/** What is wrong with the answer itself, whatever has been written before it. */
function flawOf({ headers, body }: HttpReply, isBehindNoise: boolean): string | undefined {
  const [, charset] = /;\s*charset\s*=\s*["']?([^\s"';]+)/i.exec(headerValue(headers, 'content-type') ?? '') ?? [];
  const start = isBehindNoise ? latin1(body).indexOf('<methodResponse') : 0;
  return replyFlaw(body.subarray(start), charset);
}

function* ofFault(text: string, subject: Subject): Generator<Finding> {
  const [, type, code] = CODE.exec(text) ?? [];
  if (code === '-32601') yield problem('endpoint-no-pingback', { subject });
  else if (code === '-32700' || code === '-32600')
    yield problem('endpoint-misreads', { subject, parts: { status: code } });
  else if (type === undefined) yield warning('reply-fault', { subject });
}

/** What stands before the answer that is no XML of it: warnings of PHP, most of the time. */
function noiseIn(text: string): string {
  const [before = ''] = text.split('<methodResponse', 1);
  return before
    .replace(/<\?xml[^>]{0,200}\?>|<!--[\s\S]{0,1000}?-->|\ufeff/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100);
}

/** Neither a length nor chunks: the end of the connection is the end of the answer. */
function isOpenEnded({ headers }: HttpReply): boolean {
  return (
    headerValue(headers, 'content-length') === undefined && headerValue(headers, 'transfer-encoding') === undefined
  );
}

function textOf({ body }: HttpReply): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(body);
}
