import type { Decision } from '@hearback/protocol';
import { describe, expect, it } from 'vitest';
import { createVerifiedReply } from '../../src/inbound/verified-reply.ts';
import type { LinkState } from '../../src/mention.ts';

const ACCEPTED: Decision = { outcome: 'accepted', statusUrl: 'https://hear.example/status/x' };
const NO_LINK: Decision = { outcome: 'refused', because: 'no-link' };
const UNREADABLE: Decision = { outcome: 'refused', because: 'source-missing' };

/** A reply over a store of one mention, and a timer that rings when the test says so. */
function open(link: LinkState = 'unverified', options = {}) {
  const alarms = new Set<() => void>();
  const state = { link, checkedAt: link === 'unverified' ? undefined : 1 };
  const reply = createVerifiedReply(
    { byId: async () => ({ ...state }) as never },
    (_, fire) => {
      const alarm = () => {
        alarms.delete(alarm);
        fire();
      };
      alarms.add(alarm);
      return () => alarms.delete(alarm);
    },
    options,
  );
  const ring = () => {
    for (const alarm of alarms) alarm();
  };
  return { reply, alarms, state, ring };
}

/** Whether a promise has settled once everything that could run has run. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  void promise.then(() => (settled = true));
  await new Promise((resolve) => setImmediate(resolve));
  return settled;
}

describe('a reply that waits', () => {
  it.each([
    ['linked', ACCEPTED],
    ['unlinked', NO_LINK],
    ['unread', NO_LINK],
  ] as const)('leaves at once when the page is %s', async (result, decision) => {
    const { reply, alarms } = open();
    const answer = reply.decide('id', ACCEPTED);
    reply.looked('id', result);
    expect(await answer).toEqual(decision);
    expect(alarms.size).toBe(0);
  });

  it.each([
    ['live', ACCEPTED],
    ['absent', NO_LINK],
  ] as const)('hears what another process found: %s', async (link, decision) => {
    const { reply, alarms, state } = open('unverified', { isShared: true });
    const answer = reply.decide('id', ACCEPTED);
    expect(await isSettled(answer)).toBe(false);
    // The first is the padding, the second the look.
    const [, look] = [...alarms];
    look?.();
    expect(await isSettled(answer)).toBe(false);
    Object.assign(state, { link, checkedAt: 2 });
    [...alarms].at(-1)?.();
    expect(await answer).toEqual(decision);
    expect(alarms.size).toBe(0);
  });

  it.each(['later', 'gone'] as const)('SEC-04 is as late as can be when the page is %s', async (result) => {
    const { reply, ring } = open();
    const answer = reply.decide('id', ACCEPTED);
    reply.looked('id', result);
    expect(await isSettled(answer)).toBe(false);
    ring();
    expect(await answer).toEqual(UNREADABLE);
  });

  it('SEC-04 is as late for a source that is never asked', async () => {
    const { reply, ring } = open();
    const answer = reply.unfetched();
    expect(await isSettled(answer)).toBe(false);
    ring();
    expect(await answer).toEqual(UNREADABLE);
  });

  it.each([
    ['unverified', UNREADABLE],
    ['unreachable', UNREADABLE],
  ] as const)('ends by what is known (%s) when nobody looked in time', async (link, decision) => {
    const { reply, ring } = open(link);
    const answer = reply.decide('id', ACCEPTED);
    expect(await isSettled(answer)).toBe(false);
    ring();
    expect(await answer).toEqual(decision);
  });

  it.each(['absent', 'lost'] as const)(
    'says nothing of a page that was %s and is not looked at again',
    async (link) => {
      const { reply, ring } = open(link);
      const answer = reply.decide('id', ACCEPTED);
      expect(await isSettled(answer)).toBe(false);
      ring();
      expect(await answer).toEqual(ACCEPTED);
    },
  );

  it.each([
    ['unverified', 'absent'],
    ['absent', 'absent'],
    ['lost', 'lost'],
  ] as const)('hears of a look by another process: %s, then %s', async (before, after) => {
    const { reply, ring, state } = open(before);
    const answer = reply.decide('id', ACCEPTED);
    expect(await isSettled(answer)).toBe(false);
    Object.assign(state, { link: after, checkedAt: 2 });
    ring();
    expect(await answer).toEqual(NO_LINK);
  });

  it('does not wait for a second look at a link that is there', async () => {
    expect(await open('live').reply.decide('id', ACCEPTED)).toEqual(ACCEPTED);
  });

  it('hears of its own mention only, together with others that ask about it', async () => {
    const { reply } = open();
    const answers = [reply.decide('id', ACCEPTED), reply.decide('id', ACCEPTED)];
    const other = reply.decide('other', ACCEPTED);
    reply.looked('id', 'unlinked');
    expect(await Promise.all(answers)).toEqual([NO_LINK, NO_LINK]);
    expect(await isSettled(other)).toBe(false);
  });
});
