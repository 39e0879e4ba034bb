import { type HttpReply, headerValue } from '@hearback/protocol';
import { type Finding, problem, warning } from './finding.ts';

const DECLARATION = /^<\?xml\s/;
const CODE =
  /<name>\s{0,100}faultCode\s{0,100}<\/name>\s{0,100}<value>\s{0,100}(?:<(int|i4)>)?\s{0,100}([+-]?\d{1,10})/;

export function isXmlRpcReply(reply: HttpReply): boolean {
  return /<methodResponse[\s>]/.test(textOf(reply));
}

/** Whether the strictest clients could read the answer to a pingback. */
export function* checkReply(reply: HttpReply, what: string): Generator<Finding> {
  const text = textOf(reply);
  if (reply.status !== 200)
    yield problem(
      'reply-status',
      `${what} answers HTTP ${reply.status} around its result.`,
      'XML-RPC wants 200 for faults too; WordPress and Python read no other.',
      'Send 200.',
    );
  const type = headerValue(reply.headers, 'content-type');
  if (!/^\s*(?:text|application)\/xml\s*(?:;|$)/i.test(type ?? ''))
    yield warning(
      'reply-type',
      `${what} calls its answer ${type ?? 'nothing'}.`,
      'Ruby and PEAR clients refuse what is not text/xml.',
      'Send Content-Type: text/xml.',
    );
  if (text.startsWith('\ufeff'))
    yield problem(
      'reply-bom',
      `${what} begins its answer with a byte order mark.`,
      'WordPress cannot read it and takes it for a failure.',
      'Save the files of the server, its configuration too, as UTF-8 without a mark.',
    );
  else if (/^\s/.test(text))
    yield warning(
      'reply-blank',
      `${what} begins its answer with empty space.`,
      'Before an XML declaration it makes the answer unreadable to strict clients.',
      'Look for empty lines after ?> in files of PHP.',
    );
  else if (!DECLARATION.test(text))
    yield warning(
      'reply-declaration',
      `${what} answers without an XML declaration.`,
      'A few clients ask for one.',
      'Begin with <?xml version="1.0"?>.',
    );
  if (isOpenEnded(reply))
    yield warning(
      'reply-length',
      `${what} does not say how long its answer is.`,
      'Clients cannot tell a whole answer from a broken one, and old ones read none.',
      'Send Content-Length.',
    );
  if (text.includes('<fault>')) yield* ofFault(text, what);
}

function* ofFault(text: string, what: string): Generator<Finding> {
  const [, type, code] = CODE.exec(text) ?? [];
  if (code === '-32601')
    yield problem(
      'endpoint-no-pingback',
      `${what} does not know pingback.ping (fault -32601).`,
      'Nobody can tell it anything.',
      'Turn pingbacks on there, or take the endpoint off the page.',
    );
  else if (code === '-32700' || code === '-32600')
    yield problem(
      'endpoint-misreads',
      `${what} does not understand a plain call (fault ${code}).`,
      'Something changes or drops the body on the way.',
      'Look at the proxy and the firewall before it.',
    );
  else if (type === undefined)
    yield warning(
      'reply-fault',
      `${what} does not give its fault code as an int.`,
      'WordPress then does not see that a link is registered already, and sends it again each time.',
      'Write <int>48</int>.',
    );
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
