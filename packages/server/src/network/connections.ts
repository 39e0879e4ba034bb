import type { Socket } from 'node:net';
import { Client } from 'undici';
import type { NetworkLimits } from './limits.ts';

/** One guarded socket and the HTTP/1.1 client that owns it. */
export interface Connection {
  readonly client: Client;
  readonly socket: Socket;
  readonly address: string;
  /** Whether another request may be sent over it. */
  isOpen(): boolean;
}

/**
 * Gives a judged socket to undici. A client that loses its socket asks for another: it gets none, because only the guard
 * opens sockets. No pipelining, no HTTP/2: one request at a time, so that what was counted belongs to what was asked.
 */
function createClient(origin: string, socket: Socket, limits: NetworkLimits): Client {
  let given = false;
  return new Client(origin, {
    connect(_options, callback) {
      if (given) return callback(new Error('the guard opened one connection'), null);
      given = true;
      // Not at once: undici is still in the step that asked for a socket and would not see that it has one.
      queueMicrotask(() => callback(null, socket));
    },
    allowH2: false,
    pipelining: 1,
    keepAliveTimeout: limits.idleMs,
    keepAliveMaxTimeout: limits.idleMs,
    maxHeaderSize: limits.headerBytes,
    headersTimeout: 0,
    bodyTimeout: 0,
  });
}

/** Most connections that are kept open without a request. */
const MAX_IDLE = 256;

export type Connections = ReturnType<typeof createConnections>;

/**
 * Connections, and those among them that answered well and wait a few seconds for the next request to their origin: the
 * next hop, the next page of a feed. Host and port are judged anew for every request, addresses once a connection;
 * a changed DNS answer therefore counts after `idleMs` at the latest, and never opens anything that was not judged.
 */
export function createConnections(limits: NetworkLimits) {
  const all = new Set<Connection>();
  const idle = new Map<string, Connection[]>();
  let idleCount = 0;

  function takeFrom(origin: string, connection: Connection): void {
    const waiting = idle.get(origin);
    const index = waiting?.indexOf(connection) ?? -1;
    if (waiting === undefined || index === -1) return;
    waiting.splice(index, 1);
    if (waiting.length === 0) idle.delete(origin);
    idleCount -= 1;
  }

  return {
    /** Makes a connection of a socket that the connector has opened. */
    add(origin: string, socket: Socket, address: string): Connection {
      const client = createClient(origin, socket, limits);
      const isOpen = () => !client.destroyed && !socket.destroyed && socket.readyState === 'open';
      const connection: Connection = { client, socket, address, isOpen };
      all.add(connection);
      socket.once('close', () => {
        all.delete(connection);
        takeFrom(origin, connection);
        void client.destroy();
      });
      return connection;
    },
    /** A waiting connection: the one used last, which the peer is the least likely to have closed. */
    take(origin: string): Connection | undefined {
      const connection = idle.get(origin)?.findLast(({ isOpen }) => isOpen());
      if (connection !== undefined) takeFrom(origin, connection);
      return connection;
    },
    /** Lets a connection wait for the next request, or closes it when it is spent or there are too many. */
    release(origin: string, connection: Connection): void {
      if (!connection.isOpen() || idleCount >= MAX_IDLE) return void connection.client.destroy();
      const waiting = idle.get(origin);
      if (waiting === undefined) idle.set(origin, [connection]);
      else waiting.push(connection);
      idleCount += 1;
    },
    /** Closes all, in use or not. */
    async close(): Promise<void> {
      await Promise.all([...all].map(({ client }) => client.destroy()));
    },
  };
}
