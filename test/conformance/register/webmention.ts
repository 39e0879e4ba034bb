import { different, notApplicable, row } from './row.ts';

const inside = (whose: string) =>
  notApplicable(`It is what ${whose} does inside, with what we send and answer the same for everyone.`);

const PLAIN = different(
  'Text and JSON sources: a whole-URL token and an equal JSON value; a URL that is part of a longer one is none.',
);
const LADDER = different(
  'Link matching: the ladder from L0 to L4, so http for https and a fragment are no obstacle; prefixes are.',
);
const LOST = different(
  'Design §2, states of the link: 404 counts like 410 and a missing link, twice and an hour apart, where the row keeps a 404 until the third time; outages never count.',
);

/** W3C Webmention §3 and §4, Vouch, and what the field does with them. */
export const WEBMENTION = [
  row('WM-S01', 'must', 'the sender reads Link headers and link and a elements'),
  row('WM-S02', 'must', 'headers first, then the first element in document order'),
  row('WM-S03', 'must', 'a relative endpoint is resolved against the page after redirects'),
  row('WM-S04', 'must', 'the query of an endpoint stays in its URL'),
  row('WM-S05', 'may', 'HEAD may come first; the user agent says Webmention'),
  row('WM-S07', 'must', 'source and target are posted as a form'),
  row('WM-S08', 'must', 'any 2xx is a success; 201 names a status URL'),
  row('WM-S10', 'should', 'an update is sent to all old and new targets'),
  row('WM-S11', 'must', 'the endpoint is looked for again each time'),
  row('WM-S13', 'should', 'a deletion is sent to all former targets'),
  row('WM-S14', 'should', 'endpoints on loopback or private networks are not asked'),
  row('WM-S16', 'should', 'caching headers are respected: a page is asked once while it may be kept'),
  row('WM-S17', 'house', 'the content type has no parameter'),
  row('WM-S18', 'house', '429 and 5xx are tried again, other 4xx are not'),
  row('WM-S19', 'house', 'the old rel values come after the new one'),
  row('WM-R01', 'must', 'source and target are valid URLs of known schemes'),
  row('WM-R02', 'must', 'a source that is the target is refused'),
  row('WM-R03', 'should', 'the target is checked before the reply'),
  row('WM-R04', 'should', 'its fragment does not count there'),
  row('WM-R05', 'should', 'the source is checked after the reply'),
  row('WM-R06', 'must', '201 with the status page'),
  row('WM-R09', 'must', 'nothing is used before the source was fetched'),
  row('WM-R10', 'should', 'redirects are limited and Accept is sent'),
  row('WM-R12', 'should', 'links are found by the rules of the media type', PLAIN),
  row('WM-R13', 'must', 'the URL matches exactly', LADDER),
  row('WM-R14', 'must', 'the sender’s mistakes are 400, ours are 500'),
  row('WM-R16', 'should', 'a known pair is updated'),
  row('WM-R17', 'must', 'an update changes what is shown'),
  row('WM-R18', 'should', 'a known pair that is gone or has no link is deleted'),
  row('WM-R19', 'house', 'outages, and a page that is missing once, delete nothing', LOST),
  row('WM-R20', 'house', 'a page may say of itself that it is gone'),
  row('WM-R21', 'must', 'what is shown is encoded'),
  row('WM-R22', 'may', 'moderation, and no use of cookies at the endpoint'),
  row('WM-R23', 'should', 'bytes and time are limited'),
  row('WM-R25', 'house', 'GET, missing or doubled parameters and foreign types are refused'),
  row('WM-R26', 'must', 'which elements are links, and that text and comments are none'),
  row('WM-R27', 'house', 'one endpoint is advertised, absolute, in double quotes'),
  row('VO-01', 'must', 'the vouch parameter is read'),
  row('VO-02', 'field', 'a missing vouch is 449, a wrong one 400'),
  row('VO-06', 'field', 'hosts that are compared with a list, so that none is ever known'),
  row(
    'DV-50',
    'field',
    'a receiver that compares the form type, and one that resolves against the page before redirects',
  ),
  row('DV-51', 'field', 'webmention.io answers 201 with JSON, 404 and 429'),
  row('DV-52', 'field', 'a receiver that answers 200, and 202 when it looks later'),
  row('DV-53', 'field', 'fragments dropped, JSON answered'),
  row('DV-54', 'field', 'what decoding twice would damage'),
  row('DV-55', 'field', 'a sender that reads one exact form of header and element'),
  row('DV-56', 'field', 'a sender of serialised URLs'),
  row('DV-57', 'field', 'prefixes matched elsewhere', inside('another receiver')),
  row('DV-58', 'field', 'text taken for a link, and an outage for a deletion'),
  row('DV-59', 'field', 'acceptance without looking', inside('another receiver')),
];

const DISCOVERY = [
  'header, relative, unquoted rel',
  'header, absolute, unquoted rel',
  'link element, relative',
  'link element, absolute',
  'a element, relative',
  'a element, absolute',
  'header name in any case',
  'header, quoted rel',
  'several words in rel of an element',
  'several words in rel of a header',
  'the header wins over both elements',
  'a word of rel is compared as a whole',
  'comments are ignored',
  'escaped markup is ignored',
  'an empty href is the page itself',
  'a before link',
  'link before a',
  'two header lines',
  'two values in one header line',
  'a link without href is passed over',
  'the query of an endpoint',
  'relative to the path of the page',
  'relative to the page after redirects',
];

/** The tests of webmention.rocks, under its numbers. */
export const WEBMENTION_ROCKS = [
  ...DISCOVERY.map((title, index) => row(`ROCKS-D${String(index + 1).padStart(2, '0')}`, 'must', title)),
  row('ROCKS-U1', 'should', 'update 1: a new target is told with the old one'),
  row('ROCKS-U2', 'should', 'update 2: a removed target is told too'),
  row('ROCKS-X1', 'should', 'delete 1: 410 is sent to all former targets'),
  row('ROCKS-R1', 'must', 'receiver 1: a good one gives 201 with Location'),
  row('ROCKS-R2', 'must', 'receiver 2: bad source, bad target, both: 400'),
];
