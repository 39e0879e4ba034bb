import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { weblogPage } from '../lib/page.ts';
import { PAGE_HOSTS } from '../lib/page-hosts.ts';

// Serves /plain/… and /h-entry/… on every page host at one port. It is in a process of its own, so that its work is not
// taken for that of the fetcher.
const pages = { plain: Buffer.from(weblogPage('plain')), 'h-entry': Buffer.from(weblogPage('h-entry')) };

let port = 0;
for (const host of PAGE_HOSTS) {
  const server = createServer((request, response) => {
    const body = request.url?.startsWith('/h-entry') ? pages['h-entry'] : pages.plain;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  port = (server.address() as AddressInfo).port;
}
console.log(`http://${PAGE_HOSTS[0]}:${port}`);
