import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createStatusIds } from '../src/status-id.ts';
import { systemRandom } from '../src/system.ts';

const ids = createStatusIds(randomBytes(32));

test('an id comes back, and nothing of it shows', () => {
  const [one, other] = [systemRandom.id(), systemRandom.id()];
  expect(ids.open(ids.seal(one))).toBe(one);
  expect(ids.seal(one)).toMatch(/^[\w-]{22}$/);
  // Drawn in one millisecond they begin alike, and sealed they do not.
  expect(one.slice(0, 6)).toBe(other.slice(0, 6));
  expect(ids.seal(one).slice(0, 6)).not.toBe(ids.seal(other).slice(0, 6));
});

test('one pair has one status URL, whoever announces it', () => {
  const id = systemRandom.id();
  expect(ids.seal(id)).toBe(ids.seal(id));
});

test.each(['', 'x', 'ids-of-twenty-two-signs!', '../../etc/passwd', 'A'.repeat(23)])('%j is none', (text) => {
  expect(ids.open(text)).toBeUndefined();
});

test('another store reads another id', () => {
  const id = systemRandom.id();
  expect(createStatusIds(randomBytes(32)).open(ids.seal(id))).not.toBe(id);
});
