import { type Act, reply } from '../../../../test/support/hostile-server.ts';
import { ANSWER, fault, type Row } from './planted.ts';

const xml = (body: string | Buffer): Act => reply('200 OK', ['Content-Type: text/xml'], body);
const wide = (mark = '') => Buffer.from(mark + ANSWER.replace('"1.0"', '"1.0" encoding="UTF-16"'), 'utf16le');
const utf32 = (text: string) => Buffer.from(Uint32Array.from(text, (sign) => sign.codePointAt(0) ?? 0).buffer);
const said = (text: string) => ANSWER.replace('Thanks.', text);

/** Answers that no strict client can read, though they look like XML-RPC. */
export const PLANTED_REPLIES: readonly Row[] = [
  ['P89', 'a bare ampersand in a reply', { xmlrpc: xml(said('Tom & Jerry')) }, ['reply-malformed']],
  ['P90', 'an advertisement after a reply', { xmlrpc: xml(`${ANSWER}<div>ad</div>`) }, ['reply-malformed']],
  ['P91', 'text after a reply', { xmlrpc: xml(`${ANSWER}Bye.`) }, ['reply-malformed']],
  ['P92', 'a reply in Latin-1', { xmlrpc: xml(Buffer.from(said('Merci, reçu.'), 'latin1')) }, ['reply-malformed']],
  ['P93', 'an empty reply', { xmlrpc: xml('<?xml version="1.0"?><methodResponse></methodResponse>') }, ['reply-empty']],
  ['P104', 'an empty reply in one tag', { xmlrpc: xml('<?xml version="1.0"?><methodResponse/>') }, ['reply-empty']],
  ['P105', 'UTF-16 that says so', { xmlrpc: xml(wide('\ufeff')) }, ['reply-wide']],
  ['P106', 'the same without a mark, the other way round', { xmlrpc: xml(wide().swap16()) }, ['reply-wide']],
  ['P107', 'UTF-32', { xmlrpc: xml(utf32(ANSWER)) }, ['reply-wide']],
  [
    'P94',
    'UTF-8 that is declared as UTF-16',
    { xmlrpc: xml(ANSWER.replace('"1.0"', '"1.0" encoding="UTF-16"')) },
    ['reply-malformed'],
  ],
  ['P95', 'tags of a reply that do not match', { xmlrpc: fault('<int>0</i4>') }, ['reply-malformed']],
];

export const SOUND_REPLIES: readonly Row[] = [
  [
    'S13',
    'a reply in Latin-1 that says so',
    { xmlrpc: xml(Buffer.from(said('reçu').replace('"1.0"', '"1.0" encoding="ISO-8859-1"'), 'latin1')) },
    [],
  ],
  ['S14', 'a reply with a comment and a blank line after it', { xmlrpc: xml(`${ANSWER}\n<!-- 0.1 s -->\n\n`) }, []],
];
