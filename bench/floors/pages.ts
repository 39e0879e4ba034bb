import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { weblogPage } from '../lib/page.ts';
import { PAGE_HOSTS } from '../lib/page-hosts.ts';

// Serves /plain/…, /alike/… and /h-entry/… on every page host at one port: pages with words of their own, pages that all
// have the same, and entries. It is in a process of its own, so that its work is not taken for that of the fetcher. Pages are
// made before they are asked for.
const TEXTS = 400;
const made = (kind: 'plain' | 'h-entry', from: number) =>
  Array.from({ length: TEXTS }, (_, n) => Buffer.from(weblogPage(kind, from + n)));
const pages: Readonly<Record<string, readonly Buffer[]>> = {
  plain: made('plain', 0),
  alike: [Buffer.from(weblogPage('plain'))],
  'h-entry': made('h-entry', TEXTS),
};

let port = 0;
for (const host of PAGE_HOSTS) {
  const server = createServer(({ url = '' }, response) => {
    const [, kind = '', nth] = url.split('/');
    const texts = pages[kind] ?? [];
    const body = texts[Number(nth) % texts.length];
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body?.length });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  port = (server.address() as AddressInfo).port;
}
console.log(`http://${PAGE_HOSTS[0]}:${port}`);
