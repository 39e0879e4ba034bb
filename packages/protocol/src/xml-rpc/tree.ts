import { SaxesParser } from 'saxes';

/** One element of a message. `text` is its own character data and CDATA, without that of its children. */
export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

export interface TreeLimits {
  /** How deep elements may be nested; the root is at depth 1. */
  readonly depth: number;
  readonly elements: number;
}

export type TreeProblem =
  /** Not well formed, too deep, or it has a DOCTYPE or a processing instruction: nothing in it is to be believed. */
  | 'malformed'
  /** XML, but with attributes or with more elements than any XML-RPC message needs. */
  | 'foreign';

export type Tree =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly problem: TreeProblem; readonly reason: string };

interface OpenElement {
  readonly name: string;
  text: string;
  readonly children: OpenElement[];
}

/** Thrown through saxes, which cannot be told to stop otherwise; never leaves this file. */
class Stop extends Error {
  readonly problem: TreeProblem;
  constructor(problem: TreeProblem, reason: string) {
    super(reason);
    this.problem = problem;
  }
}

function stop(problem: TreeProblem, reason: string): never {
  throw new Stop(problem, reason);
}

/** saxes wants the declaration at the very start; hosts put blanks, marks and NULs around it. */
function withoutMargins(text: string): string {
  let end = text.length;
  while (end > 0 && '\0 \t\r\n'.includes(text.charAt(end - 1))) end -= 1;
  let start = 0;
  while (start < end && '\uFEFF \t\r\n'.includes(text.charAt(start))) start += 1;
  return text.slice(start, end);
}

/** Thrown when a damaged text has so many flaws that nothing behind them is worth the time. */
const ENOUGH = new Error('enough');
/** Each flaw costs saxes an error: 64 KiB of nothing but flaws held up the event loop for 250 ms. Real ones have a few. */
const MAX_FLAWS = 200;

/**
 * `strict` takes the first flaw as the end; `damaged` reads past flaws of form; `exact` is strict as other people's
 * readers are: it overlooks no blanks and marks around a message, and has nothing against attributes.
 */
type Reading = 'strict' | 'damaged' | 'exact';

function read(text: string, limits: TreeLimits, reading: Reading): Tree {
  // XML 1.1 would let control characters in as references; nobody sends it.
  const parser = new SaxesParser({ position: false, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  const open: OpenElement[] = [];
  let root: OpenElement | undefined;
  let count = 0;
  let flaws = 0;
  const append = (part: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += part;
  };
  if (reading === 'strict') parser.on('attribute', () => stop('foreign', 'it has attributes'));
  else if (reading === 'damaged')
    parser.on('error', () => {
      flaws += 1;
      if (flaws > MAX_FLAWS) throw ENOUGH;
    });
  parser.on('doctype', () => stop('malformed', 'it has a DOCTYPE'));
  parser.on('processinginstruction', () => stop('malformed', 'it has a processing instruction'));
  parser.on('opentagstart', ({ name }) => {
    count += 1;
    if (open.length === limits.depth) stop('malformed', 'it is nested too deeply');
    if (count > limits.elements) stop('foreign', 'it has too many elements');
    const element: OpenElement = { name, text: '', children: [] };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', append);
  // Without its own handler saxes drops the text of CDATA, and some clients write every URL that has `&` as CDATA.
  parser.on('cdata', append);
  try {
    parser.write(reading === 'exact' ? text : withoutMargins(text)).close();
  } catch (error: unknown) {
    if (error === ENOUGH && root !== undefined) return { ok: true, root };
    // Whatever else is thrown is what saxes has against the text.
    const reason = error instanceof Error ? error.message.replace(/\.$/, '') : '';
    return { ok: false, problem: error instanceof Stop ? error.problem : 'malformed', reason };
  }
  return root === undefined ? { ok: false, problem: 'malformed', reason: 'it has no element' } : { ok: true, root };
}

/**
 * Reads a whole XML-RPC message, strictly: no DOCTYPE and so no entities but the five of XML, no processing
 * instructions, no attributes, within the limits. Never throws.
 */
export function readTree(text: string, limits: TreeLimits): Tree {
  return read(text, limits, 'strict');
}

/**
 * Reads as much of a reply as there is: cut tags, undeclared entities and stray `&` are passed over, because hosts
 * damage replies and the fault code in front of the damage is still true. After 200 flaws the rest is left. DOCTYPE and limits stop it all the same.
 * Never throws.
 */
export function readDamagedTree(text: string, limits: TreeLimits): Tree {
  return read(text, limits, 'damaged');
}

/** Reads a message as the strictest of others do, to say what they hold against it. Never throws. */
export function readExactTree(text: string, limits: TreeLimits): Tree {
  return read(text, limits, 'exact');
}
