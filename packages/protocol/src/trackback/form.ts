/** A form field, percent-escapes resolved to bytes; what the bytes mean is known only once all fields are there. */
export interface FormField {
  readonly name: Uint8Array;
  readonly value: Uint8Array;
}

/** A TrackBack has five fields; more than this is somebody trying out parsers. */
const MAX_FIELDS = 32;

const AMPERSAND = 0x26;
const EQUALS = 0x3d;
const PLUS = 0x2b;
const PERCENT = 0x25;
const SPACE = 0x20;

function hexValue(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : -1;
}

/** A `%` that escapes nothing is itself, as in the WHATWG parser: spam and old scripts have them, and they do no harm. */
function unescapeBytes(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    const high = byte === PERCENT ? hexValue(bytes[at + 1]) : -1;
    const low = high < 0 ? -1 : hexValue(bytes[at + 2]);
    if (low >= 0) {
      out[length] = high * 16 + low;
      at += 2;
    } else {
      out[length] = byte === PLUS ? SPACE : byte;
    }
    length += 1;
  }
  return out.subarray(0, length);
}

function readField(bytes: Uint8Array): FormField {
  const equals = bytes.indexOf(EQUALS);
  const name = equals < 0 ? bytes : bytes.subarray(0, equals);
  const value = equals < 0 ? bytes.subarray(bytes.length) : bytes.subarray(equals + 1);
  return { name: unescapeBytes(name), value: unescapeBytes(value) };
}

/**
 * Splits an `application/x-www-form-urlencoded` body into fields of bytes (URL standard §5.1). `URLSearchParams` takes
 * every form for UTF-8, and TrackBack has a charset of its own. `undefined` for more than 32 fields. Never throws.
 *
 * @example
 * readForm(body); // of `title=caf%E9`: [{ name: bytes of 'title', value: 63 61 66 e9 }]
 */
export function readForm(body: Uint8Array): readonly FormField[] | undefined {
  const fields: FormField[] = [];
  let start = 0;
  while (start <= body.length) {
    const ampersand = body.indexOf(AMPERSAND, start);
    const end = ampersand < 0 ? body.length : ampersand;
    if (end > start) {
      if (fields.length === MAX_FIELDS) return undefined;
      fields.push(readField(body.subarray(start, end)));
    }
    start = end + 1;
  }
  return fields;
}
