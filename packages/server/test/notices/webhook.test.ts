import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { HOUR, hookAt, MINUTE, openHouse } from './house.ts';
import { openReceiver } from './receiver.ts';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

describe('a webhook', () => {
  it('hears of everything that happens, signed, each once, under an id of its own', async () => {
    await using receiver = await openReceiver();
    await using house = await openHouse();
    await house.save(hookAt(`${receiver.url}/in`, { secret: SECRET }));
    const id = await house.hold('bob', { title: 'An <answer>\u2028' });
    await house.pass(MINUTE);
    await house.judge(id, 'approved');
    await house.pass(MINUTE);
    await house.check(id, 'lost');
    await house.pass(MINUTE);
    await house.check(id, 'live');
    await house.pass(MINUTE);
    await house.judge(id, 'rejected');
    await house.pass(HOUR);
    const events = receiver.calls.map(({ body }) => JSON.parse(body));
    expect(events.map(({ type }) => type)).toEqual(
      ['held', 'published', 'lost', 'recovered', 'withdrawn'].map((name) => `mention.${name}`),
    );
    expect(events[0]).toMatchObject({
      timestamp: '2026-01-05T12:00:00.000Z',
      data: { id, source: 'https://bob.example/entry', moderation: 'pending', title: 'An <answer>\u2028' },
    });
    for (const { headers, body } of receiver.calls) {
      expect(body).not.toMatch(/[<\u2028\n]/);
      const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
      const mac = createHmac('sha256', Buffer.from(SECRET.slice(6), 'base64'))
        .update(signed)
        .digest('base64');
      expect(headers['webhook-signature']).toBe(`v1,${mac}`);
    }
    expect(new Set(receiver.calls.map(({ headers }) => headers['webhook-id'])).size).toBe(5);
  });

  it('in the shape of webmention.io gets the entry, or that it is gone, on one line and signed in its way', async () => {
    await using receiver = await openReceiver();
    await using house = await openHouse();
    const events = ['mention.published', 'mention.withdrawn', 'mention.lost', 'mention.recovered'] as const;
    await house.save(hookAt(receiver.url, { secret: 'shared', format: 'webmention.io', events }));
    const id = await house.hold('bob', { title: 'One', excerpt: 'Two\nthree', kind: 'reply' });
    await house.judge(id, 'approved');
    await house.pass(MINUTE);
    await house.judge(id, 'spam');
    await house.pass(MINUTE);
    const [first, second] = receiver.calls;
    const pair = { source: 'https://bob.example/entry', target: 'https://alice.example/post' };
    expect(Object.keys(JSON.parse(first?.body ?? ''))).toEqual(['secret', 'source', 'target', 'private', 'post']);
    expect(JSON.parse(first?.body ?? '')).toMatchObject({
      ...{ secret: 'shared', ...pair, private: false },
      post: { type: 'entry', 'wm-id': 1, 'wm-property': 'in-reply-to', 'wm-source': pair.source, name: 'One' },
    });
    expect(JSON.parse(second?.body ?? '')).toEqual({ secret: 'shared', ...pair, private: false, deleted: true });
    for (const { headers, body } of receiver.calls) {
      expect(body).not.toContain('\n');
      const hex = createHmac('sha256', 'shared').update(body).digest('hex');
      expect(headers['x-webmention-signature']).toBe(`sha256=${hex}`);
    }
  });

  it('that fails hears the same words under the same id, until it listens; what failed is sent again on request', async () => {
    let status = 503;
    await using receiver = await openReceiver(() => status);
    await using house = await openHouse();
    await house.save(hookAt(receiver.url));
    const id = await house.hold('bob');
    await house.pass(48 * HOUR);
    expect(receiver.calls).toHaveLength(6);
    expect(await house.states()).toEqual(['mention.held failed']);
    expect((await house.store.recipients.byId('hook'))?.problem).toBe('It answered HTTP 503.');
    status = 200;
    await house.judge(id, 'pending');
    expect(await house.notices.resend('failed')).toBe(1);
    await house.pass(MINUTE);
    expect(await house.states()).toEqual(['mention.held sent']);
    expect(new Set(receiver.calls.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(receiver.calls.map(({ body }) => body)).size).toBe(1);
  });

  it.each([
    ['webmention.io', 400, 1],
    ['webmention.io', 429, 6],
    ['standard', 400, 6],
    ['standard', 410, 1],
  ] as const)('of the kind %s that answers %i is called %i times', async (format, status, times) => {
    await using receiver = await openReceiver(() => status);
    await using house = await openHouse();
    await house.save(hookAt(receiver.url, { format }));
    await house.judge(await house.arrive('bob'), 'approved');
    await house.pass(48 * HOUR);
    expect(receiver.calls).toHaveLength(times);
    // Whoever is gone is not called for what comes after that either.
    expect((await house.store.recipients.byId('hook'))?.active).toBe(status !== 410);
  });

  it('in a private network is never called', async () => {
    await using house = await openHouse();
    await house.save(hookAt('http://10.0.0.1/in'));
    await house.hold('bob');
    await house.pass(48 * HOUR);
    const [notice] = await house.store.notices.list({ limit: 1 });
    expect(notice?.reason).toMatch(/10\.0\.0\.1/);
    expect(notice?.state).toBe('failed');
  });

  it('of one site hears of no other, and one that was switched off of nothing', async () => {
    await using receiver = await openReceiver();
    await using house = await openHouse();
    await house.save(hookAt(receiver.url, { site: 'other.example' }));
    await house.save(hookAt(receiver.url, { id: 'off', active: false }));
    await house.hold('bob');
    await house.pass(HOUR);
    expect(receiver.calls).toEqual([]);
    expect(await house.states()).toEqual([]);
  });

  it('is tried at once and once', async () => {
    await using receiver = await openReceiver((_, times) => (times === 1 ? 200 : 500));
    await using house = await openHouse();
    expect(await house.notices.test(hookAt(receiver.url))).toEqual({
      outcome: 'sent',
      reason: 'It answered HTTP 200.',
    });
    expect(await house.notices.test(hookAt(receiver.url))).toMatchObject({ outcome: 'refused' });
    expect(JSON.parse(receiver.calls[0]?.body ?? '')).toMatchObject({ type: 'test', data: null });
  });
});
