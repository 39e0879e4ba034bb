import { expect, test } from 'vitest';
import { isServersPage } from '../../src/compose/servers-page.ts';

test.each([
  ['https://hear.example', 'https://hear.example/api/mentions.jf2?target=x', true],
  ['https://hear.example', 'http://HEAR.example/fragment?target=x', true],
  ['https://hear.example', 'https://hear.example/status/abc', true],
  ['https://hear.example', 'https://hear.example/admin', true],
  ['https://hear.example', 'https://hear.example/webmention', false],
  ['https://hear.example', 'https://hear.example/apiary', false],
  ['https://hear.example', 'https://other.example/api/mentions', false],
  ['https://alice.example/linkbacks', 'https://alice.example/linkbacks/api/count', true],
  ['https://alice.example/linkbacks', 'https://alice.example/api/count', false],
  ['https://alice.example', 'https://alice.example/post', false],
])('of the server at %s, %s: %s', (publicUrl, url, expected) => {
  expect(isServersPage(publicUrl, new URL(url))).toBe(expected);
});
