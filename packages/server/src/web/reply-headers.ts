/**
 * What every reply says unless its route says otherwise: nothing of it runs, loads, posts, or is framed, and no type is
 * guessed. JSON and XML need it too: a browser that is led to them shows a stranger's words on our origin.
 */
// In lower case, as the protocols write theirs: spread together, each is then there once.
const EVERY_REPLY = {
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const;

/** A year; no `includeSubDomains`, since the names beside ours are not ours to speak for. */
const HSTS = { 'strict-transport-security': 'max-age=31536000' } as const;

export type ReplyHeaders = Readonly<Record<string, string>>;

/** @param publicUrl where the world reaches the server; on https it says so for the next time */
export function replyHeaders(publicUrl: string): ReplyHeaders {
  return { ...EVERY_REPLY, ...(publicUrl.startsWith('https:') && HSTS) };
}

/** For servers that mount us and take a `Response`. */
export function completed(response: Response, headers: ReplyHeaders): Response {
  for (const [name, value] of Object.entries(headers))
    if (!response.headers.has(name)) response.headers.set(name, value);
  return response;
}
