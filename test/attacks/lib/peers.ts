import type { Socket } from 'node:net';
import { createDialer, type Dialer } from '../../../packages/server/dist/network/dialer.js';
import { type Act, type HostileServer, startHostileServer } from '../../support/hostile-server.ts';

/** What is behind an address of the dial map. `elsewhere`: the socket says that it leads there. */
export type Peer =
  | Act
  | Readonly<Record<string, Act>>
  | 'closed'
  | 'black hole'
  | {
      readonly act: Act | Readonly<Record<string, Act>>;
      readonly tls?: { readonly key: string; readonly cert: string };
      readonly onConnection?: (socket: Socket) => void;
      readonly elsewhere?: string;
    };

export interface DialMap extends Dialer {
  /** Opens a peer for each entry and forgets those of before. */
  open(dial: Readonly<Record<string, Peer>>): Promise<Readonly<Record<string, HostileServer>>>;
  /** Addresses that were dialled and are not in the map; there may never be one. */
  readonly strays: string[];
  /** Most connections that were open to one address at once. */
  most(address: string): number;
  close(): Promise<void>;
}

function optionsOf(peer: Exclude<Peer, string>) {
  return typeof peer === 'object' && typeof peer.act === 'function' ? peer : undefined;
}

async function start(peer: Peer): Promise<HostileServer | undefined> {
  if (typeof peer === 'string') return undefined;
  if (typeof peer === 'object' && 'act' in peer && (typeof peer.act === 'object' || optionsOf(peer))) {
    const { act, tls, onConnection } = peer as Extract<Peer, { act: unknown }>;
    return startHostileServer(act, { ...(tls && { tls }), ...(onConnection && { onConnection }) });
  }
  return startHostileServer(peer as Act | Readonly<Record<string, Act>>);
}

/** Sends judged public addresses to peers on loopback. The socket says that it went where it was asked to go. */
export function createDialMap(): DialMap {
  const real = createDialer();
  const strays: string[] = [];
  const live = new Map<string, number>();
  const most = new Map<string, number>();
  let dial: Readonly<Record<string, Peer>> = {};
  let servers: Record<string, HostileServer> = {};

  async function close(): Promise<void> {
    const closing = Object.values(servers);
    servers = {};
    dial = {};
    await Promise.all(closing.map((server) => server.close()));
  }

  function count(address: string, socket: Socket): void {
    const now = (live.get(address) ?? 0) + 1;
    live.set(address, now);
    most.set(address, Math.max(now, most.get(address) ?? 0));
    socket.once('close', () => live.set(address, (live.get(address) ?? 1) - 1));
  }

  return {
    strays,
    most: (address) => most.get(address) ?? 0,
    async open(map) {
      await close();
      dial = map;
      const started = await Promise.all(
        Object.entries(map).map(async ([key, peer]) => [key, await start(peer)] as const),
      );
      servers = Object.fromEntries(started.filter((entry): entry is [string, HostileServer] => entry[1] !== undefined));
      return servers;
    },
    async dial(options) {
      const key = `${options.address.includes(':') ? `[${options.address}]` : options.address}:${options.port}`;
      const peer = dial[key];
      if (peer === undefined) {
        strays.push(key);
        return { ok: false, reason: 'is not in the dial map' };
      }
      if (peer === 'closed') return { ok: false, reason: 'refused the connection' };
      if (peer === 'black hole') return blackHole(options);
      const dialed = await real.dial({ ...options, address: '127.0.0.1', port: servers[key]?.port ?? 1 });
      const elsewhere = typeof peer === 'object' && 'elsewhere' in peer ? (peer.elsewhere as string) : undefined;
      if (dialed.ok) {
        count(options.address, dialed.socket);
        Object.defineProperty(dialed.socket, 'remoteAddress', { value: elsewhere ?? options.address });
      }
      return dialed;
    },
    close,
  };
}

/** Nothing ever comes back, as from a firewall that drops. */
function blackHole({ ms, signal }: Parameters<Dialer['dial']>[0]): ReturnType<Dialer['dial']> {
  return new Promise((resolve) => {
    const late = () => {
      clearTimeout(timer);
      resolve({ ok: false, reason: 'did not answer in time' });
    };
    const timer = setTimeout(late, ms);
    signal.addEventListener('abort', late, { once: true });
  });
}
