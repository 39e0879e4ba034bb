import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** An address that stays while what is behind it changes: what a virtual address or HAProxy is to a pair of servers. */
export interface Relay extends AsyncDisposable {
  readonly port: number;
  /** Leads those who come from now on to another server, and ends all connections to the one before. */
  leadTo(port: number): void;
  /** Ends all connections at once, whatever is on its way. */
  cut(): void;
  /** Passes nothing on any more, in either direction and of new connections neither, and ends none: packets are lost. */
  hush(): void;
  /** How many sockets it has itself. */
  sockets(): number;
  /** Passes on what comes by new connections; those of before stay silent. */
  speak(): void;
}

export async function openProxy(first: number): Promise<Relay> {
  let to = first;
  let isSilent = false;
  const open = new Set<Socket>();
  const server = createServer((from) => {
    if (isSilent) {
      open.add(from.on('error', () => undefined));
      return;
    }
    const behind = connect(to, '127.0.0.1');
    for (const [one, other] of [
      [from, behind],
      [behind, from],
    ] as const) {
      open.add(one);
      one.setNoDelay(true);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    for (const socket of open) socket.resetAndDestroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    hush() {
      isSilent = true;
      for (const socket of open) socket.unpipe().pause();
    },
    sockets: () => open.size,
    speak() {
      isSilent = false;
    },
    leadTo(port) {
      to = port;
      cut();
    },
    async [Symbol.asyncDispose]() {
      server.close();
      cut();
      await once(server, 'close');
    },
  };
}
