import type { XmlElement } from './tree.ts';

/**
 * A value as it stands on the wire. Scalars keep their text: what a number means is for whoever asked for a number, and
 * pingback asks for strings only.
 */
export type Value =
  | { readonly type: ScalarType; readonly text: string }
  | { readonly type: 'array'; readonly items: readonly Value[] }
  | { readonly type: 'struct'; readonly members: ReadonlyMap<string, Value> };

export type ScalarType = 'string' | 'int' | 'boolean' | 'double' | 'date' | 'base64' | 'nil';

/** `nil`, `ex:nil`, `i8` are extensions that are read so that they can be refused as a type and not as XML (XR-13). */
const SCALARS: ReadonlyMap<string, ScalarType> = new Map([
  ['string', 'string'],
  ['int', 'int'],
  ['i4', 'int'],
  ['i8', 'int'],
  ['boolean', 'boolean'],
  ['double', 'double'],
  ['dateTime.iso8601', 'date'],
  ['base64', 'base64'],
  ['nil', 'nil'],
  ['ex:nil', 'nil'],
]);

/** True for an element that holds only elements: blanks between them are layout. */
export function isContainer(element: XmlElement): boolean {
  return element.text.trim() === '';
}

function readArray(element: XmlElement): Value | undefined {
  const [data, ...more] = element.children;
  if (data?.name !== 'data' || more.length > 0 || !isContainer(element) || !isContainer(data)) return undefined;
  const items = data.children.map(readValue);
  return items.every((item) => item !== undefined) ? { type: 'array', items } : undefined;
}

function readStruct(element: XmlElement): Value | undefined {
  if (!isContainer(element)) return undefined;
  const members = new Map<string, Value>();
  for (const member of element.children) {
    const [name, value, ...more] = member.children;
    if (member.name !== 'member' || !isContainer(member) || more.length > 0) return undefined;
    if (name?.name !== 'name' || name.children.length > 0 || value === undefined) return undefined;
    const read = readValue(value);
    // XML-RPC does not say what two members of one name mean; two readers would take different ones (XR-08).
    if (read === undefined || members.has(name.text)) return undefined;
    members.set(name.text, read);
  }
  return { type: 'struct', members };
}

/**
 * Reads a `<value>` element (XML-RPC, "Scalar values"): no type tag means string, an empty one is the empty string
 * (XR-04, XR-21). `undefined` when it is not XML-RPC.
 */
export function readValue(element: XmlElement): Value | undefined {
  if (element.name !== 'value') return undefined;
  const [typed, ...more] = element.children;
  if (typed === undefined) return { type: 'string', text: element.text };
  if (more.length > 0 || !isContainer(element)) return undefined;
  if (typed.name === 'array') return readArray(typed);
  if (typed.name === 'struct') return readStruct(typed);
  const type = SCALARS.get(typed.name);
  return type === undefined || typed.children.length > 0 ? undefined : { type, text: typed.text };
}
