import { describe, it } from 'vitest';
import { expectToHold, named } from './lib/named.ts';

describe('one after the other', () => {
  it.each(named({ beside: false, to: 'E' }))('%s %s (%s)', (_id, _title, _way, run) => expectToHold(run));
});
