import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import Fastify, { type onRequestHookHandler } from 'fastify';
import type { EmbeddedHearback } from '../../src/index.ts';

/** An application with a page of its own, a form of its own, and Hearback mounted as its framework does such things. */
export interface Host {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

type Open = (hearback: EmbeddedHearback, parser: 'after' | 'before') => Promise<Host>;

const NONE = 'The host has no such page.';

/** `parser` says whether bodies are read before Hearback sees them, which is the mistake to be told of. */
export const HOSTS: Readonly<Record<'express' | 'fastify' | 'node', Open>> = {
  async express(hearback, parser) {
    const app = express();
    const parsers = [express.urlencoded(), express.text({ type: 'text/xml' }), express.json()];
    if (parser === 'before') app.use(...parsers);
    app.use(hearback.node);
    if (parser === 'after') app.use(...parsers);
    app.get('/', (_, res) => void res.send('front'));
    app.post('/echo', (req, res) => void res.json(req.body));
    app.use((_, res) => void res.status(404).send(NONE));
    app.use(((error, _, res, __) => void res.status(500).send(error.message)) as express.ErrorRequestHandler);
    const server = app.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    return hostOf(server);
  },
  async fastify(hearback, parser) {
    const app = Fastify();
    const mount: onRequestHookHandler = (request, reply, next) => hearback.node(request.raw, reply.raw, next);
    app.addContentTypeParser(
      ['text/xml', 'application/x-www-form-urlencoded'],
      { parseAs: 'string' },
      (_, text, done) => done(null, text),
    );
    if (parser === 'after') app.addHook('onRequest', mount);
    else app.addHook('preHandler', mount);
    app.get('/', async () => 'front');
    app.post('/echo', async (request) => request.body);
    app.setNotFoundHandler((_, reply) => void reply.code(404).send(NONE));
    await app.listen({ port: 0, host: '127.0.0.1' });
    return { ...hostOf(app.server), close: () => app.close() };
  },
  async node(hearback, parser) {
    const server = createServer(async (req, res) => {
      if (parser === 'before') for await (const _ of req);
      hearback.node(req, res, async (error) => {
        if (error) res.writeHead(500).end(error.message);
        else if (req.url === '/') res.end('front');
        else if (req.url === '/echo') req.pipe(res.setHeader('content-type', 'application/json'));
        else res.writeHead(404).end(NONE);
      });
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    return hostOf(server);
  },
};

function hostOf(server: Server): Host {
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
