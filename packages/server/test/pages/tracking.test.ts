import { expect, it } from 'vitest';
import { withoutTracking } from '../../src/pages/tracking.ts';

it.each([
  ['UN-15', '/p?utm_source=x&utm_medium=y', '/p'],
  ['UN-15 between others', '/p?a=1&fbclid=x&b=2', '/p?a=1&b=2'],
  ['UN-15 without value, in capitals', '/p?UTM_Source&gclid', '/p'],
  ['UN-15 fragment kept', '/p?utm_source=x#c', '/p#c'],
  ['UN-08 the rest as it is', '/p?a+b=%20%7e&utm_source=x', '/p?a+b=%20%7e'],
  ['a name that only begins so', '/p?gclidx=1&xutm_source=2', '/p?gclidx=1&xutm_source=2'],
  ['a value', '/p?a=utm_source', '/p?a=utm_source'],
  ['nothing to take away', '/p?', '/p?'],
])('%s: %s', (_id, given, plain) => {
  expect(withoutTracking(new URL(given, 'https://alice.example')).href).toBe(`https://alice.example${plain}`);
});
