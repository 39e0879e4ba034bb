import type { EmailRecipient } from '../recipient.ts';

/** Somebody who is told nothing yet. */
export function stranger(address: string): EmailRecipient {
  return {
    ...{
      id: 'test',
      kind: 'email',
      address,
      site: undefined,
      events: [],
      active: true,
      problem: undefined,
      createdAt: 0,
    },
    ...{ timing: { pace: 'each', hour: 8, zone: 'UTC' }, language: 'en', openLinks: false },
  };
}
