import { declaredEncoding } from './charset.ts';
import { strayAmpersand } from './stray-ampersand.ts';
import { readExactTree, type TreeLimits, type XmlElement } from './tree.ts';

const LIMITS: TreeLimits = { depth: 64, elements: 10_000 };
const WIDE = /^(?:utf-?(?:16|32)|ucs-?[24]|iso-10646)/i;

/** What `saxes` says of the flaws that are met most, in words for people. */
const SAID: readonly (readonly [message: RegExp, reason: string])[] = [
  [/outside of root node|only one root/, 'there is something after its end'],
  [/close tag|closing tag/, 'a tag is closed that is not the open one'],
  [/^unclosed tag/, 'a tag is not closed'],
  [/must contain a root/, 'it has no element'],
  [/undefined entity|entity not defined/, 'it has an entity that XML does not know'],
];

/**
 * What a strict XML-RPC client has against a reply, as the end of a sentence; `undefined` when it can be read. Unlike
 * `readReply`, which reads what there is. Never throws.
 *
 * @example
 * replyFlaw(body, undefined); // 'there is something after its end'
 */
export function replyFlaw(body: Uint8Array, httpCharset: string | undefined): string | undefined {
  // Most clients hand the bytes to an XML parser, which believes the declaration and knows nothing of HTTP.
  const encoding = declaredEncoding(body) ?? httpCharset ?? 'utf-8';
  const said = `it is declared as ${encoding.slice(0, 40)}`;
  if (WIDE.test(encoding)) return `${said} and is not`;
  const decoder = decoderOf(encoding);
  if (decoder === undefined) return `${said}, which is no encoding`;
  let text: string;
  try {
    text = decoder.decode(body);
  } catch {
    return `it has bytes that are no ${encoding.slice(0, 40)}`;
  }
  const tree = readExactTree(text.replace(/^\s+/, ''), LIMITS);
  return tree.ok ? ofShape(tree.root) : inWords(tree.reason, text);
}

function decoderOf(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return undefined;
  }
}

function inWords(reason: string, text: string): string {
  // A parser reads on to the next `;` and has something else against what it finds on the way.
  const stray = strayAmpersand(text);
  if (stray !== undefined) return `“${stray}” has to be written with “&amp;”`;
  return SAID.find(([message]) => message.test(reason))?.[1] ?? reason;
}

/** XML-RPC "Response format": one `params` with one value, or one `fault` with one. */
function ofShape({ name, children: [content, ...more] }: XmlElement): string | undefined {
  if (name !== 'methodResponse') return 'it is no methodResponse';
  if (content === undefined) return 'it is empty';
  if (more.length > 0 || (content.name !== 'params' && content.name !== 'fault'))
    return 'it has something other than params or a fault';
  const holder = content.name === 'params' ? content.children[0] : content;
  return holder?.children[0]?.name === 'value' ? undefined : `its ${content.name} has no value`;
}
