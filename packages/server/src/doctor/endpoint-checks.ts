import type { HttpReply } from '@hearback/protocol';
import { type Finding, problem, type Subject, warning } from './finding.ts';
import { noAnswer } from './no-answer.ts';
import { seconds } from './page-checks.ts';
import { checkReply, isXmlRpcReply } from './reply-checks.ts';
import type { EndpointLook, Target } from './target.ts';
import { WORDPRESS_CALL_MS, WORDPRESS_PORTS } from './wordpress-discovery.ts';

const BLOCKED: readonly number[] = [401, 403, 406, 429, 451];
/** Webmention §4.2 has senders wait 5 seconds. */
const PATIENCE_MS = { pingback: WORDPRESS_CALL_MS, webmention: 5_000 };

type Endpoint = NonNullable<Subject>;

/** Whether what the page names can be told, and its answer be read. */
export function* checkEndpoint({ get, own }: Target, look: EndpointLook): Generator<Finding> {
  const { protocol, url: text, answer, ms } = look;
  const subject = { protocol, url: text };
  const url = new URL(text);
  const page = new URL(get.answer.finalUrl);
  if (protocol === 'pingback' && !WORDPRESS_PORTS.includes(url.port))
    yield problem('endpoint-port', { subject, parts: { port: url.port } });
  if (page.protocol === 'https:' && url.protocol === 'http:') yield warning('endpoint-scheme', { subject });
  if (own?.publicUrl !== undefined && URL.parse(own.publicUrl)?.host !== url.host)
    yield warning('endpoint-elsewhere', { subject, parts: { other: own.publicUrl } });
  if (protocol === 'trackback') {
    yield* ofEmptyPing(answer, subject);
    return;
  }
  if (!answer.ok) {
    yield noAnswer(answer, subject);
    return;
  }
  if (answer.chain.length > 1) yield problem('endpoint-redirects', { subject, parts: { other: answer.finalUrl } });
  if (ms > PATIENCE_MS[protocol])
    yield problem('endpoint-slow', {
      subject,
      parts: { seconds: seconds(ms) },
      ...(protocol === 'pingback' && { says: 'endpoint-slow.pingback' }),
    });
  if (protocol === 'pingback' && isXmlRpcReply(answer)) yield* checkReply(answer, subject);
  else yield* ofStatus(answer, subject);
}

/** A ping without its URL may be sent to the page, as WordPress does, and be forbidden; only no answer to it is a fault. */
function* ofEmptyPing(answer: EndpointLook['answer'], subject: Endpoint): Generator<Finding> {
  if (!answer.ok && answer.kind !== 'redirects') yield noAnswer(answer, subject);
  else if (answer.ok && (answer.status === 401 || !BLOCKED.includes(answer.status))) yield* ofStatus(answer, subject);
}

function* ofStatus(reply: HttpReply, subject: Endpoint): Generator<Finding> {
  const { status } = reply;
  if (BLOCKED.includes(status))
    yield problem('endpoint-blocks', {
      subject,
      parts: { status: String(status) },
      ...(status === 401 && { says: 'endpoint-password' }),
    });
  else if (status === 404 || status === 410)
    yield problem('endpoint-missing', { subject, parts: { status: String(status) } });
  else if (status === 405 || status === 501)
    yield problem('endpoint-no-post', { subject, parts: { status: String(status) } });
  else if (status >= 500) yield problem('endpoint-failing', { subject, parts: { status: String(status) } });
  else if (subject.protocol === 'pingback')
    yield problem('reply-not-xml', { subject, parts: { status: String(status) } });
}
