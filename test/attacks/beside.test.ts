import { describe, it } from 'vitest';
import { expectToHold, named } from './lib/named.ts';

describe('beside each other', () => {
  it.concurrent.each(named({ beside: true }))('%s %s (%s)', (_id, _title, _way, run) => expectToHold(run));
});
