import { type HeaderLine, headerValue, headerValues } from '@hearback/protocol';

/** The lines of a response head; values byte for byte (latin1), as many lines as were sent. */
export function headerLines(raw: readonly (Buffer | string)[]): readonly HeaderLine[] {
  const text = (part: Buffer | string | undefined) =>
    typeof part === 'string' ? part : (part?.toString('latin1') ?? '');
  return Array.from(
    { length: raw.length / 2 },
    (_, line) => [text(raw[2 * line]).toLowerCase(), text(raw[2 * line + 1])] as const,
  );
}

/** RFC 9110 §8.4. `undefined` for what we did not ask for: other codings, and more than one layer. */
export function codingOf(headers: readonly HeaderLine[]): 'identity' | 'gzip' | undefined {
  const codings = headerValues(headers, 'content-encoding').flatMap((value) => value.split(','));
  const layers = codings
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (layers.length === 0) return 'identity';
  return layers.length === 1 && (layers[0] === 'gzip' || layers[0] === 'x-gzip') ? 'gzip' : undefined;
}

/** Media in which no reader of ours could find a link; an endpoint may still be named in their headers. */
const UNREAD = /^\s*(?:image|audio|video|font|model)\/|^\s*application\/(?:pdf|zip|gzip|x-tar)\b/i;

/** Whether the body can matter to anyone. */
export function isUnread(headers: readonly HeaderLine[]): boolean {
  return UNREAD.test(headerValue(headers, 'content-type') ?? '');
}
