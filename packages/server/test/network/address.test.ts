import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify } from '../../src/network/address.ts';
import { network } from './support/net.ts';

interface Row {
  readonly what: string;
  readonly address: string;
  readonly port?: number;
  readonly allow?: readonly string[];
  readonly own?: readonly string[];
  readonly expect: 'allowed' | 'denied';
}

const rows = JSON.parse(readFileSync(new URL('../../../../fixtures/addresses.json', import.meta.url), 'utf8')) as Row[];

test('there are vectors for both verdicts', () => {
  expect(rows.filter((row) => row.expect === 'allowed').length).toBeGreaterThan(40);
  expect(rows.filter((row) => row.expect === 'denied').length).toBeGreaterThan(100);
});

describe('address vectors', () => {
  test.each(rows)(
    '$what: $address ($port, allow $allow) is $expect',
    ({ address, port = 80, allow = [], own = [], expect: verdict }) => {
      const result = classify(address, { allow: allow.map(network), own: new Set(own), port });
      expect(result === 'allowed' ? 'allowed' : 'denied').toBe(verdict);
      if (result !== 'allowed') expect(result.denied).toMatch(/\S/);
    },
  );
});

const RULES = { allow: [], own: new Set<string>(), port: 80 };
const verdict = (address: string) => classify(address, RULES);
const hex = (high: number, low: number) => ((high << 8) | low).toString(16);

/** Every form in which IPv6 carries an IPv4 address (RFC 4291, 2765, 6052, 3056, 5214). */
const WRAPPINGS: Readonly<Record<string, (high: string, low: string) => string>> = {
  mapped: (high, low) => `::ffff:${high}:${low}`,
  compatible: (high, low) => `::${high}:${low}`,
  translated: (high, low) => `::ffff:0:${high}:${low}`,
  nat64: (high, low) => `64:ff9b::${high}:${low}`,
  'local nat64': (high, low) => `64:ff9b:1::${high}:${low}`,
  '6to4': (high, low) => `2002:${high}:${low}::1`,
  isatap: (high, low) => `2600:1f18::5efe:${high}:${low}`,
  'global isatap': (high, low) => `2600:1f18::200:5efe:${high}:${low}`,
};

test.each(Object.keys(WRAPPINGS))('no %s IPv6 address reaches an IPv4 address', (form) => {
  fc.assert(
    fc.property(fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)), ([a, b, c, d]) => {
      const wrapped = WRAPPINGS[form]?.(hex(a, b), hex(c, d)) ?? '';
      expect(verdict(wrapped)).toHaveProperty('denied');
    }),
  );
});

test('what is outside 2000::/3 is never public', () => {
  fc.assert(
    fc.property(fc.ipV6(), (address) => {
      const first = Number.parseInt(address.split(':')[0] || '0', 16);
      if (first < 0x2000 || first > 0x3fff) expect(verdict(address)).toHaveProperty('denied');
    }),
  );
});
