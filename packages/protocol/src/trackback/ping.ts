import type { SourceText } from '../notification.ts';
import { readableMessage } from '../pingback/message.ts';
import { asciiUrl } from '../url.ts';
import { type Decode, decodeFor } from './charset.ts';
import { type FormField, readForm } from './form.ts';

/** What a TrackBack says of the page that links: its URL, and how the sender would have it shown. Nothing is verified. */
interface TrackbackPing {
  readonly source: string;
  readonly says: SourceText;
}

type PingReading =
  | { readonly ok: true; readonly ping: TrackbackPing }
  /** A sentence for the sender, without any text of the request. */
  | { readonly ok: false; readonly message: string; readonly source?: string };

const FIELDS = ['url', 'title', 'excerpt', 'blog_name', 'charset'] as const;
type Field = (typeof FIELDS)[number];

/** Some readers of forms make a list of `charset[]=x`, where the code behind them expects text. */
const LIST = new RegExp(`^(?:${FIELDS.join('|')})\\[`);

/** WordPress' limits; graphemes here, characters there. */
const MAX_TITLE = 250;
const MAX_EXCERPT = 252;

const ASCII = new TextDecoder('windows-1252');

function no(message: string, source?: string): PingReading {
  return { ok: false, message, ...(source !== undefined && { source }) };
}

/** The known fields by name; `undefined` when one comes twice or as a list, which two readers would read differently. */
function byName(fields: readonly FormField[]): ReadonlyMap<Field, Uint8Array> | undefined {
  const known = new Map<Field, Uint8Array>();
  for (const { name, value } of fields) {
    const text = ASCII.decode(name);
    if (LIST.test(text)) return undefined;
    const field = FIELDS.find((candidate) => candidate === text);
    if (field === undefined) continue;
    if (known.has(field)) return undefined;
    known.set(field, value);
  }
  return known;
}

/** All of the parameter, so that a list of labels is seen to be none: one decoder takes the first, another one the last. */
function charsetIn(contentType: string | undefined): string | undefined {
  return /;\s*charset\s*=\s*["']?([^"';]*)/i.exec(contentType ?? '')?.[1];
}

/** US-ASCII says nothing about the bytes above it, and some declare it over UTF-8. */
function declared(label: string | undefined): string | undefined {
  return label === undefined || /^\s*(?:(?:us-)?ascii)?\s*$/i.test(label) ? undefined : label;
}

function read(fields: ReadonlyMap<Field, Uint8Array>, decode: Decode): PingReading {
  const text = (field: Field): string => decode(fields.get(field) ?? new Uint8Array());
  const url = text('url').trim();
  if (url === '') return no('The url field is missing: it has to be the URL of the page that links here.');
  const source = asciiUrl(url);
  if (source === undefined) return no('The url field is no absolute http(s) URL.', url);
  const excerpt = readableMessage(text('excerpt'), MAX_EXCERPT);
  // The specification lets a receiver put the URL where no title came.
  const title = readableMessage(text('title'), MAX_TITLE) || source;
  return {
    ok: true,
    ping: { source, says: { title, excerpt, siteName: readableMessage(text('blog_name'), MAX_TITLE) } },
  };
}

/**
 * Reads the form of a TrackBack (TrackBack 1.2 "Sending a TrackBack Ping"). Percent-escapes become bytes and the bytes
 * are then decoded by the charset of the `Content-Type`, the `charset` field, or what they look like; the other order
 * loses every title that is not UTF-8. Texts come out as one line without markup, at most 250 graphemes. Never throws.
 *
 * @example
 * readPing(body, undefined); // { ok: true, ping: { source: 'https://alice.example/1', says: { title: 'Café', … } } }
 */
export function readPing(body: Uint8Array, contentType: string | undefined): PingReading {
  const form = readForm(body);
  if (form === undefined) return no('There are more fields than any TrackBack has.');
  const fields = byName(form);
  if (fields === undefined) return no('Each field may come once, and as one text.');
  const field = fields.get('charset');
  const label = declared(charsetIn(contentType)) ?? declared(field && ASCII.decode(field));
  const decode = decodeFor(label, [...fields.values()]);
  if (decode === undefined) return no('The charset is not one that is read here: send UTF-8.');
  return read(fields, decode);
}
