import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const HOSTS = 50;
const DELAY_MS = 200;
const ANSWER =
  '<?xml version="1.0"?><methodResponse><params><param><value><string>ok</string></value></param></params></methodResponse>';

/** Fifty sites that take pingbacks, and one that links to them all. */
export interface FiftyHosts {
  /** The page with the fifty links, and the site that it is on. */
  readonly source: string;
  readonly site: string;
  readonly targets: readonly string[];
  /** Seconds from the first request of a target to its last reply, since the last call of this; and how many were told. */
  takeTimes(): { readonly seconds: number; readonly told: number };
  close(): void;
}

/** Real sockets on 127.0.1.1–50; each target answers every request after 200 ms, the source at once. */
export async function openFiftyHosts(): Promise<FiftyHosts> {
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  let told = 0;
  const servers: Server[] = [];

  async function listen(host: string, server: Server): Promise<string> {
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    return `http://${host}:${(server.address() as AddressInfo).port}`;
  }

  const target = () =>
    createServer((incoming, outgoing) => {
      first = Math.min(first, performance.now());
      const isPing = incoming.method === 'POST';
      incoming.resume();
      setTimeout(() => {
        if (isPing) told += 1;
        outgoing.writeHead(200, {
          'content-type': isPing ? 'text/xml' : 'text/html',
          'x-pingback': `http://${incoming.headers.host}/rpc`,
        });
        outgoing.end(isPing ? ANSWER : `<link rel="pingback" href="http://${incoming.headers.host}/rpc"><p>Post</p>`);
        last = performance.now();
      }, DELAY_MS);
    });
  const origins = await Promise.all(Array.from({ length: HOSTS }, (_, n) => listen(`127.0.1.${n + 1}`, target())));
  const targets = origins.map((origin) => `${origin}/post`);
  const links = targets.map((url) => `<a href="${url}">post</a>`).join(' ');
  const page = `<!doctype html><html lang="en"><head><title>Fifty</title></head><body><main><article><p>${links}</p></article></main></body></html>`;
  const site = await listen(
    '127.0.0.1',
    createServer((_, outgoing) => outgoing.writeHead(200, { 'content-type': 'text/html' }).end(page)),
  );

  return {
    source: `${site}/post`,
    site,
    targets,
    takeTimes() {
      const times = { seconds: (last - first) / 1000, told };
      first = Number.POSITIVE_INFINITY;
      told = 0;
      return times;
    },
    close() {
      for (const server of servers) server.close().closeAllConnections();
    },
  };
}
