import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

const head = (more = '') => `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n${more}\r\n`;

/** What a source does, by the last part of its path. One in three is an honest page. */
const ACTS: readonly ((socket: Socket, target: string) => void)[] = [
  (socket, target) => socket.end(`${head()}<title>Honest</title><p>I read <a href="${target}">this</a>.`),
  (socket) => socket.end(head() + '<div>'.repeat(50_000)),
  (socket, target) => socket.end(`${head()}<p><a href="${target}">this</a>${' x'.repeat(20_000)}`),
  (socket) => socket.end(Buffer.concat([Buffer.from(head('Content-Encoding: gzip\r\n')), BOMB])),
  () => undefined,
  (socket, target) => socket.end(`${head()}<p>By <a href="${target}">a</a>`),
  (socket) => void socket.resetAndDestroy(),
  (socket) => socket.end('HTTP/1.1 302 Found\r\nLocation: /1\r\nConnection: close\r\n\r\n'),
  (socket) => socket.end(`${head()}<a ${'x=1 '.repeat(20_000)}>`),
  (socket) => void socket.write(head('Content-Length: 1000\r\n')),
  (socket) => socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'),
  (socket) => socket.end(Buffer.alloc(200_000, 0xff)),
];
const BOMB = gzipSync(Buffer.alloc(20 * 1024 * 1024));

/** Sources of every kind on all of 127.0.0.0/8; those that say nothing are ended when the other side gives up. */
export async function openHostileWeb(target: string) {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', (data) => {
      const path = /^GET (\S+)/.exec(String(data))?.[1] ?? '/0';
      ACTS[Number(path.slice(1)) % ACTS.length]?.(socket, target);
    });
  });
  server.listen(0, '0.0.0.0');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    source: (n: number) => `http://127.7.${Math.floor(n / 250) % 250}.${(n % 250) + 1}:${port}/${n}`,
    close: () => void server.close(),
  };
}
