import { parseUrl } from '@hearback/protocol';

const PLAIN = /^[\x21-\x7e]+$/;
const DANGEROUS = /["'<>`\\{}|^]/g;

/**
 * An http(s) URL that stays one in any sink, or `''`. Clients of the read API have put URLs into `href="…"` without
 * escaping, so quotes and angle brackets leave percent-encoded. What is plain already keeps its spelling, because clients
 * compare it with the URL that they asked for.
 */
export function safeUrl(text: string): string {
  if (text === '') return '';
  const parsed = parseUrl(text);
  if (!parsed.ok) return '';
  return (PLAIN.test(text) ? text : parsed.url.href).replace(DANGEROUS, percentEncoded);
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
