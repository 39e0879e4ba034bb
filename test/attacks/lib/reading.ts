import { PUBLIC, publicAddress } from './addresses.ts';
import type { AttackCase, Expectation } from './case.ts';
import { linking, reply } from './verbs.ts';

const HERE = `${PUBLIC}:80`;
export const NEXT = publicAddress(1);

/** A page. It is read in its time, costs little, holds up nothing, and the next one is read all the same. */
export function read(
  title: string,
  html: string | Buffer,
  link: Expectation['link'],
  more: Expectation = {},
  type = 'text/html; charset=utf-8',
): AttackCase {
  return {
    title,
    dns: { 'source.test': [PUBLIC], 'next.test': [NEXT] },
    dial: { [HERE]: reply('200 OK', [`Content-Type: ${type}`], html), [`${NEXT}:80`]: linking },
    ways: ['webmention'],
    deed: { notify: { source: 'http://source.test/' } },
    expect: {
      rows: 1,
      contacted: [HERE],
      link,
      withinMs: 17_000,
      rssMb: 32,
      thenVerifies: 'http://next.test/',
      ...more,
    },
  };
}
