/**
 * What every reply says unless its route says otherwise: nothing of it runs, loads, posts, or is framed, and no type is
 * guessed. JSON and XML need it too: a browser that is led to them shows a stranger's words on our origin.
 */
const EVERY_REPLY = {
  'Content-Security-Policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
} as const;

/** A year; no `includeSubDomains`, since the names beside ours are not ours to speak for. */
const HSTS = { 'Strict-Transport-Security': 'max-age=31536000' } as const;

export type ReplyHeaders = readonly (readonly [name: string, value: string])[];

/** @param publicUrl where the world reaches the server; on https it says so for the next time */
export function replyHeaders(publicUrl: string): ReplyHeaders {
  return Object.entries({ ...EVERY_REPLY, ...(publicUrl.startsWith('https:') && HSTS) });
}

/** For servers that mount us and take a `Response`. */
export function completed(response: Response, headers: ReplyHeaders): Response {
  for (const [name, value] of headers) if (!response.headers.has(name)) response.headers.set(name, value);
  return response;
}
