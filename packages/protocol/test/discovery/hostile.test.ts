import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { readDiscovery } from '../../src/index.ts';
import { reply } from '../support/http.ts';

/** Pieces that make regular expressions and tree builders quadratic, each repeated to fill a page. */
const PIECES = [
  '<',
  '<a ',
  '<link rel="pingback" href="',
  '<link rel="pingback" href="x',
  '<div>',
  '<a rel=pingback href=">',
  '<!--',
  '<!-- pingback ',
  '&amp',
  'a=b ',
  '<link rel=pingback ',
  '<link rel=pingback href="javascript:x">',
  '<a rel="',
  ' ',
  '</',
  '<svg>',
  '<script>',
  '&#',
  '"',
  '<base href=x>',
];

const SMALL = 32 * 1024;
const LARGE = 16 * SMALL;

/** The same for a `Link` header. */
const HEADER_PIECES = ['<', '<,', '<x', '"', '<x>;', ' ;', ';a="', '\\', '<x>;rel="'];

/** Milliseconds of processor time. */
function milliseconds(piece: string, length: number, place: 'body' | 'link'): number {
  const text = `pingback ${piece.repeat(Math.ceil(length / piece.length))}`;
  const answer = place === 'body' ? { body: text } : { headers: [['link', text]] as const, body: '' };
  const before = process.cpuUsage();
  readDiscovery('http://bob.example/', reply('http://bob.example/', answer));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

describe.each([
  ['pages', 'body', PIECES],
  ['Link headers', 'link', HEADER_PIECES],
] as const)('hostile %s are read in linear time', (_, place, pieces) => {
  // Sixteen times the text: what is quadratic takes 256 times as long. The best of four runs each, so that whatever else
  // the machine does stays out of it; a large one that was quick enough needs no second.
  it.each(pieces)('%j', (piece) => {
    const small = Math.min(...[1, 2, 3, 4].map(() => milliseconds(piece, SMALL, place)));
    const isQuick = () => milliseconds(piece, LARGE, place) < 100 * Math.max(small, 1);
    expect(isQuick() || isQuick() || isQuick() || isQuick()).toBe(true);
  });
});
