import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { type Act, page, raw, reply } from '../../support/hostile-server.ts';
import { TARGET } from './requests.ts';

export { type Act, drip, flood, hang, page, raw, redirect, reply, reset } from '../../support/hostile-server.ts';

const HTML = 'Content-Type: text/html';
/** The head of a good answer; its empty line is still to come. */
export const OK = `HTTP/1.1 200 OK\r\n${HTML}\r\n`;
export const CHUNKED = `${OK}Transfer-Encoding: chunked\r\n\r\n`;
export const LINK = `<!doctype html><title>A post</title><p>I read <a href="${TARGET}">this</a>.`;

/** An honest page that links to the post. */
export const linking: Act = page(LINK);

/** Sends the bytes, ends its half, and keeps reading. */
export function half(bytes: string): Act {
  return ({ socket }) => {
    socket.allowHalfOpen = true;
    socket.end(bytes);
  };
}

/** Interim answers, then a page. */
export function hints(count: number): Act {
  return raw(`${'HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n'.repeat(count)}${OK}Content-Length: 0\r\n\r\n`);
}

/** An honest page under a stack of codings; each is named, and done where Node can do it. */
export function stack(...codings: readonly string[]): Act {
  const packed = codings.reduce<Buffer>(
    (body, coding) => (coding === 'gzip' ? gzipSync(body) : coding === 'br' ? brotliCompressSync(body) : body),
    Buffer.from(LINK),
  );
  return reply('200 OK', [HTML, `Content-Encoding: ${codings.join(', ')}`], packed);
}

const BOMBS = new Map<string, Buffer>();

/** A page that unpacks to `size` zero bytes. Packed once: packing is our own work and not the server's. */
export function bomb(coding: 'gzip' | 'br', size: number): Act {
  return (heard) => {
    const key = `${coding} ${size}`;
    const packed = BOMBS.get(key) ?? pack(coding, size);
    BOMBS.set(key, packed);
    reply('200 OK', [HTML, `Content-Encoding: ${coding}`], packed)(heard);
  };
}

function pack(coding: 'gzip' | 'br', size: number): Buffer {
  const zeros = Buffer.alloc(size);
  if (coding === 'gzip') return gzipSync(zeros);
  return brotliCompressSync(zeros, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
}

/** Packs a bomb before anybody looks at the memory. */
export function prepareBomb(coding: 'gzip' | 'br', size: number): () => Promise<void> {
  return async () => void BOMBS.set(`${coding} ${size}`, BOMBS.get(`${coding} ${size}`) ?? pack(coding, size));
}
