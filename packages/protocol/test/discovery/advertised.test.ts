import { describe, expect, it } from 'vitest';
import { type HeaderLine, readAdvertised } from '../../src/index.ts';

function advertised(html: string, headers: readonly HeaderLine[] = []) {
  return readAdvertised({
    ok: true,
    status: 200,
    finalUrl: 'https://bob.example/2',
    headers: [['content-type', 'text/html'], ...headers],
    body: new TextEncoder().encode(html),
    truncated: false,
    chain: [],
  });
}

describe('all that names an endpoint on a page', () => {
  it('is told with the broken and the useless', () => {
    const found = advertised(
      '<!-- <link rel="pingback" href="http://old/"> --><link rel=pingback href=/x><a rel="webmention" href="">w</a>',
      [
        ['link', '<https://bob.example/wm>; rel="webmention", </feed>; rel="alternate"'],
        ['x-robots-tag', 'nopingback'],
      ],
    );
    expect(found).toEqual({
      pattern: 'http://old/',
      pingbacks: [{ element: 'link', href: '/x', url: 'https://bob.example/x' }],
      webmentions: [{ element: 'a', href: '', url: 'https://bob.example/2' }],
      links: [{ href: 'https://bob.example/wm', rel: ['webmention'], anchor: undefined }],
      declined: ['pingback'],
    });
  });

  it('is nothing on a page that names none', () => {
    expect(advertised('<p>No.')).toEqual({
      pattern: undefined,
      pingbacks: [],
      webmentions: [],
      links: [],
      declined: [],
    });
  });

  it('is ten of each at most', () => {
    expect(advertised('<link rel=pingback href=/x>'.repeat(50)).pingbacks).toHaveLength(10);
  });
});
