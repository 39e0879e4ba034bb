import { describe, expect, test } from 'vitest';
import { type Act, hang, page, raw, reply } from '../../../../test/support/hostile-server.ts';
import { OK, openHostile } from './support/open.ts';

describe('connections', () => {
  test('the next request to the same origin uses the same one', async () => {
    const { net, server, ask } = await openHostile(page('hello'));
    await ask();
    await ask();
    expect(server.connections()).toBe(1);
    expect(net.of('dns')).toHaveLength(1);
  });

  test('one that the peer closes is not used again', async () => {
    const { server, ask } = await openHostile(raw(`${OK}Connection: close\r\nContent-Length: 2\r\n\r\nhi`));
    expect(await ask()).toMatchObject({ ok: true });
    expect(await ask()).toMatchObject({ ok: true });
    expect(server.connections()).toBe(2);
  });

  test('a kept one that dies under a GET is replaced once', async () => {
    let requests = 0;
    const { server, ask } = await openHostile((heard) => {
      requests += 1;
      if (requests === 2) heard.socket.destroy();
      else page('hello')(heard);
    });
    expect(await ask()).toMatchObject({ ok: true });
    expect(await ask()).toMatchObject({ ok: true });
    expect(server.heard).toHaveLength(3);
  });

  test('a POST has a connection of its own, for a server may close after its answer without saying so', async () => {
    const { net, server, ask } = await openHostile(raw(`${OK}Content-Length: 2\r\n\r\nhi`));
    expect(await ask()).toMatchObject({ ok: true });
    const post = { method: 'POST', url: 'http://a.test/', redirects: 'endpoint', body: Buffer.from('x') } as const;
    expect(await net.http.request(post)).toMatchObject({ ok: true });
    expect(server.heard).toHaveLength(2);
  });

  test('closing ends what is under way', async () => {
    const { net, server, ask } = await openHostile(hang);
    const outcome = ask();
    await expect.poll(() => server.heard).toHaveLength(1);
    await net.close();
    expect(await outcome).toMatchObject({ ok: false });
    await expect.poll(() => net.of('close')).toHaveLength(1);
  });

  test('the total deadline covers all hops', async () => {
    const slow: Act = (heard) => void setTimeout(() => reply('302 Moved', ['Location: /'])(heard), 100);
    const { server, ask } = await openHostile(slow, { totalMs: 250 });
    expect(await ask()).toMatchObject({ ok: false, kind: 'timeout' });
    expect(server.heard.length).toBeLessThan(4);
  });
});
