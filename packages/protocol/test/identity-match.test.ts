import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identity } from '../src/identity.ts';
import { matchLevel } from '../src/match-level.ts';

const ROWS: readonly (readonly [
  id: string,
  href: string,
  target: string,
  level: string | undefined,
  aliases?: readonly string[],
])[] = [
  ['L0', 'http://h.example/x', 'http://h.example/x', 'L0'],
  ['UN-20', 'http://h.example', 'http://h.example/', 'L1'],
  ['UN-05', 'HTTP://H.Example:80/x', 'http://h.example/x', 'L1'],
  ['UN-09', 'http://bücher.example/', 'http://xn--bcher-kva.example/', 'L1'],
  ['UN-07', 'http://h.example/%7eann', 'http://h.example/~ann', 'L2'],
  ['UN-06', 'http://h.example./x', 'http://h.example/x', 'L2'],
  ['UN-04', 'https://h.example/x', 'http://h.example/x', 'L3'],
  ['UN-01 link has one', 'http://h.example/x#c', 'http://h.example/x', 'L4'],
  ['UN-01 both, equal', 'http://h.example/%78#c', 'http://h.example/x#c', 'L2'],
  ['UN-01 target has one', 'http://h.example/x', 'http://h.example/x#c', 'L4'],
  ['UN-01 both, unequal', 'http://h.example/x#d', 'http://h.example/x#c', undefined],
  ['UN-01 prefix of it', 'http://h.example/x#c1', 'http://h.example/x#c', undefined],
  ['UN-03', 'http://h.example/x/', 'http://h.example/x', 'L5'],
  ['UN-03 other way', 'http://h.example/x', 'http://h.example/x/', 'L5'],
  ['UN-03 only one', 'http://h.example/x//', 'http://h.example/x', undefined],
  ['UN-03 before a query', 'http://h.example/x/?a=1', 'http://h.example/x?a=1', 'L5'],
  ['UN-04 www', 'https://www.h.example/x/', 'http://h.example/x', 'L5'],
  ['UN-04 www of the target', 'http://h.example/x', 'http://www.h.example/x', 'L5'],
  ['www is a name', 'http://www.example/', 'http://example/', undefined],
  ['L5 and a fragment', 'http://h.example/x/#c', 'http://h.example/x', 'L5'],
  ['UN-14', 'http://h.example/?p=123', 'http://h.example/post', 'L6', ['http://h.example/?p=123']],
  ['UN-14 scheme', 'https://h.example/?p=123', 'http://h.example/post', 'L6', ['http://h.example/?p=123']],
  [
    'UN-14 place',
    'http://h.example/archive#post-1',
    'http://h.example/post',
    'L6',
    ['http://h.example/archive#post-1'],
  ],
  [
    'UN-14 other place',
    'http://h.example/archive',
    'http://h.example/post',
    undefined,
    ['http://h.example/archive#post-1'],
  ],
  [
    'UN-14 extra',
    'http://h.example/?p=123&utm_source=x',
    'http://h.example/post',
    undefined,
    ['http://h.example/?p=123'],
  ],
  ['UN-12', 'http://h.example/x;', 'http://h.example/x', undefined],
  ['UN-12 full stop', 'http://h.example/x.', 'http://h.example/x', undefined],
  ['UN-15', 'http://h.example/x?utm_source=y', 'http://h.example/x', undefined],
  ['UN-08', 'http://h.example/?a+b', 'http://h.example/?a%20b', undefined],
  ['UN-17', 'http://h.example/old', 'http://h.example/new', 'L6', ['http://h.example/old']],
  ['UN-22', 'http://h.example/post/12', 'http://h.example/post/1', undefined],
  ['UN-22 shorter', 'http://h.example/post/1', 'http://h.example/post/12', undefined],
  ['UN-22 host', 'http://h.example.evil.example/x', 'http://h.example/x', undefined],
  ['UN-22 sub domain', 'http://blog.h.example/x', 'http://h.example/x', undefined],
  ['target in a query', 'http://evil.example/?u=http://h.example/x', 'http://h.example/x', undefined],
  ['target in a fragment', 'http://evil.example/#http://h.example/x', 'http://h.example/x', undefined],
  ['host as user name', 'http://h.example@evil.example/x', 'http://h.example/x', undefined],
  ['UN-24', 'http://u@h.example/x', 'http://h.example/x', undefined],
  ['UN-28', 'http://h.example/?b&a', 'http://h.example/?a&b', undefined],
  ['UN-25', 'http://h.example/X', 'http://h.example/x', undefined],
  ['UN-07 slash', 'http://h.example/a%2fb', 'http://h.example/a/b', undefined],
  ['port', 'http://h.example:8080/x', 'http://h.example/x', undefined],
  ['ports of both schemes', 'https://h.example:443/x', 'http://h.example:80/x', 'L3'],
  ['no URL', '/x', 'http://h.example/x', undefined],
  ['no target', 'http://h.example/x', 'x', undefined],
  ['fragment that looks like a pattern', 'http://h.example/x', 'http://h.example/x#.*', 'L4'],
];

describe('matchLevel', () => {
  for (const [id, href, target, level, aliases] of ROWS) {
    it(`${id}: ${href} to ${target} is ${level}`, () => expect(matchLevel(href, target, aliases)).toBe(level));
  }

  it('never accepts a link for being longer or shorter (UN-22)', () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,8}$/);
    fc.assert(
      fc.property(word, word, fc.constantFrom('', '/', '?', '&', '-', '.', '%2F'), (path, more, glue) => {
        const target = `http://h.example/${path}`;
        expect(matchLevel(`${target}${glue}${more}`, target)).toBeUndefined();
        expect(matchLevel(target, `${target}${glue}${more}`)).toBeUndefined();
        expect(matchLevel(`http://h.example${glue.replace(/[/?&]|%2F/, '.')}${more}/${path}`, target)).toBeUndefined();
      }),
    );
  });

  it('finds equal identities equal, in either direction', () => {
    const path = fc.string({ unit: fc.constantFrom('a', 'b', '/', '.', '%61', '%2f', '~', '%7E', '?'), maxLength: 10 });
    fc.assert(
      fc.property(path, path, (one, other) => {
        const [left, right] = [`http://h.example/${one}`, `http://h.example/${other}`];
        const close = ['L0', 'L1', 'L2'].includes(matchLevel(left, right) ?? '');
        expect(close).toBe(identity(left) === identity(right));
        expect(matchLevel(left, right)).toBe(matchLevel(right, left));
      }),
      { numRuns: 800 },
    );
  });
});
