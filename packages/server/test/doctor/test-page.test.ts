import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestPages } from '../../src/test-page.ts';

const TARGET = 'https://alice.example/post';

function open(publicUrl = 'https://hear.example/below') {
  const time = { now: Date.UTC(2026, 0, 1) };
  const make = (key: Uint8Array) => createTestPages(key, { publicUrl: () => publicUrl, now: () => time.now });
  return { time, make, pages: make(randomBytes(32)) };
}

describe('a test page', () => {
  it('is known by its address alone, for ten minutes and one target', () => {
    const { pages, time } = open();
    const source = new URL(pages.addressFor(TARGET, 'n'));
    expect(source.href).toMatch(/^https:\/\/hear\.example\/below\/status\/try\//);
    expect(pages.recognise(source, TARGET)).toBe('valid');
    expect(pages.recognise(source, `${TARGET}/other`)).toBe('over');
    time.now += 10 * 60_000 - 1;
    expect(pages.recognise(source, TARGET)).toBe('valid');
    time.now += 1;
    expect(pages.recognise(source, TARGET)).toBe('over');
  });

  it('is not to be made up, prolonged, or led to another target', () => {
    const { pages, make, time } = open();
    const good = new URL(pages.addressFor(TARGET, 'n'));
    const token = good.pathname.split('/').at(-1) ?? '';
    const [until = '', nonce, proof] = token.split('.');
    const later = (Number.parseInt(until, 36) + 60_000).toString(36);
    for (const made of [
      `${later}.${nonce}.${proof}`,
      `${until}.m.${proof}`,
      `${until}.${nonce}.`,
      '..',
      '',
      token.slice(0, -2),
    ])
      expect(pages.read(made, TARGET), made).toBe('over');
    expect(pages.read(token, 'https://evil.example/')).toBe('over');
    expect(make(randomBytes(32)).read(token, TARGET)).toBe('over');
    // Even one that was signed is for ten minutes at most, whatever a clock that goes wrong said when it was made.
    time.now -= 60_000;
    expect(pages.read(token, TARGET)).toBe('over');
  });

  it('is nobody else’s page', () => {
    const { pages } = open();
    for (const other of [
      'https://bob.example/status/try/x',
      'https://hear.example/below/status/x',
      'https://hear.example/status/try/x',
    ])
      expect(pages.recognise(new URL(other), TARGET)).toBeUndefined();
  });
});
