import { expect } from 'vitest';
import { BLOCKED, CLOSED, GONE, GONE_AND_CLOSED, POST } from '../house.ts';
import { callOf, type Exchange, faulty, HEARD, latin1, pingOf, SOURCE, taken, xmlPost } from './exchange.ts';

/** Sources of the scripted web, by what they answer. */
export const PUBLISHED = 'https://public.example/';
export const PUBLISHED_AND_BLOCKED = `${BLOCKED}published`;
export const PUBLISHED_AND_DOWN = 'https://public.example/down';
export const LINKING = 'https://bob.example/linking';
export const SILENT = 'https://bob.example/silent';
export const IMAGE = 'https://bob.example/image';
export const DOWN = 'https://bob.example/down';
export const MISSING = 'https://bob.example/missing';

/** An address of a page that some sender escaped once more than XML asks. */
const ESCAPED = 'https://alice.example/?p=1&amp;q=2';

/** A ping that reaches the inbox and is answered with a fault. */
function refused(name: string, source: string, target: string, fault: number): Exchange {
  return { name, call: xmlPost(pingOf(source, target)), status: 200, fault, heard: { source, target } };
}

/** A ping that is accepted. */
function accepted(name: string, source: string, target = POST): Exchange {
  return taken(name, pingOf(source, target), { source, target });
}

/** Replies that leave before the source is looked at. */
export const PINGBACK_CASES: readonly Exchange[] = [
  accepted('PB-S02 PB-S06 PB-S07 accepted', LINKING),
  accepted('PB-S07 accepted without a link, since nobody looked', SILENT),
  {
    ...accepted('PB-S22 DV-41 the text of a success says where to ask', LINKING),
    also: ({ text }) => expect(text).toContain('<string>Thank you. The pingback is queued'),
  },
  accepted('PB-C03 PB-C04 UN-01 UN-02 fragments', `${LINKING}#p1`, `${POST}#c3`),
  accepted('PB-S14 another page of the site', 'https://alice.example/post/12'),
  refused('PB-S03 PB-S14 PB-F00 UN-19 the page itself', POST, `${POST}#c3`, 0),
  refused('PB-S11 PB-F33 a foreign target', SOURCE, 'https://bob.example/', 33),
  refused('PB-F33 a page that is none', SOURCE, 'https://alice.example/none', 33),
  refused('PB-F33 closed', SOURCE, CLOSED, 33),
  refused('PB-F32 gone', SOURCE, GONE, 32),
  refused('PB-F48 DV-45 registered', PUBLISHED, POST, 48),
  faulty('UN-24 a user name', pingOf('https://bob@bob.example/', POST), -32602),
  faulty('UN-24 another scheme', pingOf('ftp://bob.example/', POST), -32602),
  faulty('UN-24 a blank', pingOf('https://bob.example/a b', POST), -32602),
  faulty('UN-13 no scheme', pingOf('//bob.example/', POST), -32602),
  faulty('UN-25 too long', pingOf(`https://bob.example/${'x'.repeat(2048)}`, POST), -32602),
  taken('UN-09 an international host', pingOf('https://bücher.example/', POST), {
    source: 'https://xn--bcher-kva.example/',
  }),
  taken('UN-10 a target that was escaped twice', pingOf(LINKING, ESCAPED.replace('&', '&amp;')), { target: ESCAPED }),
  taken('DV-10 the call of WordPress', WORDPRESS(), HEARD, {
    'user-agent': 'The Incutio XML-RPC PHP Library -- WordPress/6.1',
  }),
  taken('DV-18 under the form type', pingOf(), HEARD, { 'content-type': 'application/x-www-form-urlencoded' }),
  taken('DV-19 declared in single quotes', pingOf().replaceAll('"1.0"', "'1.0'")),
  taken(
    'DV-15 DV-16 text/html, tabs and bare ampersands',
    pingOf(`${SOURCE}?a&b`).replaceAll('><', '>\n\t<'),
    { source: `${SOURCE}?a&b` },
    { 'content-type': 'text/html' },
  ),
];

function WORDPRESS(): string {
  return `<?xml version="1.0"?>\n${pingOf().slice('<?xml version="1.0"?>'.length).replaceAll('><', '>\n<')}`;
}

/** Replies that wait for the check of the source (`reply: "verified"`). */
export const VERIFIED_CASES: readonly Exchange[] = [
  accepted('PB-S08 PB-F16 the link is there', LINKING),
  refused('PB-S08 PB-F17 PB-S03 no link', SILENT, POST, 17),
  refused('PB-S08 PB-F17 an image', IMAGE, POST, 17),
  refused('PB-F16 SEC-04 no such page', MISSING, POST, 16),
  refused('PB-F16 PB-F50 PB-S23 SEC-04 no answer', DOWN, POST, 16),
  refused('PB-F16 SEC-04 an address that is not asked', `${BLOCKED}x`, POST, 16),
  refused('PB-F48 registered', PUBLISHED, POST, 48),
];

/** Calls with two flaws each; what is named is the one that is found first. */
export const ORDER_CASES: readonly Exchange[] = [
  { name: 'PB-O01 HTTP, XML', call: xmlPost('<a', { 'content-type': 'text/plain' }), status: 415 },
  faulty('PB-O02 XML, XML-RPC', '<methodResponse><a></methodResponse>', -32700),
  faulty('PB-O02 encoding, XML', '<?xml version="1.0" encoding="utf-7"?><a', -32701),
  faulty('PB-O02 characters, XML', latin1('<a\xff'), -32702),
  faulty('PB-O03 XML-RPC, method', callOf('no.such', SOURCE).replace('<params>', '<params>x'), -32600),
  faulty('PB-O04 method, parameters', callOf('no.such', 'x'), -32601),
  faulty('PB-O05 parameters, foreign target', pingOf('x', 'https://bob.example/'), -32602),
  {
    ...refused('PB-O06 foreign, gone', SOURCE, GONE, 33),
    call: { ...xmlPost(pingOf(SOURCE, GONE)), path: '/other.example/xmlrpc' },
  },
  refused('PB-O07 gone, closed', SOURCE, GONE_AND_CLOSED, 32),
  refused('PB-O08 closed, policy', `${BLOCKED}x`, CLOSED, 33),
  refused('PB-O09 policy, repeat', PUBLISHED_AND_BLOCKED, POST, 16),
  refused('PB-O10 repeat, fetch', PUBLISHED_AND_DOWN, POST, 48),
  refused('PB-O11 fetch, link', MISSING, POST, 16),
  refused('PB-O12 link, acceptance', SILENT, POST, 17),
];
