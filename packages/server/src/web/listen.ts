import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Allowances, USUAL_ALLOWANCES } from '../allowances.ts';
import { HearbackError } from '../errors.ts';
import { limitConnections } from './connections.ts';
import { sparesLasting } from './lasting.ts';
import type { Web } from './web.ts';

export interface ListenOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Proxies; they hold the connections of many clients. */
  readonly trustProxy?: readonly string[];
  /** The usual ones unless told. */
  readonly allowances?: Pick<Allowances, 'connections' | 'connectionsPerClient'>;
  /** Told when a connection was turned away. */
  readonly onRefused?: (name: 'connections' | 'connectionsPerClient') => void;
  /** Milliseconds until the headers, and the whole request, must be there. */
  readonly headersMs?: number;
  readonly requestMs?: number;
}

export interface Listening {
  readonly url: string;
  readonly port: number;
  /** Takes no new connection, lets running requests finish for as long, 8,000 ms unless told, then ends what is left. */
  close(drainMs?: number): Promise<void>;
}

const DRAIN_MS = 8_000;

/** Puts the web server on a socket. Rejects with a `port` error when the address cannot be had. */
export function listen(web: Pick<Web, 'node'>, options: ListenOptions): Promise<Listening> {
  const { host, port, headersMs = 5000, requestMs = 10_000 } = options;
  const server = createServer(
    {
      maxHeaderSize: 16 * 1024,
      headersTimeout: headersMs,
      requestTimeout: requestMs,
      // Deadlines are looked after this often; with Node's 30 s a limit of one second took thirty.
      connectionsCheckingInterval: Math.min(1000, headersMs),
      keepAliveTimeout: 5000,
      // HTTP/1.0 clients of the pingback age send no Host; the desk checks it for itself.
      requireHostHeader: false,
    },
    web.node,
  );
  sparesLasting(server);
  limitConnections(server, { allowances: USUAL_ALLOWANCES, trustProxy: [], ...options });
  server.on('checkContinue', web.node);
  // Node's own reply to an expectation that it does not know has none of our headers and keeps the connection.
  server.on('checkExpectation', web.node);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, host, port)));
    server.listen(port, host, () => resolve(listening(server, host)));
  });
}

function listening(server: Server, host: string): Listening {
  let draining = false;
  // A client that keeps its connection busy would otherwise use up the whole ten seconds.
  server.prependListener('request', (_, response) => {
    if (draining) response.setHeader('Connection', 'close');
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    close: (drainMs = DRAIN_MS) =>
      new Promise((resolve) => {
        draining = true;
        const timer = setTimeout(() => server.closeAllConnections(), drainMs);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

function portError(error: NodeJS.ErrnoException, host: string, port: number): HearbackError {
  const why =
    error.code === 'EADDRINUSE'
      ? 'another program listens there: stop it, or take another --port'
      : error.code === 'EACCES'
        ? 'this user may not: take a --port above 1023'
        : error.code === 'EADDRNOTAVAIL'
          ? 'this machine has no such address: take another --host'
          : error.syscall === 'getaddrinfo'
            ? 'no address is known for this name: take another --host, such as 127.0.0.1'
            : error.message;
  return new HearbackError('port', `Cannot listen on ${host}:${port}: ${why}.`, { cause: error });
}
