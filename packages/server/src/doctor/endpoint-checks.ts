import type { HttpReply } from '@hearback/protocol';
import { type Finding, problem, warning } from './finding.ts';
import { noAnswer } from './no-answer.ts';
import { seconds } from './page-checks.ts';
import { checkReply, isXmlRpcReply } from './reply-checks.ts';
import type { EndpointLook, Target } from './target.ts';
import { WORDPRESS_CALL_MS } from './wordpress-discovery.ts';

/** Ports that WordPress sends to. */
const PORTS = ['', '80', '443', '8080'];
const BLOCKED: readonly number[] = [401, 403, 406, 429, 451];
/** Webmention §4.2 has senders wait 5 seconds. */
const PATIENCE_MS = { pingback: WORDPRESS_CALL_MS, webmention: 5_000 };

/** Whether what the page names can be told, and its answer be read. */
export function* checkEndpoint({ get, own }: Target, look: EndpointLook): Generator<Finding> {
  const { protocol, url: text, answer, ms } = look;
  const what = `The ${protocol} endpoint ${text}`;
  const url = new URL(text);
  const page = new URL(get.answer.finalUrl);
  if (protocol === 'pingback' && !PORTS.includes(url.port))
    yield problem(
      'endpoint-port',
      `${what} is on port ${url.port}.`,
      'WordPress sends to 80, 443 and 8080 only.',
      'Serve it on one of them; a proxy does it.',
    );
  if (page.protocol === 'https:' && url.protocol === 'http:')
    yield warning(
      'endpoint-scheme',
      `${what} is plain http, and the page is https.`,
      'What is sent can be read and changed on the way, and a redirect to https turns a POST into a GET with WordPress.',
      'Name the https address.',
    );
  if (own?.publicUrl !== undefined && URL.parse(own.publicUrl)?.host !== url.host)
    yield warning(
      'endpoint-elsewhere',
      `${what} is not of this Hearback, which is at ${own.publicUrl}.`,
      'What is sent there does not arrive here.',
      'Name the endpoint that the page of the site in the desk shows, or leave it so if you mean it.',
    );
  if (!answer.ok) {
    yield noAnswer(answer, what, 'endpoint');
    return;
  }
  if (answer.chain.length > 1)
    yield problem(
      'endpoint-redirects',
      `${what} redirects to ${answer.finalUrl}.`,
      'WordPress asks again with GET, and most clients do not follow at all.',
      'Name the final address on the page.',
    );
  if (ms > PATIENCE_MS[protocol])
    yield problem(
      'endpoint-slow',
      `${what} took ${seconds(ms)} to answer.`,
      protocol === 'pingback'
        ? 'WordPress waits 3 seconds, takes it for a failure, and does not come back.'
        : 'Senders wait 5 seconds or so.',
      'Answer first and verify later.',
    );
  if (protocol === 'pingback' && isXmlRpcReply(answer)) yield* checkReply(answer, what);
  else yield* ofStatus(answer, what, protocol);
}

function* ofStatus(reply: HttpReply, what: string, protocol: EndpointLook['protocol']): Generator<Finding> {
  const { status } = reply;
  if (BLOCKED.includes(status))
    yield problem(
      'endpoint-blocks',
      `${what} answers HTTP ${status}.`,
      'It keeps senders out, which are programs that it does not know and that have no password.',
      'Make an exception for it in the firewall, the bot protection or the security plugin.',
    );
  else if (status === 404 || status === 410)
    yield problem(
      'endpoint-missing',
      `${what} answers HTTP ${status}.`,
      'Nothing is there, so every notification is lost.',
      'Name the right address, or take it off the page.',
    );
  else if (status === 405 || status === 501)
    yield problem(
      'endpoint-no-post',
      `${what} answers HTTP ${status} to POST.`,
      'Notifications are posted.',
      'Let POST through: a proxy or a host of files may stop it.',
    );
  else if (status >= 500)
    yield problem('endpoint-failing', `${what} answers HTTP ${status}.`, 'It is out of order.', 'Look into its log.');
  else if (protocol === 'pingback')
    yield problem(
      'reply-not-xml',
      `${what} answers with something that is no XML-RPC (HTTP ${status}).`,
      'Every client takes that for a failure.',
      'Look at what answers there: a page of a firewall, an error of PHP, a front page.',
    );
}
