/** Labels are short names; a list of a thousand of them once cost a server its processor. */
const LABEL = /^[a-z0-9][a-z0-9_:.+-]{0,39}$/i;

/**
 * What TextDecoder knows and no TrackBack is written in: encodings in which ASCII bytes mean something else, so that a
 * filter that reads bytes and a reader that decodes them see different texts. UTF-7, the classic, it does not know at all.
 */
const DISGUISES: ReadonlySet<string> = new Set(['utf-16le', 'utf-16be', 'iso-2022-jp', 'x-user-defined']);

/** A decoder by its label in any spelling that WHATWG lists, `undefined` for what is not to be read. Never throws. */
function decoderFor(label: string): TextDecoder | undefined {
  const trimmed = label.trim();
  if (!LABEL.test(trimmed)) return undefined;
  try {
    const decoder = new TextDecoder(trimmed);
    return DISGUISES.has(decoder.encoding) ? undefined : decoder;
  } catch {
    return undefined;
  }
}

const STRICT_UTF8 = new TextDecoder('utf-8', { fatal: true });
const LATIN1 = new TextDecoder('windows-1252');

/** How to read the fields of one request: all of them in one encoding, since a client knows only one. */
export type Decode = (bytes: Uint8Array) => string;

function isUtf8(bytes: Uint8Array): boolean {
  try {
    STRICT_UTF8.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * The encoding of a request: the charset of its `Content-Type`, then what its `charset` field names (WordPress and
 * Movable Type), then UTF-8 when every field is valid UTF-8, else latin-1. `undefined` when one is named that is not
 * read here.
 */
export function decodeFor(declared: string | undefined, fields: readonly Uint8Array[]): Decode | undefined {
  if (declared === undefined) {
    const decoder = fields.every(isUtf8) ? STRICT_UTF8 : LATIN1;
    return (bytes) => decoder.decode(bytes);
  }
  const decoder = decoderFor(declared);
  return decoder && ((bytes) => decoder.decode(bytes));
}
