import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWidget } from '../../packages/widget/build.ts';

/** A page's policy that allows nothing but the server: no inline style, no inline script. */
const STRICT =
  "default-src 'none'; script-src API; connect-src API; style-src 'self'; img-src API; base-uri 'none'; require-trusted-types-for 'script'";

async function serve(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export interface Page {
  readonly body?: string;
  readonly head?: string;
  readonly css?: string;
  readonly lang?: string;
}

/** A blog with the widget in it, and a server that answers it what a test says. */
export async function openBlog() {
  const folder = mkdtempSync(join(tmpdir(), 'hearback-widget-'));
  await buildWidget(join(folder, 'widget.js'));
  const script = readFileSync(join(folder, 'widget.js'));
  rmSync(folder, { recursive: true });
  const state = {
    asked: [] as URL[],
    answer: (_asked: URL): { status?: number; json: unknown } => ({ json: {} }),
    page: {} as Page,
  };
  const api = await serve((req, res) => {
    res.setHeader('access-control-allow-origin', '*');
    if (req.url === '/widget.js') return res.setHeader('content-type', 'text/javascript').end(script);
    const asked = new URL(req.url ?? '', api.url);
    state.asked.push(asked);
    const { status = 200, json } = state.answer(asked);
    return res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
  });
  const blog = await serve((req, res) => {
    const { body = '<hearback-mentions></hearback-mentions>', head = '', css = '', lang = 'en' } = state.page;
    if (req.url === '/blog.css') return res.setHeader('content-type', 'text/css').end(css);
    return res
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': STRICT.replaceAll('API', api.url),
      })
      .end(
        `<!doctype html><html lang="${lang}"><head><title>Post</title>${head}<link rel="stylesheet" href="/blog.css"><script type="module" src="${api.url}/widget.js"></script></head><body>${body}</body></html>`,
      );
  });
  return {
    state,
    api: api.url,
    url: blog.url,
    async close() {
      await blog.close();
      await api.close();
    },
  };
}

export type Blog = Awaited<ReturnType<typeof openBlog>>;

export function mention(changes: Record<string, unknown> = {}) {
  return {
    ...{ name: 'Bob', url: 'https://bob.example/', photo: '', source: 'https://bob.example/a' },
    ...{ rel: 'nofollow ugc noopener', verb: 'replied', title: 'A title', text: 'So I read this.' },
    ...{ date: '2026-01-31T12:00:00Z', ...changes },
  };
}

type Mention = ReturnType<typeof mention>;

export function group(name: string, mentions: readonly Mention[], total = mentions.length) {
  const faces = name === 'likes' || name === 'reposts';
  return { name, title: name[0]?.toUpperCase() + name.slice(1), faces, total, mentions };
}

export function showing(...groups: readonly unknown[]) {
  return { empty: 'Nobody has mentioned this page yet.', showMore: 'Show more', groups };
}
