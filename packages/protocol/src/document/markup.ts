import { type HeaderLine, headerValue } from '../http.ts';
import { mediaType } from '../media-type.ts';
import { decodePage } from './charset.ts';
import { htmlOfXhtml } from './xhtml.ts';

/** The markup of a fetched page as HTML: by the media type it is decided which of the two languages it is written in. */
export function markupOf({
  body,
  headers,
}: {
  readonly body: Uint8Array;
  readonly headers: readonly HeaderLine[];
}): string {
  const type = headerValue(headers, 'content-type');
  const text = decodePage(body, type);
  return mediaType(type) === 'application/xhtml+xml' ? htmlOfXhtml(text) : text;
}
