import { three } from '../three.ts';

/** What the doctor finds in how places answer. */
export const findingsOfAnswers = {
  'endpoint-port': three(
    '{what} is on port {port}.',
    'WordPress sends to 80, 443 and 8080 only.',
    'Serve it on one of them; a proxy does it.',
  ),
  'endpoint-scheme': three(
    '{what} is plain http, and the page is https.',
    'What is sent can be read and changed on the way, and a redirect to https turns a POST into a GET with WordPress.',
    'Name the https address.',
  ),
  'endpoint-elsewhere': three(
    '{what} is not of this Hearback, which is at {other}.',
    'What is sent there does not arrive here.',
    'Name the endpoint that the page of the site in the desk shows, or leave it so if you mean it.',
  ),
  'endpoint-redirects': three(
    '{what} redirects to {other}.',
    'WordPress asks again with GET, and most clients do not follow at all.',
    'Name the final address on the page.',
  ),
  'endpoint-slow': three(
    '{what} took {seconds} seconds to answer.',
    'Senders wait 5 seconds or so.',
    'Answer first and verify later.',
  ),
  'endpoint-slow.pingback': three(
    '{what} took {seconds} seconds to answer.',
    'WordPress waits 3 seconds, takes it for a failure, and does not come back.',
    'Answer first and verify later.',
  ),
  'endpoint-password': three(
    '{what} asks for a name and a password (HTTP 401).',
    'Senders have none.',
    'Take the password off this one address: a rule for the whole site, or a folder, covers it too.',
  ),
  'endpoint-blocks': three(
    '{what} answers HTTP {status}.',
    'It keeps senders out, which are programs that it does not know and that have no password.',
    'Make an exception for it in the firewall, the bot protection or the security plugin.',
  ),
  'endpoint-missing': three(
    '{what} answers HTTP {status}.',
    'Nothing is there, so every notification is lost.',
    'Name the right address, or take it off the page.',
  ),
  'endpoint-no-post': three(
    '{what} answers HTTP {status} to POST.',
    'Notifications are posted.',
    'Let POST through: a proxy or a host of files may stop it.',
  ),
  'endpoint-failing': three('{what} answers HTTP {status}.', 'It is out of order.', 'Look into its log.'),
  'reply-not-xml': three(
    '{what} answers with something that is no XML-RPC (HTTP {status}).',
    'Every client takes that for a failure.',
    'Look at what answers there: a page of a firewall, an error of PHP, a front page.',
  ),
  'reply-status': three(
    '{what} answers HTTP {status} around its result.',
    'XML-RPC wants 200 for faults too; WordPress and Python read no other.',
    'Send 200.',
  ),
  'reply-type': three(
    '{what} calls its answer {type}.',
    'Ruby and PEAR clients refuse what is not `text/xml`.',
    'Send `Content-Type: text/xml`.',
  ),
  'reply-type.none': three(
    '{what} does not say of what type its answer is.',
    'Ruby and PEAR clients refuse what is not `text/xml`.',
    'Send `Content-Type: text/xml`.',
  ),
  'reply-bom': three(
    '{what} begins its answer with a byte order mark.',
    'WordPress cannot read it and takes it for a failure.',
    'Save the files of the server, its configuration too, as UTF-8 without a mark.',
  ),
  'reply-blank': three(
    '{what} begins its answer with empty space.',
    'Before an XML declaration it makes the answer unreadable to strict clients.',
    'Look for empty lines after `?>` in files of PHP.',
  ),
  'reply-declaration': three(
    '{what} answers without an XML declaration.',
    'A few clients ask for one.',
    'Begin with `<?xml version="1.0"?>`.',
  ),
  'reply-length': three(
    '{what} does not say how long its answer is.',
    'Clients cannot tell a whole answer from a broken one, and old ones read none.',
    'Send `Content-Length`.',
  ),
  'endpoint-no-pingback': three(
    '{what} does not know `pingback.ping` (fault -32601).',
    'Nobody can tell it anything.',
    'Turn pingbacks on there, or take the endpoint off the page.',
  ),
  'endpoint-misreads': three(
    '{what} does not understand a plain call (fault {status}).',
    'Something changes or drops the body on the way.',
    'Look at the proxy and the firewall before it.',
  ),
  'reply-fault': three(
    '{what} does not give its fault code as an int.',
    'WordPress then does not see that a link is registered already, and sends it again each time.',
    'Write `<int>48</int>`.',
  ),
  certificate: three(
    '{what} is behind a certificate that is not trusted: {reason}.',
    'Every sender that checks certificates, WordPress among them, stops there.',
    'Renew the certificate, with its whole chain and for this very name.',
  ),
  'page-private': three(
    '{what} is where nobody from outside is let: {reason}.',
    'Senders do not ask private addresses, bare addresses and unusual ports.',
    'Give it a public name on port 443 or 80. For a closed network of yours, open it with `--allow-network`.',
  ),
  'page-redirects': three(
    '{what} redirects in a way that is not followed: {reason}.',
    'What is posted is not carried to another host, and loops have no end.',
    'Name the final address.',
  ),
  'page-slow.late': three(
    '{what} did not answer in time: {reason}.',
    'WordPress waits 2 seconds for a page and 3 for an endpoint, and does not come back.',
    'Find out what takes so long; a cache before the page helps.',
  ),
  'page-broken': three(
    '{what} answers with something that is no proper HTTP: {reason}.',
    'Strict clients drop such an answer as a whole.',
    'Look at what writes the headers: a folded line, a wrong length, a coding that was not asked for.',
  ),
  unreachable: three(
    '{what} could not be reached: {reason}.',
    'Nobody can ask it.',
    'Look at the name server, the firewall and whether the server runs.',
  ),
  'reply-noise': three(
    '{what} writes something before its answer: “{given}”.',
    'Strict clients, WordPress among them, cannot read it and take it for a failure.',
    'Look for warnings of PHP, and turn their display off (`display_errors`); they belong into a log.',
  ),
  'reply-cut': three(
    '{what} answers with XML that has no end.',
    'Every client takes a broken answer for a failure.',
    'Look at what ends it: an error in the middle, or a limit of the proxy.',
  ),
  'reply-wide': three(
    '{what} answers in {encoding}.',
    'Strict clients cannot read it, because PHP, in which most of them are written, knows UTF-8 and Latin-1 only: WordPress takes it for a failure.',
    'Write it in UTF-8.',
  ),
  'reply-empty': three(
    '{what} answers with a `methodResponse` that has nothing in it.',
    'Strict clients cannot read it, because an answer is either `params` or a `fault`, and take it for a failure.',
    'Look at what writes the answer; a library for XML-RPC writes it right.',
  ),
  'reply-malformed': three(
    '{what} answers with XML that is not well-formed XML-RPC: {reason}.',
    'Strict clients cannot read it and take it for a failure.',
    'Look at what writes the answer, and at what changes it on the way; a library for XML-RPC writes it right.',
  ),
};
