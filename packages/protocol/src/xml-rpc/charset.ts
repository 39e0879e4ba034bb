import { FAULT } from '../fault.ts';

type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly code: typeof FAULT.unsupportedEncoding | typeof FAULT.invalidCharacter };

/**
 * The labels that real clients declare. us-ascii is read as UTF-8 because it is declared over UTF-8 bytes, and
 * iso-8859-1 as windows-1252 because the web does. A list instead of whatever TextDecoder knows: its ISO-2022-JP,
 * UTF-16 and x-user-defined are ways to hide markup from a reader of bytes.
 */
const READERS: ReadonlyMap<string, 'utf-8' | 'windows-1252'> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['ascii', 'utf-8'],
  ['iso-8859-1', 'windows-1252'],
  ['iso8859-1', 'windows-1252'],
  ['iso_8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['windows-1252', 'windows-1252'],
  ['cp1252', 'windows-1252'],
]);

const DECODERS = {
  'utf-8': new TextDecoder('utf-8', { fatal: true }),
  'windows-1252': new TextDecoder('windows-1252', { fatal: true }),
};

/** The longest beginning of a body in which an XML declaration is looked for. */
const DECLARATION_BYTES = 512;
const DECLARED_ENCODING = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"'>]*)/i;

function startsWith(body: Uint8Array, ...bytes: number[]): boolean {
  return bytes.every((byte, at) => body[at] === byte);
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** UTF-16 and UTF-32, with or without their mark: no XML in an ASCII superset has a NUL among its first four bytes. */
function isWide(body: Uint8Array): boolean {
  return startsWith(body, 0xff, 0xfe) || startsWith(body, 0xfe, 0xff) || body.subarray(0, 4).includes(0);
}

/** The encoding that the XML declaration names, as it stands there. */
export function declaredEncoding(body: Uint8Array): string | undefined {
  let start = 0;
  while (isBlank(body[start])) start += 1;
  if (!startsWith(body.subarray(start, start + 5), 0x3c, 0x3f, 0x78, 0x6d, 0x6c)) return undefined;
  const head = DECODERS['windows-1252'].decode(body.subarray(start, start + DECLARATION_BYTES));
  return DECLARED_ENCODING.exec(head)?.[1];
}

/**
 * Turns the bytes of an XML-RPC request into text: byte order mark before HTTP charset before XML declaration, UTF-8
 * when nothing is said. Fails with −32701 for an encoding that is not read here and −32702 for bytes that are invalid
 * in theirs (fault code interoperability 20010516). A leading mark is dropped.
 */
export function decodeXml(body: Uint8Array, httpCharset: string | undefined): Decoded {
  if (isWide(body)) return { ok: false, code: FAULT.unsupportedEncoding };
  const marked = startsWith(body, 0xef, 0xbb, 0xbf);
  const label = marked ? 'utf-8' : (httpCharset ?? declaredEncoding(body) ?? 'utf-8').toLowerCase();
  const reader = READERS.get(label);
  if (reader === undefined) return { ok: false, code: FAULT.unsupportedEncoding };
  try {
    return { ok: true, text: DECODERS[reader].decode(body) };
  } catch {
    return { ok: false, code: FAULT.invalidCharacter };
  }
}

const ANY_BYTES = new TextDecoder('utf-8');

/** The text of a reply: as `decodeXml`, and where that fails as UTF-8 with replacement characters. */
export function decodeReply(body: Uint8Array, httpCharset: string | undefined): string {
  const decoded = decodeXml(body, httpCharset);
  return decoded.ok ? decoded.text : ANY_BYTES.decode(body);
}
