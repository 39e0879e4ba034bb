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
  expect(createCallerFinder(trusted)(peer, forwarded)).toBe(client);
});
