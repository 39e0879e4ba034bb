import { describe, expect, it } from 'vitest';
import { HOUR, openHouse, topicAt } from './house.ts';
import { openReceiver } from './receiver.ts';

describe('a topic of ntfy', () => {
  it('gets a message with its title and priority, and no link that decides', async () => {
    await using receiver = await openReceiver(() => 200);
    await using house = await openHouse();
    await house.save(topicAt(`${receiver.url}/my-topic`, { token: 'tk_abc', priority: 4 }));
    await house.hold('bob', { title: 'Ünï\r\nX-Evil: 1', author: { name: 'Bøb', url: '', photo: '' } });
    await house.pass(HOUR);
    const [call] = receiver.calls;
    expect(call?.path).toBe('/');
    expect(call?.headers.authorization).toBe('Bearer tk_abc');
    expect(JSON.parse(call?.body ?? '')).toEqual({
      topic: 'my-topic',
      title: 'Bøb mentions /post: it waits for you',
      message: 'Ünï X-Evil: 1\nhttps://bob.example/entry',
      priority: 4,
      click: 'https://hear.alice.example/admin/mentions/mention-bob',
    });
    expect(call?.body).not.toContain('/decide/');
  });

  it('gets a wave as one message that is short', async () => {
    await using receiver = await openReceiver(() => 200);
    await using house = await openHouse();
    await house.save(topicAt(`${receiver.url}/t`));
    for (let n = 0; n < 200; n += 1) await house.hold(`eve${n}`, { title: '𝒳'.repeat(500) });
    await house.pass(HOUR);
    expect(receiver.calls).toHaveLength(1);
    const { message, title } = JSON.parse(receiver.calls[0]?.body ?? '');
    expect(title).toBe('200 mentions wait for you');
    expect(message.split('\n')).toHaveLength(6);
    expect(message).toContain('And 195 more.');
    expect(Buffer.byteLength(receiver.calls[0]?.body ?? '')).toBeLessThan(4_096);
  });

  it('is told again while its server is away or does not know the token, and not at all in a private network', async () => {
    await using receiver = await openReceiver((_, times) => (times === 1 ? 429 : times === 2 ? 401 : 200));
    await using house = await openHouse();
    await house.save(topicAt(`${receiver.url}/t`));
    await house.save(topicAt('http://192.168.0.1/t', { id: 'private' }));
    await house.hold('bob');
    await house.pass(24 * HOUR);
    expect(receiver.calls).toHaveLength(3);
    const all = await house.store.notices.list({ limit: 9 });
    const found = all.map(({ recipient, state, attempts }) => `${recipient} ${state} ${attempts}`).sort();
    expect(found).toEqual(['private failed 1', 'topic sent 3']);
  });
});
