import { describe, expect, it } from 'vitest';
import { belowPrefix, movedBelow, prefixOf } from '../../src/web/prefix.ts';

it.each([
  ['https://a.example', ''],
  ['https://a.example/', ''],
  ['https://a.example/hear/back/', '/hear/back'],
])('the prefix of %s', (publicUrl, prefix) => {
  expect(prefixOf(publicUrl)).toBe(prefix);
});

it.each([
  ['/xmlrpc', '', '/xmlrpc'],
  ['/h', '/h', '/'],
  ['/h?a=1', '/h', '/?a=1'],
  ['/h/xmlrpc?a', '/h', '/xmlrpc?a'],
  ['/hx/xmlrpc', '/h', undefined],
  ['/xmlrpc', '/h', undefined],
])('%s below "%s"', (path, prefix, expected) => {
  expect(belowPrefix(path, prefix)).toBe(expected);
});

describe('what is moved', () => {
  const html = (text: string) => new Response(text, { headers: { 'content-type': 'text/html; charset=utf-8' } });

  it.each([
    ['a link of ours', '<a href="/admin">', '<a href="/h/admin">'],
    ['a form', '<form method="post" action="/admin">', '<form method="post" action="/h/admin">'],
    ['not a link to elsewhere', '<a href="https://bob.example/">', '<a href="https://bob.example/">'],
    ['not a host without a scheme', '<a href="//bob.example/">', '<a href="//bob.example/">'],
    ['not what a stranger wrote', ' href=&quot;/admin&quot;', ' href=&quot;/admin&quot;'],
  ])('%s', async (_, before, after) => {
    expect(await (await movedBelow(html(before), '/h')).text()).toBe(after);
  });

  it('a redirect keeps its cookies', async () => {
    const headers = new Headers({ location: '/admin/inbox' });
    headers.append('set-cookie', 'a=1');
    headers.append('set-cookie', 'b=2');
    const moved = await movedBelow(new Response(null, { status: 303, headers }), '/h');
    expect([moved.status, moved.headers.get('location'), moved.headers.getSetCookie()]).toEqual([
      303,
      '/h/admin/inbox',
      ['a=1', 'b=2'],
    ]);
  });

  it('nothing of JSON, and nothing without a prefix', async () => {
    const json = Response.json({ content: ' href="/admin"' });
    expect(await movedBelow(json, '/h')).toBe(json);
    const page = html('<a href="/admin">');
    expect(await movedBelow(page, '')).toBe(page);
  });
});
