import type { PageReading } from '@hearback/protocol';
import { expect, test } from 'vitest';
import { keptText } from '../../src/inbound/kept-text.ts';

const reading = (text: string, anchor = '') =>
  ({ surroundings: { text }, links: [{ href: '', anchor, rel: [], level: 'L0' }] }) as unknown as PageReading;
const words = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => `word${from + n}`).join(' ');

test('a short text is kept whole, on one line', () => {
  expect(keptText(reading('One\n two\tthree. '))).toBe('One two three.');
  expect(keptText({ links: [] } as unknown as PageReading)).toBe('');
});

test('of a long one what stands around the link, cut between words', () => {
  const kept = keptText(reading(`${words(0, 900)} the very link ${words(900, 1800)}`, 'the very link'));
  expect(kept.length).toBeLessThanOrEqual(2000);
  expect(kept.length).toBeGreaterThan(1900);
  expect(kept).toMatch(/^word\d+ .* the very link .* word\d+$/);
  expect(Math.abs(kept.indexOf('the very link') - 1000)).toBeLessThan(30);
});

test('without the link in it, its beginning; without spaces, no half of a letter', () => {
  expect(keptText(reading(words(0, 900), 'elsewhere'))).toMatch(/^word0 /);
  const kept = keptText(reading('🦊'.repeat(3000)));
  expect(kept.length).toBeLessThanOrEqual(2001);
  expect(kept.isWellFormed()).toBe(true);
});
