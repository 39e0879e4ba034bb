import { describe, expect, it } from 'vitest';
import { readDiscovery } from '../../src/index.ts';
import { reply } from '../support/http.ts';

/** Pieces that make regular expressions and tree builders quadratic, each repeated to fill a page (attacks 197, 198). */
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

const SMALL = 64 * 1024;
const LARGE = 8 * SMALL;

function seconds(piece: string, length: number): number {
  const body = `pingback ${piece.repeat(Math.ceil(length / piece.length))}`;
  const started = performance.now();
  readDiscovery('http://bob.example/', reply('http://bob.example/', { body, headers: [['x-pingback', ' ']] }));
  return (performance.now() - started) / 1000;
}

describe('hostile pages are read in linear time', () => {
  // Quadratic work on eight times the text takes 64 times as long; what is linear stays far below half of that.
  it.each(PIECES)('%j', (piece) => {
    seconds(piece, SMALL);
    const small = Math.min(seconds(piece, SMALL), seconds(piece, SMALL), seconds(piece, SMALL));
    const large = Math.min(seconds(piece, LARGE), seconds(piece, LARGE));
    expect(large).toBeLessThan(32 * Math.max(small, 0.001));
  });
});
