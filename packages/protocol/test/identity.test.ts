import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identity } from '../src/identity.ts';

const SAME: readonly (readonly [id: string, one: string, other: string])[] = [
  ['UN-01', 'http://example.org/a#top', 'http://example.org/a'],
  ['UN-01 empty', 'http://example.org/a#', 'http://example.org/a'],
  ['UN-05 host', 'HTTP://Example.ORG/a', 'http://example.org/a'],
  ['UN-05 port', 'http://example.org:80/a', 'http://example.org/a'],
  ['UN-05 https', 'https://example.org:443/a', 'https://example.org/a'],
  ['UN-06', 'http://example.org./a', 'http://example.org/a'],
  ['UN-06 port', 'http://example.org.:8080/a', 'http://example.org:8080/a'],
  ['UN-07 tilde', 'http://example.org/%7Eann', 'http://example.org/~ann'],
  ['UN-07 letters', 'http://example.org/%61%2Db?%63', 'http://example.org/a-b?c'],
  ['UN-07 hex case', 'http://example.org/%c3%bc', 'http://example.org/%C3%BC'],
  ['UN-07 raw', 'http://example.org/ü', 'http://example.org/%C3%BC'],
  ['UN-07 query', 'http://example.org/?%c3%bc|', 'http://example.org/?ü%7c'],
  ['UN-07 caret', 'http://example.org/a^b', 'http://example.org/a%5Eb'],
  ['UN-09', 'http://bücher.example/', 'http://xn--bcher-kva.example/'],
  ['UN-25', 'http://example.org', 'http://example.org/'],
  ['UN-25 query', 'http://example.org?x', 'http://example.org/?x'],
  ['6.2.2.3', 'http://example.org/a/./b/../c', 'http://example.org/a/c'],
  ['6.2.2.3 encoded', 'http://example.org/a/%2e%2E/c', 'http://example.org/c'],
  ['UN-02', 'http://example.org/a#p123', 'http://example.org/a#p124'],
  ['UN-19 but for the fragment', 'http://Example.org/%7Ea#x', 'http://example.org/~a'],
  ['all at once', 'HTTP://Example.org.:80/a/../%7eann#x', 'http://example.org/~ann'],
];

const DIFFERENT: readonly (readonly [id: string, one: string, other: string])[] = [
  ['UN-03', 'http://example.org/a', 'http://example.org/a/'],
  ['UN-04', 'http://example.org/a', 'https://example.org/a'],
  ['UN-05', 'http://example.org:8080/', 'http://example.org/'],
  ['UN-07', 'http://example.org/a%2Fb', 'http://example.org/a/b'],
  ['UN-07 sub-delims', 'http://example.org/a%26b', 'http://example.org/a&b'],
  ['UN-08', 'http://example.org/?a+b', 'http://example.org/?a%20b'],
  ['UN-15', 'http://example.org/?utm_source=x', 'http://example.org/'],
  ['UN-12', 'http://example.org/a;', 'http://example.org/a'],
  ['UN-10', 'http://example.org/?a&amp;b', 'http://example.org/?a&b'],
  ['UN-25', 'http://example.org/A', 'http://example.org/a'],
  ['UN-28', 'http://example.org/?a=1&b=2', 'http://example.org/?b=2&a=1'],
  ['6.2.3 empty query', 'http://example.org/a?', 'http://example.org/a'],
  ['a host of one dot', 'http://./example.org', 'http://example.org/'],
  ['www', 'http://www.example.org/', 'http://example.org/'],
];

describe('identity', () => {
  it.each(SAME)('%s: %s is %s', (_id, one, other) => {
    expect(identity(one)).toBe(identity(other));
    expect(identity(new URL(one))).toBe(identity(one));
  });

  it.each(DIFFERENT)('%s: %s is not %s', (_id, one, other) => {
    expect(identity(one)).not.toBe(identity(other));
  });

  it.each(['http://./a', 'http://../a', 'http://.../a', 'http://a../b'])(
    'of %s, a host with dots to spare, is idempotent',
    (url) => {
      expect(identity(identity(url))).toBe(identity(url));
    },
  );

  it.each(['', 'no url', 'mailto:a@b.example', 'http://u@example.org/'])('%j is its own key', (text) => {
    expect(identity(text)).toBe(text);
  });

  it('is idempotent and keeps what the WHATWG parser would call the same', () => {
    const tail = fc.string({
      unit: fc.constantFrom('%', '3', '7', 'e', 'E', '2', 'F', '/', '.', '?', '#', 'a', '~', 'ü', '|', '^', '"'),
      maxLength: 16,
    });
    fc.assert(
      fc.property(tail, (text) => {
        const url = `http://example.org/${text}`;
        expect(identity(identity(url))).toBe(identity(url));
        expect(identity(new URL(url).href)).toBe(identity(url));
      }),
      { numRuns: 1_000 },
    );
  });
});
