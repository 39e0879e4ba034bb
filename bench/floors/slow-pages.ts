import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { weblogPage } from '../lib/page.ts';
import { PAGE_HOSTS } from '../lib/page-hosts.ts';

// Serves plain pages on every page host at one port, and takes 200 ms for each, as a host elsewhere does. They are made
// before, so that making them is not measured.
const pages = Array.from({ length: 400 }, (_, text) => Buffer.from(weblogPage('plain', text)));
const DELAY_MS = 200;

let port = 0;
for (const host of PAGE_HOSTS) {
  const server = createServer(({ url = '' }, response) => {
    const page = pages[Number(url.slice(url.lastIndexOf('/') + 1)) % pages.length];
    setTimeout(() => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': page?.length });
      response.end(page);
    }, DELAY_MS);
  });
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  port = (server.address() as AddressInfo).port;
}
console.log(`http://${PAGE_HOSTS[0]}:${port}`);
