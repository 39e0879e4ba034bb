import { charsetOf } from '../document/content-type.ts';
import { markupOf } from '../document/markup.ts';
import type { HeaderLine, HttpReply } from '../http.ts';
import { headerValue } from '../http.ts';
import { mediaType } from '../media-type.ts';

/** A fetched page as discovery reads it. */
export interface DiscoveryPage {
  /** As it was asked for, fragment and all. */
  readonly url: string;
  readonly finalUrl: string;
  readonly headers: readonly HeaderLine[];
  /** `''` for media that have no markup: their endpoint can only be in a header. */
  readonly html: string;
  /** The same as a reader of plain bytes has it: no `<meta>` is looked at. For the pattern of Pingback only. */
  readonly raw: string;
}

const WITHOUT_MARKUP = /^(?:image|audio|video|model)\//;

function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    // A label that nobody knows; latin-1 has a character for every byte, and all markup is ASCII.
    return new TextDecoder('windows-1252');
  }
}

function markOf(body: Uint8Array): string | undefined {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return 'utf-8';
  if (body[0] === 0xfe && body[1] === 0xff) return 'utf-16be';
  return body[0] === 0xff && body[1] === 0xfe ? 'utf-16le' : undefined;
}

/** `html` is decoded as pages are for their links; `raw` by byte order mark, then HTTP charset, then latin-1. */
export function discoveryPage(url: string, reply: HttpReply): DiscoveryPage {
  const contentType = headerValue(reply.headers, 'content-type');
  const page = { url, finalUrl: reply.finalUrl, headers: reply.headers };
  if (WITHOUT_MARKUP.test(mediaType(contentType))) return { ...page, html: '', raw: '' };
  return {
    ...page,
    html: markupOf(reply),
    raw: decoderFor(markOf(reply.body) ?? charsetOf(contentType) ?? 'windows-1252').decode(reply.body),
  };
}
