import { different, row } from './row.ts';

const ONLY_PUBLIC = different('Fault 48: only when the mention is public; other repeats get the success string.');
const SYNTAX = different(
  'Bad source or target syntax: −32602 for a value that is no http(s) URL; 33 for a valid foreign target.',
);
const SELF = different('Self-ping (source is the target): fault 0.');
const NO_CALLER = different('Caller’s address in our verification request: off by default.');

/** Pingback 1.0 §3 and §4: the call, its answers, the order in which they are found. */
export const PINGBACK_EXCHANGE = [
  row('PB-C01', 'should', 'the client posts pingback.ping with source and target, in that order'),
  row('PB-C02', 'must', 'both are strings and absolute URIs'),
  row('PB-C03', 'must', 'the target is sent as the source page has it, fragment and all'),
  row('PB-C04', 'must', 'the source may carry a fragment'),
  row('PB-C05', 'may', 'the text of a success decides nothing'),
  row('PB-C07', 'note', 'the middle bits of a fault tell whom it is about'),
  row('PB-C08', 'house', 'the call has the form that every known server reads'),
  row('PB-C09', 'house', 'text/xml without charset, with length, host and user agent, in one piece'),
  row('PB-C10', 'house', 'fault 48 means delivered, an empty fault 0 refused'),
  row('PB-C12', 'house', 'a fault counts under any status'),
  row('PB-C13', 'house', 'a success of any type is a success'),
  row('PB-C14', 'house', 'a fault of any shape is a fault'),
  row('PB-C15', 'house', 'the call is sent again after 301, 302, 307 and 308, never after 303'),
  row('PB-C16', 'house', 'one protocol is used per target, Webmention before Pingback before TrackBack'),
  row('PB-C17', 'house', 'a page never tells itself'),
  row('PB-C18', 'house', 'a source that redirects is told about, since some receivers refuse it'),
  row('PB-C19', 'house', 'pages that tell advertise too'),
  row('PB-S01', 'must', 'every call is answered with one string or one fault'),
  row('PB-S02', 'must', 'success is one string'),
  row('PB-S03', 'must', 'failure is a fault of the list or 0'),
  row('PB-S04', 'may', 'detailed codes are optional, interoperability codes are allowed'),
  row('PB-S06', 'may', 'the steps of the server are recommended only'),
  row('PB-S07', 'note', 'the reply may come before the check of the source'),
  row('PB-S08', 'example', 'the steps in the order of the example; media that are no text are refused'),
  row('PB-S10', 'erratum', 'the size of a source and the time it may take are limited'),
  row('PB-S11', 'house', 'a foreign target is 33, and its source is not fetched', SYNTAX),
  row('PB-S12', 'house', 'a repeat is 48, refreshed and not doubled', ONLY_PUBLIC),
  row('PB-S13', 'house', 'concurrent calls of one pair make one record'),
  row('PB-S14', 'house', 'a page that links to itself is refused, one of the same site is not', SELF),
  row('PB-S15', 'house', 'a URL in text, comment, script, style or template is no link'),
  row('PB-S16', 'house', 'a nofollow link is a link, and its rel is kept'),
  row('PB-S17', 'house', 'the excerpt is the text around the link, as text'),
  row('PB-S18', 'house', 'the title is read leniently, and a page without one is accepted'),
  row('PB-S19', 'house', 'the request to the source names its caller', NO_CALLER),
  row('PB-S20', 'house', 'other methods than POST are 405'),
  row('PB-S21', 'house', 'faults are HTTP 200, text/xml, with their length'),
  row('PB-S22', 'house', 'the success text is tagged as string and not empty'),
  row('PB-S23', 'should', 'a gateway reports its upstream with 50'),
  row('PB-S24', 'must', 'a user agent is client and server and advertises on every target'),
  row('PB-F00', 'must', '0: generic'),
  row('PB-F16', 'must', '16: the source does not exist'),
  row('PB-F17', 'must', '17: the source has no link'),
  row('PB-F32', 'must', '32: the target certainly does not exist'),
  row('PB-F33', 'must', '33: the target cannot be used'),
  row('PB-F48', 'must', '48: registered already'),
  row('PB-F49', 'must', '49: access denied'),
  row('PB-F50', 'must', '50: upstream, for gateways only'),
  row('PB-FX1', 'house', 'codes that nobody specified are read'),
  row('PB-FX2', 'house', 'codes that nobody specified are classed'),
];

/** The order in which flaws of one call are found; each row has two, and names the outer one. */
export const PINGBACK_ORDER = [
  row('PB-O01', 'house', 'HTTP before XML'),
  row('PB-O02', 'house', 'XML before XML-RPC'),
  row('PB-O03', 'house', 'XML-RPC before the method'),
  row('PB-O04', 'house', 'the method before its parameters'),
  row('PB-O05', 'house', 'parameters, and with them the syntax of both URLs, before the target'),
  row('PB-O06', 'house', 'a foreign target before one that is gone'),
  row('PB-O07', 'house', 'gone before closed'),
  row('PB-O08', 'house', 'closed before policy'),
  row('PB-O09', 'house', 'policy before the repeat'),
  row('PB-O10', 'house', 'the repeat before the fetch'),
  row('PB-O11', 'house', 'the fetch before the link'),
  row('PB-O12', 'house', 'the link before acceptance'),
];
