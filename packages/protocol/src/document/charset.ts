import sniffEncoding from 'html-encoding-sniffer';
import { charsetOf } from './content-type.ts';

const UNDECLARED = '';
/**
 * Decodes every byte above 0x7F to a private character, which is of no use to a reader; HTML does not let meta name it.
 */
const USELESS = 'x-user-defined';

function sniff(body: Uint8Array, label: string | undefined): string {
  try {
    return sniffEncoding(body, {
      defaultEncoding: UNDECLARED,
      ...(label === undefined ? {} : { transportLayerEncodingLabel: label }),
    });
  } catch {
    // Its prescan reads past the end of `<meta content="charset">`.
    return UNDECLARED;
  }
}

/** XHTML of the weblog age often says its charset only here. */
function xmlDeclaration(body: Uint8Array): string | undefined {
  const start = String.fromCharCode(...body.subarray(0, 128));
  return /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
}

function decoder(label: string | undefined): TextDecoder | undefined {
  try {
    return label === undefined || label === UNDECLARED || label === USELESS ? undefined : new TextDecoder(label);
  } catch {
    // Not a label, or one of those that stand for "replacement" (iso-2022-kr, hz-gb-2312): a disguise, never a page.
    return undefined;
  }
}

function asUtf8(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

/**
 * The text of a page: byte order mark, then the header, then `<meta>` in the first 1,024 bytes (HTML §13.2.3.2), then
 * the XML declaration. A label that cannot be used counts as none, and without any, bytes that are valid UTF-8 are
 * UTF-8 and all others windows-1252. Decoding happens once; what an escape sequence hid is escaped again by whoever
 * shows it. Never throws.
 */
export function decodePage(body: Uint8Array, contentType: string | undefined): string {
  const declared =
    decoder(sniff(body, charsetOf(contentType))) ?? decoder(sniff(body, undefined)) ?? decoder(xmlDeclaration(body));
  return declared?.decode(body) ?? asUtf8(body) ?? new TextDecoder('windows-1252').decode(body);
}
