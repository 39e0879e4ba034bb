import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { gzipSync } from 'node:zlib';

/** A request as it came off the wire, and the socket to misbehave on. */
export interface Heard {
  readonly socket: Socket;
  /** Request line and header lines, without the empty one. */
  readonly lines: readonly string[];
  readonly path: string;
  readonly body: Buffer;
}

/** What the server does with a request. */
export type Act = (heard: Heard) => void;

export interface HostileServer {
  readonly port: number;
  /** Every request so far, in order. */
  readonly heard: readonly Heard[];
  /** How many connections were opened. */
  readonly connections: () => number;
  close(): Promise<void>;
}

const CRLF = '\r\n';

/** A whole answer; `headers` are lines as they go over the wire, so that they may be wrong. */
export function reply(status: string, headers: readonly string[], body: string | Buffer = ''): Act {
  const bytes = Buffer.from(body as string);
  const lines = [`HTTP/1.1 ${status}`, ...headers, `Content-Length: ${bytes.length}`, '', ''];
  return ({ socket }) => void socket.write(Buffer.concat([Buffer.from(lines.join(CRLF)), bytes]));
}

export function page(html: string): Act {
  return reply('200 OK', ['Content-Type: text/html'], html);
}

export function redirect(to: string, status = 302): Act {
  return reply(`${status} Moved`, [`Location: ${to}`]);
}

/** Bytes as they are, then the end of the connection unless it is to stay open. */
export function raw(bytes: string | Buffer, { open = false } = {}): Act {
  return ({ socket }) => void (open ? socket.write(bytes) : socket.end(bytes));
}

/** Says nothing and keeps the connection. */
export const hang: Act = () => {};

/** Sends the bytes, then resets the connection. */
export function reset(bytes = ''): Act {
  return ({ socket }) =>
    void (bytes === '' ? socket.resetAndDestroy() : socket.write(bytes, () => socket.resetAndDestroy()));
}

/** Sends `first`, then one byte of `drop` every `ms` milliseconds for as long as someone listens. */
export function drip(first: string, drop: string, ms: number): Act {
  return ({ socket }) => {
    socket.write(first);
    const timer = setInterval(() => socket.write(drop), ms);
    socket.once('close', () => clearInterval(timer));
  };
}

/** Sends `first`, then `chunk` as fast as it is taken, without end. */
export function flood(first: string, chunk: Buffer): Act {
  return ({ socket }) => {
    socket.write(first);
    const pour = () => {
      while (!socket.destroyed && socket.write(chunk));
    };
    socket.on('drain', pour);
    pour();
  };
}

/** A page of `size` zero bytes, packed. */
export function gzipBomb(size: number): Act {
  return reply('200 OK', ['Content-Type: text/html', 'Content-Encoding: gzip'], gzipSync(Buffer.alloc(size)));
}

/** Calls `onRequest` for each complete request; bodies by Content-Length only, which is all that our client sends. */
function listen(socket: Socket, onRequest: (heard: Heard) => void): void {
  let pending = Buffer.alloc(0);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    const end = pending.indexOf(CRLF + CRLF);
    if (end === -1) return;
    const lines = pending.subarray(0, end).toString('latin1').split(CRLF);
    const length = Number(/^content-length: *(\d+)/im.exec(lines.join('\n'))?.[1] ?? 0);
    if (pending.length < end + 4 + length) return;
    const body = pending.subarray(end + 4, end + 4 + length);
    pending = pending.subarray(end + 4 + length);
    onRequest({ socket, lines, path: lines[0]?.split(' ')[1] ?? '', body });
  });
}

/**
 * A server on a free port of 127.0.0.1 that may break every rule of HTTP. `act` is one act for every request, or acts by
 * path (`*` for the others). With `tls` it speaks TLS; with `onConnection` it does not even wait for a request.
 */
export async function startHostileServer(
  act: Act | Readonly<Record<string, Act>>,
  options: {
    readonly tls?: { readonly key: string; readonly cert: string };
    readonly onConnection?: (socket: Socket) => void;
  } = {},
): Promise<HostileServer> {
  const heard: Heard[] = [];
  const open = new Set<Socket>();
  let connections = 0;
  const serve = (socket: Socket) => {
    options.onConnection?.(socket);
    listen(socket, (request) => {
      heard.push(request);
      const chosen = typeof act === 'function' ? act : (act[request.path] ?? act['*']);
      if (chosen === undefined) throw new Error(`the hostile server has no act for ${request.path}`);
      chosen(request);
    });
  };
  const server = options.tls
    ? createTlsServer({ ...options.tls, ALPNProtocols: ['http/1.1'] }, serve)
    : createServer(serve);
  server.on('connection', (socket: Socket) => {
    connections += 1;
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => open.delete(socket));
  });
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    heard,
    connections: () => connections,
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
