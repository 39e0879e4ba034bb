import { expect, it } from 'vitest';
import { keptFor } from '../../src/outbound/kept-for.ts';

const DATE = 'Tue, 24 Nov 2026 06:00:00 GMT';
const IN_AN_HOUR = 'Tue, 24 Nov 2026 07:00:00 GMT';

it.each<[string, Record<string, string>, number]>([
  ['nothing said', {}, 0],
  ['max-age', { 'cache-control': 'public, max-age=60' }, 60],
  ['quoted, in capitals', { 'cache-control': 'Max-Age="60"' }, 60],
  ['what it spent in other caches', { 'cache-control': 'max-age=60', age: '45' }, 15],
  ['older than it may be', { 'cache-control': 'max-age=60', age: '90' }, 0],
  ['an age that is none', { 'cache-control': 'max-age=60', age: 'old' }, 60],
  ['zero', { 'cache-control': 'max-age=0' }, 0],
  ['no-store', { 'cache-control': 'max-age=60, no-store' }, 0],
  ['no-cache', { 'cache-control': 'no-cache, max-age=60' }, 0],
  ['shared caches only', { 'cache-control': 's-maxage=60' }, 0],
  ['part of another word', { 'cache-control': 'x-max-age=60' }, 0],
  ['Expires', { date: DATE, expires: IN_AN_HOUR }, 3600],
  ['Expires in the past', { date: IN_AN_HOUR, expires: DATE }, 0],
  ['Expires that is no date', { date: DATE, expires: '0' }, 0],
  ['Expires of nobody’s clock', { expires: IN_AN_HOUR }, 0],
  ['max-age before Expires', { date: DATE, expires: IN_AN_HOUR, 'cache-control': 'max-age=60' }, 60],
  ['a reply that differs for everybody', { 'cache-control': 'max-age=60', vary: 'accept, *' }, 0],
  ['a reply that differs by what we never change', { 'cache-control': 'max-age=60', vary: 'accept' }, 60],
])('WM-S16 keeps a page for as long as it says: %s', (_, headers, seconds) => {
  expect(keptFor(Object.entries(headers))).toBe(seconds);
});
