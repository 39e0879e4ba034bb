import { different, row } from './row.ts';

const LADDER = different('Link matching: the ladder from L0 to L6, and no other repair of a URL.');

const SYNTAX = different('Bad source or target syntax: −32602 for a value that is no http(s) URL.');
const ONE_SOURCE = different(
  'Design §2: a mention is what is stored for a pair of pages, and §7.2: one notification is one fetch. Two sources that lead to one page are one mention (UN-16), and places of one page lead to it; the place is kept and shown.',
);
const ELEMENTS = different(
  'Which elements are links: a, area, link and cite, for Webmention img, video, audio and source too; no frames and objects.',
);
const UNFETCHED = different(
  'Design §7.2: one notification is one fetch, so that an author page, which nobody announced, is not fetched (AU-05: off by default). Of the three steps the last is done: a card on the page of the entry that names the author page.',
);

/** When two URLs are the same page, and when a page links to one. */
export const URL_IDENTITY = [
  row('UN-01', 'house', 'the fragment of a target'),
  row('UN-02', 'house', 'the fragment of a source', ONE_SOURCE),
  row('UN-03', 'house', 'a trailing slash'),
  row('UN-04', 'house', 'http and https'),
  row('UN-05', 'house', 'default ports and case of the host'),
  row('UN-06', 'house', 'a dot at the end of the host'),
  row('UN-07', 'house', 'percent-encoding'),
  row('UN-08', 'house', 'plus and %20'),
  row('UN-09', 'house', 'international host names'),
  row('UN-10', 'house', 'a target that was escaped twice'),
  row('UN-11', 'house', 'ampersands in the markup of a source'),
  row('UN-12', 'house', 'semicolons that a client dropped', LADDER),
  row('UN-13', 'house', 'URLs without a scheme', SYNTAX),
  row('UN-14', 'house', 'several addresses of one own page'),
  row('UN-15', 'house', 'parameters that track visitors'),
  row('UN-16', 'house', 'a source that redirects'),
  row('UN-17', 'house', 'a target that redirects'),
  row('UN-18', 'house', 'the canonical address of a source'),
  row('UN-19', 'house', 'source and target are one page'),
  row('UN-20', 'house', 'the exact match of Webmention'),
  row('UN-21', 'house', 'relative links'),
  row('UN-22', 'house', 'a prefix is no match'),
  row('UN-23', 'house', 'which attributes are links', ELEMENTS),
  row('UN-24', 'house', 'user names, other schemes, blanks'),
  row('UN-25', 'house', 'length, empty path, case of the path', SYNTAX),
  row('UN-28', 'house', 'the order of the query'),
];

/** What is read of a source: author and kind. */
export const ENTRY = [
  row('AU-01', 'must', 'the author of an entry'),
  row('AU-04', 'must', 'the author by a page of his own', UNFETCHED),
  row('AU-05', 'house', 'the author page is not fetched before approval'),
  row('PTD-01', 'must', 'the kind of a response'),
  row('PTD-02', 'house', 'a property counts only when it names the target'),
  row('PTD-03', 'field', 'the entry that a page is about'),
];

/** Attacks that the field has seen. */
export const SECURITY = [
  row('SEC-01', 'must', 'addresses that are not public are not asked'),
  row('SEC-02', 'house', 'other spellings of them are the same'),
  row('SEC-03', 'house', 'the address that was checked is the one that is asked'),
  row('SEC-04', 'house', 'a refusal does not tell which port is open'),
  row('SEC-05', 'house', 'one notification causes one request, and the victim is asked one at a time'),
  row('SEC-06', 'house', 'slow, endless, compressed and circular sources end'),
  row('SEC-07', 'house', 'a DOCTYPE is refused in requests and replies'),
  row('SEC-08', 'must', 'titles, texts and URLs are stored and shown as text'),
  row('SEC-09', 'must', 'endpoints are guarded like sources'),
  row('SEC-10', 'house', 'no user names in URLs, no cookies, no Referer'),
];
