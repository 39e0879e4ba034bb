import { decodePunycode } from './punycode.ts';

const MAX_NAME = 253;
const MAX_LABEL = 63;
/** RFC 1123 §2.1, and the underscore, which real blogs have in their names. */
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/;

/** A label is what its text encodes to, or a look-alike could have several names. */
function isRealIdn(label: string): boolean {
  const text = decodePunycode(label.slice('xn--'.length));
  if (text === undefined || !/[^\0-\x7f]/.test(text)) return false;
  return URL.canParse(`http://${text}.example/`) && new URL(`http://${text}.example/`).hostname === `${label}.example`;
}

/**
 * What is wrong with a host name as the WHATWG parser serialised it, or `undefined` when DNS could know it. The parser
 * alone accepts `a..com`, `-a.com`, `xn--a` and labels of any length. IP addresses pass: whether one may be asked is
 * for the guard to say.
 */
export function hostnameProblem(hostname: string): string | undefined {
  if (hostname.startsWith('[')) return undefined;
  const name = hostname.endsWith('.') ? hostname.slice(0, -1) : hostname;
  if (name.length > MAX_NAME) return `the host name is longer than ${MAX_NAME} characters`;
  for (const label of name.split('.')) {
    if (label === '') return 'the host name has an empty label';
    if (label.length > MAX_LABEL) return `a label of the host name is longer than ${MAX_LABEL} characters`;
    if (!LABEL.test(label)) return `the host name has the label "${label}", which no domain can have`;
    if (label.startsWith('xn--') && !isRealIdn(label)) return `the label "${label}" of the host name encodes nothing`;
  }
  return undefined;
}
