import type { Socket } from 'node:net';
import type { HttpFailure } from '@hearback/protocol';
import type { Toll } from '../ports/index.ts';
import { canonicalAddress } from './address.ts';
import type { Dialer } from './dialer.ts';
import { failure } from './failure.ts';
import type { Guard, Passport } from './guard.ts';
import type { Ledger } from './ledger.ts';
import type { NetworkLimits } from './limits.ts';
import { secure } from './tls.ts';

export interface ConnectorOptions {
  readonly guard: Guard;
  readonly dialer: Dialer;
  readonly ledger: Ledger;
  readonly limits: Pick<NetworkLimits, 'connectMs' | 'tlsMs'>;
}

export type Connected = { readonly ok: true; readonly socket: Socket; readonly address: string } | HttpFailure;

/** Resolves, judges, dials, checks, and only then secures: opens the socket that one request (and the next few) will use. */
export type Connector = (
  passport: Passport,
  url: Pick<URL, 'protocol' | 'href'>,
  signal: AbortSignal,
  toll?: Toll,
) => Promise<Connected>;

/**
 * The guard sits here and not in a `lookup` hook: Node and undici skip that hook for literal addresses. Name to address
 * happens once a connection, and what was judged is what is dialled.
 */
export function createConnector({ guard, dialer, ledger, limits }: ConnectorOptions): Connector {
  async function dial(name: string, address: string, port: number, signal: AbortSignal): Promise<Connected> {
    ledger.append({ event: 'connect', address, port });
    const dialed = await dialer.dial({ address, port, ms: limits.connectMs, signal });
    if (!dialed.ok) return failure(signal.aborted ? 'timeout' : 'connect', `${name} ${dialed.reason}`);
    const { socket } = dialed;
    socket.once('close', () => {
      ledger.append({ event: 'close', address, port, bytesIn: socket.bytesRead, bytesOut: socket.bytesWritten });
    });
    // Belt and braces: not one byte goes to a peer that is not the judged one.
    if (socket.remoteAddress === undefined || canonicalAddress(socket.remoteAddress) !== canonicalAddress(address)) {
      socket.destroy();
      return failure(
        'refused',
        `the connection for ${name} led to another address than ${address}, so nothing was sent`,
      );
    }
    return { ok: true, socket, address };
  }

  return async (passport, { protocol, href }, signal, toll) => {
    const { host, port } = passport;
    const found = await guard.addresses(passport, signal);
    if (!found.ok) return found;
    const entered = await toll?.enter(new URL(href), found.addresses);
    if (entered && !entered.ok) return entered;
    let connected: Connected = failure('connect', `${host.name} has no address`);
    for (const address of found.addresses) {
      connected = await dial(host.name, address, port, signal);
      if (connected.ok || connected.kind !== 'connect') break;
    }
    if (!connected.ok || protocol === 'http:') return connected;
    const secured = await secure(connected.socket, host.name, { ms: limits.tlsMs, signal });
    return secured.ok ? { ...connected, socket: secured.socket } : secured;
  };
}
