import { isIP, type Socket } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import type { HttpFailure } from '@hearback/protocol';
import { codeOf, failure } from './failure.ts';
import { opened } from './opened.ts';

const CAUSES: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by an unknown authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by an unknown authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is signed by an unknown authority',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};

/**
 * TLS over a connection that is dialled and checked. `name` is the host of the URL, never the address that DNS gave: it
 * is what the certificate must be for. HTTP/1.1 only is offered, so nothing can be negotiated that our caps do not see.
 */
export async function secure(
  tcp: Socket,
  name: string,
  { ms, signal }: { readonly ms: number; readonly signal: AbortSignal },
): Promise<{ readonly ok: true; readonly socket: TLSSocket } | HttpFailure> {
  const socket = connect({
    socket: tcp,
    host: name,
    // RFC 6066 §3: literal addresses are not sent as a server name; `host` still has them checked.
    ...(isIP(name) === 0 ? { servername: name } : {}),
    // Said, not left to the default: NODE_TLS_REJECT_UNAUTHORIZED would change the default.
    rejectUnauthorized: true,
    ALPNProtocols: ['http/1.1'],
  });
  const outcome = await opened(socket, 'secureConnect', ms, signal);
  if (outcome.ok) return { ok: true, socket };
  tcp.destroy();
  if (outcome.late) return failure('timeout', `${name} did not finish the TLS handshake in time`);
  const code = codeOf(outcome.error);
  return failure('tls', `${name} could not be trusted: ${CAUSES[code] ?? `the TLS handshake failed (${code})`}`);
}
