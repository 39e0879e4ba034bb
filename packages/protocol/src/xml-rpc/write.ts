import type { Fault } from '../fault.ts';

/** What this side writes: text, 32-bit integers, arrays and structs. */
export type Writable = string | number | readonly Writable[] | { readonly [name: string]: Writable };

const PROLOG = '<?xml version="1.0"?>';
const ENCODER = new TextEncoder();

const UNSAFE = /[^\u0020-\u0025\u0027-\u003b\u003d\u003f-\u007e\t\n]/gu;

function reference(character: string): string {
  if (character === '&') return '&amp;';
  if (character === '<') return '&lt;';
  if (character === '>') return '&gt;';
  const code = character.codePointAt(0) ?? 0xfffd;
  const isXml =
    code === 0x0d || (code >= 0x20 && code !== 0xfffe && code !== 0xffff && (code < 0xd800 || code > 0xdfff));
  return `&#${isXml ? code : 0xfffd};`;
}

/**
 * Text in pure ASCII: some clients read nothing else in a reply, and a request in ASCII means the same under every
 * charset a host may assume. What XML cannot hold at all becomes U+FFFD.
 */
function escapeText(text: string): string {
  return text.replaceAll(UNSAFE, reference);
}

function valueXml(value: Writable): string {
  if (typeof value === 'string') return `<value><string>${escapeText(value)}</string></value>`;
  if (typeof value === 'number') return `<value><int>${value}</int></value>`;
  if (isList(value)) return `<value><array><data>${value.map(valueXml).join('')}</data></array></value>`;
  const members = Object.entries(value).map(
    ([name, of]) => `<member><name>${escapeText(name)}</name>${valueXml(of)}</member>`,
  );
  return `<value><struct>${members.join('')}</struct></value>`;
}

function isList(value: readonly Writable[] | { readonly [name: string]: Writable }): value is readonly Writable[] {
  return Array.isArray(value);
}

/**
 * A method call, in the one form that every server read so far accepts.
 *
 * @example
 * writeCall('pingback.ping', ['https://alice.example/1', 'https://bob.example/2']);
 */
export function writeCall(method: string, params: readonly Writable[]): Uint8Array<ArrayBuffer> {
  const xml = params.map((param) => `<param>${valueXml(param)}</param>`).join('');
  return ENCODER.encode(
    `${PROLOG}<methodCall><methodName>${escapeText(method)}</methodName><params>${xml}</params></methodCall>`,
  );
}

/**
 * Some clients take every body that has the letters `fault` in it for a failure, and a host called `default.example`
 * would do it: one of the letters is written as a reference.
 */
function withoutTheWord(xml: string): string {
  return xml.replaceAll(/f(?=ault)/gi, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** A reply with one value (XML-RPC "Response"). A string never shows the letters `fault`. */
export function writeSuccess(value: Writable): Uint8Array<ArrayBuffer> {
  const xml = typeof value === 'string' ? withoutTheWord(valueXml(value)) : valueXml(value);
  return ENCODER.encode(`${PROLOG}<methodResponse><params><param>${xml}</param></params></methodResponse>`);
}

/** A fault with its two members and nothing else. */
export function writeFault(fault: Fault): Uint8Array<ArrayBuffer> {
  const xml = valueXml({ faultCode: fault.code, faultString: fault.message });
  return ENCODER.encode(`${PROLOG}<methodResponse><fault>${xml}</fault></methodResponse>`);
}
