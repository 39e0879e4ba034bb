import { connect, type Socket } from 'node:net';
import { codeOf } from './failure.ts';
import { type Opened, opened } from './opened.ts';

export type Dialed = { readonly ok: true; readonly socket: Socket } | { readonly ok: false; readonly reason: string };

export interface Dialer {
  /**
   * Opens a TCP connection to an address that the guard has passed. The socket may not be written to yet: its
   * `remoteAddress` is checked first. `reason` reads after "the host": "did not answer". Never rejects. A signal that
   * fires closes what was begun.
   */
  dial(options: {
    readonly address: string;
    readonly port: number;
    readonly ms: number;
    readonly signal: AbortSignal;
  }): Promise<Dialed>;
}

function reasonOf(outcome: Exclude<Opened, { ok: true }>): string {
  if (outcome.late) return 'did not answer in time';
  return codeOf(outcome.error) === 'ECONNREFUSED'
    ? 'refused the connection'
    : `could not be reached (${codeOf(outcome.error)})`;
}

/** Dials for real. The address is a literal, so Node asks no DNS and tries no other family. */
export function createDialer(): Dialer {
  return {
    async dial({ address, port, ms, signal }) {
      const socket = connect({ host: address, port, noDelay: true });
      const outcome = await opened(socket, 'connect', ms, signal);
      return outcome.ok ? { ok: true, socket } : { ok: false, reason: reasonOf(outcome) };
    },
  };
}
