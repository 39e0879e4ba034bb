import { connect, type Socket } from 'node:net';

export interface WireReply {
  /** 0 when no reply came. */
  readonly status: number;
  /** Status line and header lines, in order. */
  readonly head: string;
  readonly body: string;
  /** Milliseconds until the reply was complete. */
  readonly ms: number;
  /** The server ended the connection. */
  readonly closed: boolean;
}

export interface WireOptions {
  /** The caller's own address: all of 127.0.0.0/8 is ours. */
  readonly from?: string;
  /** Milliseconds until we give up; 20 s. */
  readonly patience?: number;
  /** Waits for the end of the connection, and not only of the reply. */
  readonly untilClosed?: boolean;
}

export interface Wire {
  readonly socket: Socket;
  write(bytes: string | Uint8Array): void;
  readonly reply: Promise<WireReply>;
}

function isComplete(text: string): boolean {
  const end = text.indexOf('\r\n\r\n');
  if (end === -1) return false;
  const length = /^content-length: *(\d+)\r?$/im.exec(text.slice(0, end))?.[1];
  return length !== undefined && text.length - end - 4 >= Number(length);
}

function read(text: string): Pick<WireReply, 'status' | 'head' | 'body'> {
  const final = text.replace(/^(?:HTTP\/1\.1 1\d\d [^\r]*\r\n(?:[^\r]+\r\n)*\r\n)+/, '');
  const end = final.indexOf('\r\n\r\n');
  const head = end === -1 ? final : final.slice(0, end);
  const body = end === -1 ? '' : Buffer.from(final.slice(end + 4), 'latin1').toString();
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0), head, body };
}

/** A bare socket, for what no HTTP client would send. */
export function openWire(port: number, { from, patience = 20_000, untilClosed = false }: WireOptions = {}): Wire {
  const socket = connect({ port, host: '127.0.0.1', ...(from && { localAddress: from }) });
  const began = performance.now();
  const { promise, resolve } = Promise.withResolvers<WireReply>();
  let text = '';
  let closed = false;
  const finish = () => {
    clearTimeout(timer);
    resolve({ ...read(text), ms: performance.now() - began, closed });
    socket.destroy();
  };
  const timer = setTimeout(finish, patience);
  socket.setEncoding('latin1');
  socket.on('data', (part: string) => {
    text += part;
    if (!untilClosed && isComplete(text)) finish();
  });
  socket.on('error', () => {});
  socket.on('close', () => {
    closed = true;
    finish();
  });
  return { socket, write: (bytes) => void socket.write(bytes as string, 'latin1'), reply: promise };
}

/** Sends bytes and waits for the reply. */
export function exchange(port: number, bytes: string | Uint8Array, options?: WireOptions): Promise<WireReply> {
  const wire = openWire(port, options);
  wire.write(bytes);
  return wire.reply;
}
