import { expect, test } from 'vitest';
import { createCallerFinder } from '../../src/web/caller.ts';

const PROXIES = ['10.0.0.0/8', '127.0.0.1', 'fd00::/8'];

test.each([
  ['no proxy named', [], '10.0.0.1', '203.0.113.9', '10.0.0.1'],
  ['stranger who claims', PROXIES, '198.51.100.1', '203.0.113.9', '198.51.100.1'],
  ['one proxy', PROXIES, '10.0.0.1', '203.0.113.9', '203.0.113.9'],
  ['the rightmost that is no proxy', PROXIES, '10.0.0.1', '1.1.1.1, 203.0.113.9, 10.0.0.2', '203.0.113.9'],
  ['all are proxies', PROXIES, '10.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.3'],
  ['nonsense ends the walk', PROXIES, '10.0.0.1', '203.0.113.9, <script>', '10.0.0.1'],
  ['empty', PROXIES, '10.0.0.1', '', '10.0.0.1'],
  ['absent', PROXIES, '10.0.0.1', undefined, '10.0.0.1'],
  ['IPv4 written as IPv6', PROXIES, '::ffff:10.0.0.1', '203.0.113.9', '203.0.113.9'],
  ['IPv6', PROXIES, 'fd00::1', '2001:db8::7', '2001:db8::7'],
  ['no peer', PROXIES, undefined, '203.0.113.9', undefined],
] as const)('%s', (_, trusted, peer, forwarded, client) => {
  expect(createCallerFinder(trusted)(peer, { 'x-forwarded-for': forwarded })).toBe(client);
});

test.each([
  ['RFC 7239', 'for=203.0.113.9;proto=https', undefined, '203.0.113.9'],
  ['quoted, with a port', 'for="[2001:db8::7]:4711"', undefined, '2001:db8::7'],
  ['the rightmost that is no proxy', 'for=1.1.1.1, for=203.0.113.9, for=10.0.0.2', undefined, '203.0.113.9'],
  ['a hidden hop', 'for=203.0.113.9, for=_secret', undefined, '10.0.0.1'],
  ['nonsense', 'for=for=1.2.3.4;;"', undefined, '10.0.0.1'],
  ['two in one hop', 'for=203.0.113.9;for=203.0.113.8', undefined, '10.0.0.1'],
  ['both, and they agree', 'for=203.0.113.9', '203.0.113.9', '203.0.113.9'],
  ['both, and one came from a stranger', 'for=203.0.113.66', '203.0.113.9', '10.0.0.1'],
] as const)('Forwarded: %s', (_, forwarded, list, client) => {
  expect(createCallerFinder(PROXIES)('10.0.0.1', { forwarded, 'x-forwarded-for': list })).toBe(client);
});

test.each([
  ['a short form', '127.1'],
  ['a hexadecimal one', '0x7f000001'],
  ['a decimal one', '3405803785'],
  ['an octal one', '0313.0.113.9'],
  ['a name', 'localhost'],
  ['a comma too many', '203.0.113.9,'],
])('%s is no address', (_, junk) => {
  expect(createCallerFinder(PROXIES)('10.0.0.1', { 'x-forwarded-for': junk })).toBe('10.0.0.1');
});

test.each([
  ['203.0.113.9:51234', '203.0.113.9'],
  ['[2001:db8::7]:51234', '2001:db8::7'],
  ['fe80::1%eth0', 'fe80::1'],
])('%s is read without its port and zone', (hop, client) => {
  expect(createCallerFinder(PROXIES)('10.0.0.1', { 'x-forwarded-for': hop })).toBe(client);
});
