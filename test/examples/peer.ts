import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A blog of a stranger's on a socket: one post, one answer to a site, and an endpoint that keeps what it is told. */
export interface Peer extends AsyncDisposable {
  readonly post: string;
  readonly answer: string;
  readonly told: readonly string[];
}

/** @param answered the page that its answer links to */
export async function openPeer(answered: string): Promise<Peer> {
  const told: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += String(part);
    if (request.url === '/xmlrpc') {
      told.push(body);
      response.writeHead(200, { 'content-type': 'text/xml' });
      response.end('<methodResponse><params><param><value>Thank you.</value></param></params></methodResponse>');
      return;
    }
    const known = request.url === '/post' || request.url === '/answer';
    response.writeHead(known ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      request.url === '/answer'
        ? `<!doctype html><title>An answer</title><p>I read <a href="${answered}">a post</a> with joy.`
        : `<!doctype html><link rel="pingback" href="${origin}/xmlrpc"><title>A post</title><p>Words.`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    post: `${origin}/post`,
    answer: `${origin}/answer`,
    told,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
