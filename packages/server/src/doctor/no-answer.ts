import type { HttpFailure } from '@hearback/protocol';
import { type Finding, problem } from './finding.ts';

/** What a request that got no answer says of the place that was asked. `what`: "The page" or "The pingback endpoint URL". */
export function noAnswer(failure: HttpFailure, what: string, code: 'page' | 'endpoint'): Finding {
  const { kind, reason } = failure;
  const clause = reason.replace(/\.$/, '');
  switch (kind) {
    case 'tls':
      return problem(
        'certificate',
        `${what} is behind a certificate that is not trusted: ${clause}.`,
        'Every sender that checks certificates, WordPress among them, stops there.',
        'Renew the certificate, with its whole chain and for this very name.',
      );
    case 'refused':
      return problem(
        `${code}-private`,
        `${what} is where nobody from outside is let: ${clause}.`,
        'Senders do not ask private addresses, bare addresses and unusual ports.',
        'Give it a public name on port 443 or 80. For a closed network of yours, open it with --allow-network.',
      );
    case 'redirects':
      return problem(
        `${code}-redirects`,
        `${what} redirects in a way that is not followed: ${clause}.`,
        'What is posted is not carried to another host, and loops have no end.',
        'Name the final address.',
      );
    case 'timeout':
      return problem(
        `${code}-slow`,
        `${what} did not answer in time: ${clause}.`,
        'WordPress waits 2 seconds for a page and 3 for an endpoint, and does not come back.',
        'Find out what takes so long; a cache before the page helps.',
      );
    case 'invalid':
      return problem(
        `${code}-broken`,
        `${what} answers with something that is no proper HTTP: ${clause}.`,
        'Strict clients drop such an answer as a whole.',
        'Look at what writes the headers: a folded line, a wrong length, a coding that was not asked for.',
      );
    default:
      return problem(
        code === 'page' ? 'unreachable' : 'endpoint-unreachable',
        `${what} could not be reached: ${clause}.`,
        'Nobody can ask it.',
        'Look at the name server, the firewall and whether the server runs.',
      );
  }
}
