import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Points of a crash that are seen from outside: a request of the server's came in and is not answered yet. */
export type OutsidePoint = 'source-asked' | 'source-half' | 'page-asked' | 'telling';

/**
 * The web around the server: its own site with a feed, sources that link to it, and pages that want to be told. One
 * program on all of 127.0.0.0/8, where every address is a victim of its own.
 */
export interface World extends AsyncDisposable {
  /** The site of the server, which watches its feed. */
  readonly site: string;
  readonly feed: string;
  readonly target: string;
  /** A source that links to the target; by its number some pages are slow to come, gone, or without the link. */
  source(round: number, client: number, page: number): string;
  /** Writes a new post that links to some pages; it is in the feed from now on. */
  publish(round: number): void;
  /** How often each source was asked for. */
  readonly asked: ReadonlyMap<string, number>;
  /** Links of the posts, as `post target`, and how often each was told of. */
  readonly links: ReadonlySet<string>;
  readonly told: ReadonlyMap<string, number>;
  /** Calls back once, at the n-th time from now that a request comes to the point. */
  at(point: OutsidePoint, time: number, reach: () => void): void;
}

const LINKS_A_POST = 3;

export async function openWorld(): Promise<World> {
  const asked = new Map<string, number>();
  const told = new Map<string, number>();
  const links = new Set<string>();
  const posts: number[] = [0];
  let watched: { readonly point: OutsidePoint; left: number; readonly reach: () => void } | undefined;
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  server.listen(0, '0.0.0.0');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const site = `http://127.0.0.1:${port}/`;
  const target = `${site}post/0`;
  const pageOf = (round: number, link: number) => `http://127.2.${round % 250}.${link + 1}:${port}/page/${round}`;

  function pass(point: OutsidePoint): void {
    if (watched?.point !== point) return;
    watched.left -= 1;
    if (watched.left === 0) watched.reach();
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const [, kind, number = ''] = url.pathname.split('/');
    if (kind === 'source') return source(url, Number(number), response);
    if (kind === 'xmlrpc') return hear(request, response);
    const html = { 'Content-Type': 'text/html' };
    if (kind === 'feed.xml') response.writeHead(200, { 'Content-Type': 'application/rss+xml' }).end(feed());
    else if (kind === 'page') {
      pass('page-asked');
      response.writeHead(200, { ...html, 'X-Pingback': `${url.origin}/xmlrpc` }).end('<p>A page.');
    } else if (kind === 'post') response.writeHead(200, html).end(post(Number(number)));
    else response.writeHead(404).end();
  }

  function source(url: URL, page: number, response: ServerResponse): void {
    asked.set(url.href, (asked.get(url.href) ?? 0) + 1);
    pass('source-asked');
    if (page % 10 === 7) return void response.writeHead(404).end();
    const [first, second] = [
      '<!doctype html><p>I read ',
      page % 10 === 8 ? 'nothing.' : `<a href="${target}">this</a>.`,
    ];
    response.writeHead(200, { 'Content-Type': 'text/html' }).write(first);
    setImmediate(() => {
      pass('source-half');
      response.end(second);
    });
  }

  async function hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const part of request) body += String(part);
    const pair = [...body.matchAll(/<string>([^<]*)<\/string>/g)].map((match) => match[1]).join(' ');
    told.set(pair, (told.get(pair) ?? 0) + 1);
    pass('telling');
    const value = '<params><param><value><string>Thanks.</string></value></param></params>';
    response.writeHead(200, { 'Content-Type': 'text/xml' }).end(`<methodResponse>${value}</methodResponse>`);
  }

  function feed(): string {
    const entries = posts.map((number) => `<item><link>${site}post/${number}</link><title>${number}</title></item>`);
    return `<rss version="2.0"><channel><title>Home</title>${entries.join('')}</channel></rss>`;
  }

  function post(round: number): string {
    const to = Array.from({ length: LINKS_A_POST }, (_, link) => `<a href="${pageOf(round, link)}">page</a>`);
    return `<!doctype html><article>${round === 0 ? 'Hello.' : to.join(' ')}</article>`;
  }

  return {
    site,
    feed: `${site}feed.xml`,
    target,
    source: (round, client, page) => `http://127.1.${round % 250}.${client + 1}:${port}/source/${page}/${round}`,
    publish(round) {
      posts.push(round);
      // A feed has its newest posts only. What fell out of it before the server came to read it is nobody's debt.
      const [dropped] = posts.length > 20 ? posts.splice(1, 1) : [];
      for (const link of links) if (link.startsWith(`${site}post/${dropped} `) && !told.has(link)) links.delete(link);
      for (let link = 0; link < LINKS_A_POST; link += 1) links.add(`${site}post/${round} ${pageOf(round, link)}`);
    },
    asked,
    links,
    told,
    at(point, time, reach) {
      watched = { point, left: time, reach };
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
