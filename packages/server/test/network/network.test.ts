import { describe, expect, test } from 'vitest';
import { covers, parseNetwork } from '../../src/network/network.ts';

describe('entries of network.allow', () => {
  test.each([
    ['127.0.0.0/8', '127.0.0.0', 8, undefined],
    ['127.0.0.1', '127.0.0.1', 32, undefined],
    ['127.0.0.1:8080', '127.0.0.1', 32, 8080],
    ['127.0.0.1/32:8080', '127.0.0.1', 32, 8080],
    [' 10.0.0.0/8 ', '10.0.0.0', 8, undefined],
    ['0.0.0.0/0', '0.0.0.0', 0, undefined],
    ['::1', '::1', 128, undefined],
    ['fd00::/8', 'fd00::', 8, undefined],
    ['[::1]', '::1', 128, undefined],
    ['[::1]:8080', '::1', 128, 8080],
    ['[::1]/128:8080', '::1', 128, 8080],
    ['::1/128:8080', '::1', 128, 8080],
    ['fd00::1:8080', 'fd00::1:8080', 128, undefined],
  ])('%s', (text, base, prefix, port) => {
    const network = parseNetwork(text);
    expect(
      'error' in network ? network : { base: network.base.toString(), prefix: network.prefix, port: network.port },
    ).toEqual({ base, prefix, port });
  });

  test.each([
    '',
    'localhost',
    'example.org',
    '127.0.0.0/33',
    '::1/129',
    '127.0.0.1:0',
    '127.0.0.1:65536',
    '127.0.0.1:',
    '127.0.0.1/',
    '127.1',
    '0x7f000001',
    '127.0.0.1/8/8',
    '[127.0.0.1',
    'fe80::1%eth0',
    '*',
    '10.0.0.0/-1',
    '10.0.0.0/8:80:81',
    '[]',
    '010.0.0.1',
  ])('refuses %j in one sentence that names it', (text) => {
    const network = parseNetwork(text);
    expect('error' in network ? network.error : network).toContain(`"${text.trim()}"`);
  });

  test('covers nothing that is no address', () => {
    const network = parseNetwork('0.0.0.0/0');
    if ('error' in network) throw new Error(network.error);
    for (const text of ['', 'localhost', '[::1]', '1.2.3', '::1']) expect(covers(network, text, 80)).toBe(false);
  });
});
