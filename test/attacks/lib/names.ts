import assert from 'node:assert/strict';
import { PUBLIC } from './addresses.ts';
import type { AttackCase, Expectation } from './case.ts';
import type { Answer } from './dns.ts';
import type { Peer } from './peers.ts';
import { bytesOf, notification } from './requests.ts';
import type { Rig } from './rig.ts';
import { linking } from './verbs.ts';

export const SOURCE = 'http://source.test/';

export const HERE = `${PUBLIC}:80`;

/** A source whose name means this, and what then has to be. */
export function named(
  title: string,
  answer: Answer,
  expect: Expectation,
  dial: Record<string, Peer> = { [HERE]: linking },
): AttackCase {
  return {
    title,
    dns: { 'source.test': answer },
    dial,
    deed: { notify: { source: SOURCE } },
    expect: { reply: { means: 'accepted', sameAsControl: true }, rows: 1, asked: ['source.test'], ...expect },
  };
}

export const REFUSED: Expectation = { link: 'unreachable', trace: /so it was not contacted/ };

/** Notifies and lets a minute pass. */
export async function notify(rig: Rig, source: string): Promise<void> {
  const { status } = await rig.send(bytesOf(notification('pingback', source)));
  assert.equal(status, 200);
  await rig.pass();
}
