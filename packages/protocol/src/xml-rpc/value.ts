import type { XmlElement } from './tree.ts';

/** A parameter. `other` is every type that is XML-RPC and that no method here takes; its content is not looked at. */
export interface Value {
  readonly type: 'string' | 'base64' | 'other';
  readonly text: string;
}

/** XML-RPC "Scalar values"; `nil`, `ex:nil` and `i8` are extensions that are refused as types and not as XML. */
const TYPES: ReadonlyMap<string, Value['type']> = new Map([
  ['string', 'string'],
  ['base64', 'base64'],
  ['int', 'other'],
  ['i4', 'other'],
  ['i8', 'other'],
  ['boolean', 'other'],
  ['double', 'other'],
  ['dateTime.iso8601', 'other'],
  ['array', 'other'],
  ['struct', 'other'],
  ['nil', 'other'],
  ['ex:nil', 'other'],
]);

/** True for an element that holds only elements: blanks between them are layout. */
export function isContainer(element: XmlElement): boolean {
  return element.text.trim() === '';
}

/**
 * Reads a `<value>` element: no type tag means string, an empty one is the empty string and counts. `undefined` when it
 * is not XML-RPC.
 */
export function readValue(element: XmlElement): Value | undefined {
  if (element.name !== 'value') return undefined;
  const [typed, ...more] = element.children;
  if (typed === undefined) return { type: 'string', text: element.text };
  const type = TYPES.get(typed.name);
  if (type === undefined || more.length > 0 || !isContainer(element)) return undefined;
  if (type === 'other') return { type, text: '' };
  return typed.children.length > 0 ? undefined : { type, text: typed.text };
}
