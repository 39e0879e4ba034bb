import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Connections of people and programs that may send for longer than a notification takes. */
const lasting = new WeakSet<object>();

/** Whoever reads from it then looks after silence. */
export function letLast(socket: object): void {
  lasting.add(socket);
}

/** As Node answers them where nobody listens. */
const ANSWERS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/**
 * Node has one deadline for all requests, and tells of it before it does anything: here those that may last go on, and
 * everything else ends as it would without us.
 */
export function sparesLasting(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, stream) => {
    const socket = stream as Socket & { readonly _httpMessage?: { readonly headersSent?: boolean } | null };
    if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && lasting.has(socket)) return;
    if (socket.writable && !socket._httpMessage?.headersSent)
      socket.write(`HTTP/1.1 ${ANSWERS[error.code ?? ''] ?? '400 Bad Request'}\r\nConnection: close\r\n\r\n`);
    socket.destroy(error);
  });
}
