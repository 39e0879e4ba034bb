import { expect, test } from 'vitest';
import { createServersPages } from '../../src/compose/servers-page.ts';

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
  expect(createServersPages(() => publicUrl)(new URL(url))).toBe(expected);
});

test('follows an address that is known only once the server listens', () => {
  let publicUrl = 'http://127.0.0.1:0';
  const isServersPage = createServersPages(() => publicUrl);
  const page = new URL('http://127.0.0.1:7777/status/abc');
  expect(isServersPage(page)).toBe(false);
  publicUrl = 'http://127.0.0.1:7777';
  expect(isServersPage(page)).toBe(true);
});
