import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { Web } from '../../packages/server/src/web/web.ts';

/** One request of a case; `POST` unless told. */
export interface Call {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
}

/** A way in: every case of a receiver goes through all of them. */
export type Door = (call: Call) => Promise<Answer>;

const ENCODER = new TextEncoder();

function bytesOf(body: Call['body'] = ''): Uint8Array<ArrayBuffer> {
  return typeof body === 'string' ? ENCODER.encode(body) : body;
}

/** As another server mounts us: a `Request` in, a `Response` out. */
export function requestDoor(web: Web): Door {
  return async ({ method = 'POST', path, headers = {}, body }) => {
    const hasBody = method !== 'GET' && method !== 'HEAD';
    const init = { method, headers, ...(hasBody && { body: bytesOf(body) }) };
    const reply = await web.fetch(new Request(`http://hear.example${path}`, init), { address: '192.0.2.7' });
    return { status: reply.status, headers: Object.fromEntries(reply.headers), text: await reply.text() };
  };
}

function plain(headers: IncomingHttpHeaders): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value?.toString()]));
}

/** As the world reaches us: HTTP/1.1 over a socket, the length announced unless the case asks for chunks. */
export function socketDoor(port: number): Door {
  return ({ method = 'POST', path, headers = {}, body }) =>
    new Promise((resolve, reject) => {
      const bytes = bytesOf(body);
      const isChunked = headers['transfer-encoding'] !== undefined;
      const length = isChunked ? {} : { 'content-length': bytes.length };
      const options = { host: '127.0.0.1', port, method, path, agent: false, headers: { ...length, ...headers } };
      const request = httpRequest(options, (reply) => {
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.on('error', reject);
        reply.on('end', () => {
          const text = Buffer.concat(parts).toString();
          resolve({ status: reply.statusCode ?? 0, headers: plain(reply.headers), text });
        });
      });
      request.on('error', reject);
      request.end(bytes);
    });
}
