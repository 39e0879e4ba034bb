import { type HeaderLine, headerValue } from '@hearback/protocol';

export type XmlText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string };

/**
 * The text of an XML or JSON document that came over HTTP: charset by BOM, HTTP header, XML declaration, else UTF-8
 * (RFC 7303 §3.2). A document type is refused wherever a parser might honour one: entities declared there can grow
 * without bound or name local files, and no feed or sitemap needs them. One quoted in CDATA or a comment is only text.
 */
export function xmlText(body: Uint8Array, headers: readonly HeaderLine[]): XmlText {
  const label = bomCharset(body) ?? httpCharset(headers) ?? declaredCharset(body) ?? 'utf-8';
  const text = decode(body, label);
  if (text === undefined)
    return { ok: false, reason: `its charset "${label.slice(0, 40)}" is unknown; serve it as UTF-8` };
  if (declaresDoctype(text))
    return { ok: false, reason: 'it has a document type (<!DOCTYPE>), which is not read; leave it out' };
  return { ok: true, text };
}

function bomCharset(body: Uint8Array): string | undefined {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return 'utf-8';
  if (body[0] === 0xfe && body[1] === 0xff) return 'utf-16be';
  if (body[0] === 0xff && body[1] === 0xfe) return 'utf-16le';
  return undefined;
}

function httpCharset(headers: readonly HeaderLine[]): string | undefined {
  return /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(headerValue(headers, 'content-type') ?? '')?.[1];
}

function declaredCharset(body: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(body.subarray(0, 200));
  return /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']/.exec(head)?.[1];
}

function decode(body: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label).decode(body);
  } catch {
    return undefined;
  }
}

/** By `indexOf` only: a lazy pattern over unclosed comments would be quadratic. */
function declaresDoctype(text: string): boolean {
  let at = text.indexOf('<!');
  while (at >= 0) {
    const end = text.startsWith('<!--', at)
      ? text.indexOf('-->', at + 4)
      : text.startsWith('<![CDATA[', at)
        ? text.indexOf(']]>', at + 9)
        : undefined;
    if (end === undefined) return true;
    if (end < 0) return false;
    at = text.indexOf('<!', end);
  }
  return false;
}
