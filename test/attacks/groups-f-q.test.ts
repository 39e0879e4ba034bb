import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectToHold, groups, named } from './lib/named.ts';
import { proofsOf } from './lib/proofs.ts';

describe('one after the other', () => {
  it.each(named({ beside: false, from: 'F' }))('%s %s (%s)', (_id, _title, _way, run) => expectToHold(run));
});

/** Those tests run where they are; `npm run test:attacks` runs them for the table, and by their whole names. */
it('what tests elsewhere are to prove names files that are there', () => {
  const proofs = proofsOf(groups.flatMap(({ rows }) => rows));
  expect(proofs.length).toBeGreaterThan(50);
  for (const [{ id }, [file]] of proofs)
    expect(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'), id).toMatch(/\b(?:it|test)[.(]/);
});
