import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Allowances } from '../allowances.ts';
import { clientKey } from '../limits/client-key.ts';
import { addressOf, trustOf } from './caller.ts';

export interface ConnectionLimits {
  readonly allowances: Pick<Allowances, 'connections' | 'connectionsPerClient'>;
  /** Proxies hold the connections of many clients, so they may have all there are. */
  readonly trustProxy: readonly string[];
  readonly onRefused?: ((name: 'connections' | 'connectionsPerClient') => void) | undefined;
}

/**
 * Closes the connections that are one too many, in all or of one client, before a byte of them is read: whoever hoards
 * them leaves room for everyone else. They are closed without a word: a reply would need the socket a while longer.
 */
export function limitConnections(server: Server, { allowances, trustProxy, onRefused }: ConnectionLimits): void {
  const { connections, connectionsPerClient } = allowances;
  const isTrusted = trustOf(trustProxy);
  const open = new Map<string, number>();

  function clientOf(socket: Socket): string | undefined {
    const address = socket.remoteAddress === undefined ? undefined : addressOf(socket.remoteAddress);
    return address && !isTrusted(address) ? clientKey(address.toString()) : undefined;
  }

  server.maxConnections = connections;
  server.on('drop', () => onRefused?.('connections'));
  server.prependListener('connection', (socket: Socket) => {
    const client = Number.isFinite(connectionsPerClient) ? clientOf(socket) : undefined;
    if (client === undefined) return;
    const count = open.get(client) ?? 0;
    if (count >= connectionsPerClient) {
      onRefused?.('connectionsPerClient');
      socket.destroy();
      return;
    }
    open.set(client, count + 1);
    socket.once('close', () => {
      const left = (open.get(client) ?? 1) - 1;
      if (left === 0) open.delete(client);
      else open.set(client, left);
    });
  });
}
