import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface LoadResult {
  readonly perSecond: number;
  /** Of single pingbacks, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Processor time of this process by the time on the clock: near 1 the generator itself was the bottleneck. */
  readonly ownShare: number;
}

export interface Load {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  /** The two URLs of the nth pingback. */
  readonly pair: (n: number) => readonly [source: string, target: string];
}

const END = Buffer.from('</methodResponse>');

/**
 * Sends pingbacks over connections that are kept, each sending its next one when the last is answered. Bare sockets and
 * ready-made text: an HTTP client here would cost more than the server. Rejects when one is not answered with success.
 */
export async function pour({ url, connections, seconds, pair }: Load): Promise<LoadResult> {
  const { hostname, port } = new URL(url);
  const sockets = await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true });
      await once(socket, 'connect');
      return socket;
    }),
  );
  const latencies: number[] = [];
  const cpu = process.cpuUsage();
  const began = performance.now();
  const until = began + seconds * 1000;
  let sent = 0;
  const next = () => (performance.now() < until ? requestOf(hostname, port, pair(sent++)) : undefined);
  try {
    await Promise.all(sockets.map((socket) => keepAsking(socket, next, latencies)));
  } finally {
    for (const socket of sockets) socket.destroy();
  }
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  latencies.sort((one, other) => one - other);
  const quantile = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
  return {
    perSecond: latencies.length / (ms / 1000),
    p50: quantile(0.5),
    p99: quantile(0.99),
    ownShare: (user + system) / 1000 / ms,
  };
}

function keepAsking(socket: Socket, next: () => string | undefined, latencies: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let reply: Buffer = Buffer.alloc(0);
    let sentAt = 0;
    function ask(): void {
      const request = next();
      if (request === undefined) {
        resolve();
        return;
      }
      sentAt = performance.now();
      socket.write(request, 'latin1');
    }
    socket.on('data', (part) => {
      reply = reply.length === 0 ? part : Buffer.concat([reply, part]);
      if (reply.indexOf(END, reply.length - END.length) < 0) return;
      if (reply.indexOf('<params>') < 0) {
        reject(new Error(`A pingback was refused: ${reply.toString()}`));
        return;
      }
      latencies.push(performance.now() - sentAt);
      reply = Buffer.alloc(0);
      ask();
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error(`The server closed the connection after: ${reply.toString()}`)));
    ask();
  });
}

function requestOf(host: string, port: string, [source, target]: readonly [string, string]): string {
  const body = `<?xml version="1.0"?><methodCall><methodName>pingback.ping</methodName><params><param><value><string>${source}</string></value></param><param><value><string>${target}</string></value></param></params></methodCall>`;
  return `POST /xmlrpc HTTP/1.1\r\nhost: ${host}:${port}\r\ncontent-type: text/xml\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
}
