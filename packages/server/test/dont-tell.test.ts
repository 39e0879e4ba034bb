import { expect, it } from 'vitest';
import { entryFor, readEntry } from '../src/dont-tell.ts';

it.each([
  ['bob.example', 'bob.example'],
  [' HTTPS://Bob.Example/ ', 'bob.example'],
  ['bob.example/Private/', 'bob.example/Private'],
  ['bob.example:8080/a', 'bob.example:8080/a'],
  ['bücher.example', 'xn--bcher-kva.example'],
  ['', undefined],
  ['bob.example/a?b', undefined],
  ['two words', undefined],
  ['user@bob.example', undefined],
])('whom not to tell may be written %s', (text, entry) => {
  expect(readEntry(text)).toBe(entry);
});

it.each([
  ['bob.example', 'https://bob.example/a', true],
  ['bob.example', 'http://www.bob.example:8080/', true],
  ['bob.example', 'https://notbob.example/', false],
  ['bob.example', 'https://bob.example.org/', false],
  ['bob.example:8080', 'http://bob.example:8080/', true],
  ['bob.example:8080', 'http://bob.example/', false],
  ['bob.example/a', 'https://bob.example/a', true],
  ['bob.example/a', 'https://bob.example/a/b', true],
  ['bob.example/a', 'https://bob.example/ab', false],
])('%s and %s: %s', (entry, url, covered) => {
  expect(entryFor(new URL(url), [entry]) === entry).toBe(covered);
});
