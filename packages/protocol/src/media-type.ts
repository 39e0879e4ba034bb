/**
 * The media type of a `Content-Type` header: lower case, without parameters; `''` when there is no header.
 *
 * @example
 * mediaType('Text/XML; charset=utf-8'); // 'text/xml'
 */
export function mediaType(contentType: string | undefined): string {
  return contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}
