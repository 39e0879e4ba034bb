import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A file served whole: its bytes, and a validator made from them. */
export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
}

/** Reads a file whole. */
export function fileAsset(path: string, type: string): Asset {
  return asset(readFileSync(path), type);
}

export function asset(content: Uint8Array | string, type: string): Asset {
  const body = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  return { body, type, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}

/** 304 for who has it already. */
export function serveAsset(request: Request, { body, type, etag }: Asset, headers: Record<string, string>): Response {
  const all = { ...headers, ETag: etag, 'X-Content-Type-Options': 'nosniff' };
  const known = request.headers
    .get('if-none-match')
    ?.split(',')
    .some((tag) => tag.trim().replace(/^W\//, '') === etag);
  return known
    ? new Response(null, { status: 304, headers: all })
    : new Response(body, { headers: { ...all, 'Content-Type': type, 'Content-Length': String(body.length) } });
}
