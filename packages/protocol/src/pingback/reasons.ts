import { FAULT } from '../fault.ts';
import type { HttpReply } from '../http.ts';
import { headerValue } from '../http.ts';
import { mediaType } from '../media-type.ts';

const MEANING: ReadonlyMap<number, string> = new Map([
  [FAULT.sourceMissing, 'it could not read your page'],
  [FAULT.noLink, 'it found no link to the target on your page'],
  [FAULT.targetMissing, 'it says that the target does not exist'],
  [FAULT.targetUnusable, 'it says that the target takes no pingbacks'],
  [FAULT.accessDenied, 'it denied access'],
  [FAULT.upstream, 'it could not reach a server behind it'],
  [FAULT.methodNotFound, 'it does not know pingbacks'],
]);

/** Why a pingback was refused, from the code and the peer's own words. */
export function refusalReason(code: number, message: string): string {
  if (code === FAULT.generic && message === '') {
    return 'The endpoint refused the pingback and gave no reason (WordPress never gives one).';
  }
  const because = [MEANING.get(code), message === '' ? undefined : `“${message}”`].filter((part) => part !== undefined);
  return `The endpoint refused the pingback with ${[`fault ${code}`, ...because].join(': ')}.`;
}

/** What came instead of an XML-RPC reply. */
export function strangerReason(reply: HttpReply): string {
  const { status } = reply;
  if (status >= 400) {
    return `The endpoint answered HTTP ${status} without an XML-RPC reply: pingbacks are off there, or something in front of it blocks them.`;
  }
  if (status >= 300) return `The endpoint answered HTTP ${status}, a redirect that a pingback may not follow.`;
  if (reply.truncated) return 'The endpoint answered with more text than any XML-RPC reply has.';
  if (mediaType(headerValue(reply.headers, 'content-type')) === 'text/html') {
    return 'The endpoint answered with a web page instead of an XML-RPC reply.';
  }
  return 'The endpoint answered with something that is no XML-RPC reply.';
}
