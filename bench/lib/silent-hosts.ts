import { createServer, type Server, type Socket } from 'node:net';

export const SITE = 'https://site.example/';
/** One in each of 64 /24 networks, so that as many groups of jobs are due at once as there is room for. */
const SILENT_HOSTS = Array.from({ length: 64 }, (_, n) => `127.2.${n}.1`);

/** Sources on hosts that take every connection at one port, and never write. */
export async function listenInSilence() {
  const sockets = new Set<Socket>();
  const servers: Server[] = [];
  let port = 0;
  for (const host of SILENT_HOSTS) {
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
    const address = server.address();
    if (address !== null && typeof address === 'object') port = address.port;
    servers.push(server);
  }
  let pairs = 0;
  return {
    /** Pairs that nobody had before. */
    pair() {
      const n = pairs++;
      return [`http://${SILENT_HOSTS[n % SILENT_HOSTS.length]}:${port}/post/${n}`, `${SITE}post/${n % 100}`] as const;
    },
    pairs: () => pairs,
    close() {
      for (const server of servers) server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
