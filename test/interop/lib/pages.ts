import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Workshop } from './workshop.ts';

export interface Page {
  readonly title: string;
  readonly body: string;
  readonly head?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A static site on loopback whose pages can be added while it runs. */
export interface Pages {
  /** With a final slash. */
  readonly url: string;
  /** Adds or replaces a page and answers its URL. */
  put(path: string, page: Page): string;
}

export async function openPages(workshop: Workshop, host: string): Promise<Pages> {
  const pages = new Map<string, Page>();
  const server = createServer((request, response) => {
    const page = pages.get(new URL(request.url ?? '/', 'http://site').pathname);
    response.writeHead(page ? 200 : 404, { ...page?.headers, 'content-type': 'text/html; charset=utf-8' });
    response.end(page ? html(page) : html({ title: 'Not found', body: '' }));
  });
  server.listen(0, host);
  await once(server, 'listening');
  workshop.atClose(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const url = `http://${host}:${(server.address() as AddressInfo).port}/`;
  return {
    url,
    put(path, page) {
      pages.set(path, page);
      return new URL(path, url).href;
    },
  };
}

function html({ title, body, head = '' }: Page): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head>
<body><main><h1>${title}</h1>${body}</main></body></html>`;
}
