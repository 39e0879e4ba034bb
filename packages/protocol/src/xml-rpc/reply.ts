import { decodeReply } from './charset.ts';
import type { Tree, TreeLimits, XmlElement } from './tree.ts';
import { readDamagedTree } from './tree.ts';

export type ReplyReading =
  | { readonly kind: 'success'; readonly text: string }
  | { readonly kind: 'fault'; readonly code: number; readonly text: string }
  /** No XML-RPC: an HTML page, JSON, nothing. */
  | { readonly kind: 'other' };

/** Replies are not held to the shape of ours: some answer with structs and arrays. */
const LIMITS: TreeLimits = { depth: 32, elements: 2000 };
const INTEGER = /^[+-]?\d{1,10}$/;

function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.name === name);
}

/** All elements below, in document order. */
function* descendants(element: XmlElement): Generator<XmlElement> {
  for (const below of element.children) {
    yield below;
    yield* descendants(below);
  }
}

/** The first text there is: of the value itself, or of the first thing in it that has any. */
function firstText(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  for (const candidate of [element, ...descendants(element)]) {
    const text = candidate.text.trim();
    if (text !== '' && candidate.name !== 'name') return text;
  }
  return '';
}

function isMember(element: XmlElement, name: string): boolean {
  return element.name === 'member' && child(element, 'name')?.text.trim() === name;
}

/**
 * Some servers put the bare code into the fault, some pad the integers or write them as strings: members by name when
 * there are any, else whatever number and text there is. Code 0 means generic (Pingback 1.0 §3).
 */
function readFault(fault: XmlElement): ReplyReading {
  const all = [...descendants(fault)];
  const value = (name: string): XmlElement | undefined =>
    child(
      all.find((element) => isMember(element, name)),
      'value',
    );
  const bare = all.some((element) => element.name === 'struct') ? '' : firstText(fault);
  const code = firstText(value('faultCode')) || bare;
  const text = firstText(value('faultString')) || (INTEGER.test(bare) ? '' : bare);
  return { kind: 'fault', code: INTEGER.test(code) ? Number(code) : 0, text };
}

function interpret(tree: Tree): ReplyReading {
  if (!tree.ok) return { kind: 'other' };
  const { root } = tree;
  if (root.name === 'params') return { kind: 'success', text: firstText(root) };
  if (root.name !== 'methodResponse') return { kind: 'other' };
  const fault = child(root, 'fault');
  if (fault !== undefined) return readFault(fault);
  const params = child(root, 'params');
  return params === undefined ? { kind: 'other' } : { kind: 'success', text: firstText(params) };
}

/**
 * Reads what came back from an endpoint, as forgivingly as the field needs: any type of value is a success, any shape
 * of fault is a fault, and marks, blanks, cut ends and undeclared entities are overlooked. DOCTYPE is not: what has one
 * is a web page or an attack. Never throws.
 *
 * @example
 * readReply(body, undefined); // { kind: 'fault', code: 48, text: 'The pingback has already been registered.' }
 */
export function readReply(body: Uint8Array, httpCharset: string | undefined): ReplyReading {
  return interpret(readDamagedTree(decodeReply(body, httpCharset), LIMITS));
}
