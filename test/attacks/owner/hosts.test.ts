import { describe, expect, test } from 'vitest';
import { openHouse } from '../../../packages/server/test/web/house.ts';
import { PASSWORD, setUpOwner } from '../../../packages/server/test/web/visitor.ts';

describe('host names', () => {
  test.each([
    ['https://desk.example/admin/login', 200],
    ['https://DESK.example/admin/login', 200],
    ['https://other.example:8443/admin/login', 200],
    ['https://other.example/admin/login', 421],
    ['https://evil.example/admin/login', 421],
    ['https://desk.example.evil.example/admin/login', 421],
    ['https://desk.example:444/admin/login', 421],
    ['https://evil.example/admin/inbox', 421],
    ['https://evil.example/admin/assets/desk.css', 421],
    ['https://evil.example/status/x', 200],
    ['https://evil.example/healthz', 200],
  ])('%s gives %i', async (url, status) => {
    const changes = { publicHosts: ['other.example:8443'] };
    const other = await openHouse({ publicUrl: 'https://desk.example', changes });
    expect((await other.web.fetch(new Request(url))).status).toBe(status);
    await other.close();
  });

  test.each([
    ['https://other.example:8443', 'other.example:8443', 303],
    ['https://desk.example', 'other.example:8443', 303],
    ['http://other.example:8443', 'other.example:8443', 403],
    ['https://other.example', 'other.example:8443', 403],
    ['https://evil.example', 'other.example:8443', 403],
    ['https://other.example:8443', 'desk.example', 403],
  ])('a form from %s, posted to %s without Fetch Metadata: %i', async (origin, host, status) => {
    const changes = { publicHosts: ['other.example:8443'] };
    const other = await openHouse({ publicUrl: 'https://desk.example', changes });
    await setUpOwner(other);
    const body = new URLSearchParams({ name: 'alice', password: PASSWORD });
    const request = new Request(`https://${host}/admin/login`, {
      method: 'POST',
      headers: { origin },
      body,
      redirect: 'manual',
    });
    expect((await other.web.fetch(request)).status).toBe(status);
    await other.close();
  });
});

test('239 a request from this machine is a stranger’s', async () => {
  const house = await openHouse();
  await setUpOwner(house);
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
    const claims: readonly Record<string, string>[] = [
      {},
      { 'x-forwarded-for': '127.0.0.1' },
      { 'x-real-ip': '127.0.0.1', forwarded: 'for=127.0.0.1' },
    ];
    for (const headers of claims) {
      const ask = (path: string, init: RequestInit = {}) =>
        house.web.fetch(new Request(`${house.publicUrl}${path}`, { redirect: 'manual', headers, ...init }), {
          address,
        });
      expect((await ask('/admin/inbox')).headers.get('location')).toBe('/admin/login');
      expect((await ask('/api/inbox')).status).toBe(401);
      expect((await ask('/admin/inbox', { method: 'POST' })).status).toBe(403);
    }
  }
  await house.close();
});
