import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { invitation } from '../compose/invitation.ts';

/** A little blog on loopback, as a static site would be: a few pages, a feed, and what Hearback asks to be printed. */
export interface Blog {
  readonly url: string;
  readonly post: string;
  close(): Promise<void>;
}

interface Page {
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Pages are written when they are asked for, so that they can name addresses that are known only later. */
async function openBlog(slug: string, pages: (url: string) => Readonly<Record<string, () => Page>>): Promise<Blog> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://blog');
    const page = pages(url)[pathname]?.();
    response.writeHead(page ? 200 : 404, {
      'content-type': page?.type ?? 'text/plain; charset=utf-8',
      ...page?.headers,
    });
    response.end(request.method === 'HEAD' ? undefined : (page?.body ?? 'There is no such page.'));
  });
  await listen(server);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { url, post: new URL(slug, url).href, close: () => close(server) };
}

/** The blog that is linked to: it advertises the server and shows its mentions. */
export function openAlice(server: () => string): Promise<Blog> {
  return openBlog('on-hearing', (url) => {
    const post = new URL('on-hearing', url).href;
    return {
      '/': () => html('Alice’s notebook', `<h1>Alice’s notebook</h1><p><a href="/on-hearing">On hearing</a></p>`),
      '/feed.xml': () => feed('Alice’s notebook', url, [['On hearing', post]]),
      '/on-hearing': () => {
        const { elements, headers, rdf } = invitation(server(), post);
        const page = html(
          'On hearing',
          `<article class="h-entry"><h1 class="p-name">On hearing</h1>
<p class="e-content">A post is never finished: somebody answers it, on a page that its author will not see.</p></article>
<h2>Who links here</h2>
<hearback-mentions target="${post}" api="${server()}"></hearback-mentions>
<script type="module" src="${server()}/widget.js"></script>`,
          [...elements, rdf].join('\n'),
        );
        return { ...page, headers: Object.fromEntries(headers.map((line) => line.split(': ', 2))) };
      },
    };
  });
}

/** The blog that links, and whose software tells. */
export function openBob(target: string): Promise<Blog> {
  return openBlog('an-answer', (url) => ({
    '/': () => html('Bob writes back', `<h1>Bob writes back</h1><p><a href="/an-answer">An answer</a></p>`),
    '/feed.xml': () => feed('Bob writes back', url, [['An answer to Alice', new URL('an-answer', url).href]]),
    '/an-answer': () =>
      html(
        'An answer to Alice',
        `<article class="h-entry"><h1 class="p-name">An answer to Alice</h1>
<p class="p-author h-card"><a class="u-url p-name" href="${url}">Bob</a></p>
<div class="e-content"><p>I have been thinking about <a href="${target}">what Alice wrote on hearing</a>, and I believe that blogs can listen.</p></div></article>`,
      ),
  }));
}

function html(title: string, body: string, head = ''): Page {
  return {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>${head}
<style>:root{color-scheme:light dark}body{font:1.1rem/1.6 system-ui,sans-serif;max-width:38rem;margin:3rem auto;padding:0 1rem}</style></head>
<body>${body}</body></html>`,
  };
}

function feed(title: string, url: string, posts: readonly (readonly [title: string, url: string])[]): Page {
  const items = posts
    .map(([name, link]) => `<item><title>${name}</title><link>${link}</link><guid>${link}</guid></item>`)
    .join('');
  return {
    type: 'application/rss+xml; charset=utf-8',
    body: `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${title}</title><link>${url}</link><description>${title}</description>${items}</channel></rss>`,
  };
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
