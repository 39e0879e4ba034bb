import { describe, expect, test } from 'vitest';
import { hostOf } from '../../src/network/host-name.ts';
import { parseHosts, readHosts } from '../../src/network/hosts-file.ts';
import { ownAddresses } from '../../src/network/own-addresses.ts';
import { userAgent } from '../../src/network/user-agent.ts';
import { victimOf } from '../../src/network/victim.ts';

describe('victimOf', () => {
  test.each([
    ['http://a1.victim.example.com/?x', 'example.com'],
    ['https://example.co.uk:8443/', 'example.co.uk'],
    ['http://one.blogspot.com/', 'one.blogspot.com'],
    ['http://blogspot.com/', 'blogspot.com'],
    ['http://EXAMPLE.com./', 'example.com'],
    ['http://93.184.216.34/', '93.184.216.0/24'],
    ['http://0x7f000001/', '127.0.0.0/24'],
    ['http://[2606:4700:1:2::1]/', '2606:4700:1::/48'],
    ['http://localhost:8080/', 'localhost'],
    ['no url', 'no url'],
  ])('%s burdens %s', (url, victim) => expect(victimOf(url)).toBe(victim));
});

describe('hostOf', () => {
  test.each([
    ['http://example.org/', 'public', 'example.org'],
    ['http://mylocal/', 'local', 'mylocal'],
    ['http://notlocal.example/', 'public', 'notlocal.example'],
    ['http://xlan.example.lan/', 'local', 'xlan.example.lan'],
    ['http://localhost.example/', 'public', 'localhost.example'],
    ['http://a.localhost./', 'localhost', 'a.localhost'],
    ['http://[::1]/', 'address', '::1'],
    ['http://x.onion/', 'unreachable', 'x.onion'],
  ])('%s is %s', (url, kind, name) => expect(hostOf(new URL(url))).toEqual({ kind, name }));
});

test('hosts files', () => {
  const text = '127.0.0.1 localhost Blog\n# 1.2.3.4 no\n::1\tblog alias # comment\nnot-an-address x\n10.0.0.1\r\n\n';
  expect([...parseHosts(text)]).toEqual([
    ['localhost', ['127.0.0.1']],
    ['blog', ['127.0.0.1', '::1']],
    ['alias', ['::1']],
  ]);
  expect(readHosts('/nowhere/hosts').size).toBe(0);
});

test('own addresses hold loopback', () => {
  expect(ownAddresses()).toContain('127.0.0.1');
});

test('the user agent says who and why', () => {
  expect(userAgent('1.2.3', 'https://h.example/')).toBe(
    'Hearback/1.2.3 (+https://h.example/; verifying linkbacks such as Webmention)',
  );
});
