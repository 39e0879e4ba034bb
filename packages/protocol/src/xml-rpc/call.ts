import type { Fault } from '../fault.ts';
import { FAULT } from '../fault.ts';
import { decodeXml } from './charset.ts';
import { FAULT_TEXT } from './fault-text.ts';
import { escapeStrayAmpersands } from './stray-ampersand.ts';
import type { Tree, TreeLimits, TreeProblem, XmlElement } from './tree.ts';
import { readTree } from './tree.ts';
import type { Value } from './value.ts';
import { isContainer, readValue } from './value.ts';

interface Call {
  readonly method: string;
  readonly params: readonly Value[];
}

type CallReading = { readonly ok: true; readonly call: Call } | { readonly ok: false; readonly fault: Fault };

/** A ping has 9 elements and is 5 deep. */
const LIMITS: TreeLimits = { depth: 16, elements: 64 };
const METHOD_NAME = /^[A-Za-z0-9_.:/]+$/;

const PROBLEM_CODE: Readonly<Record<TreeProblem, typeof FAULT.notWellFormed | typeof FAULT.invalidRequest>> = {
  malformed: FAULT.notWellFormed,
  foreign: FAULT.invalidRequest,
};

function no(code: keyof typeof FAULT_TEXT): CallReading {
  return { ok: false, fault: { code, message: FAULT_TEXT[code] } };
}

function readTreeOrRetry(text: string): Tree {
  const tree = readTree(text, LIMITS);
  if (tree.ok || tree.problem !== 'malformed') return tree;
  const escaped = escapeStrayAmpersands(text);
  return escaped === text ? tree : readTree(escaped, LIMITS);
}

function readParam(param: XmlElement): Value | undefined {
  const [value, ...more] = param.children;
  if (param.name !== 'param' || value === undefined || more.length > 0 || !isContainer(param)) return undefined;
  return readValue(value);
}

function interpret(root: XmlElement): Call | undefined {
  const [name, params, ...more] = root.children;
  if (root.name !== 'methodCall' || !isContainer(root) || more.length > 0) return undefined;
  if (name?.name !== 'methodName' || name.children.length > 0) return undefined;
  const method = name.text.trim();
  if (!METHOD_NAME.test(method)) return undefined;
  if (params === undefined) return { method, params: [] };
  if (params.name !== 'params' || !isContainer(params)) return undefined;
  const values = params.children.map(readParam);
  return values.every((value) => value !== undefined) ? { method, params: values } : undefined;
}

/**
 * Reads an XML-RPC request (XML-RPC "Payload format"). The caller has kept the body within its cap. Faults: −32700 not
 * well formed (DOCTYPE, processing instructions and depth beyond 16 included), −32701 and −32702 for the encoding,
 * −32600 when it is XML but no XML-RPC call. No text of the request is repeated in a fault. Never throws.
 *
 * @example
 * readCall(body, 'utf-8'); // { ok: true, call: { method: 'pingback.ping', params: [{ type: 'string', text: '…' }, …] } }
 */
export function readCall(body: Uint8Array, httpCharset: string | undefined): CallReading {
  const decoded = decodeXml(body, httpCharset);
  if (!decoded.ok) return no(decoded.code);
  const tree = readTreeOrRetry(decoded.text);
  if (!tree.ok) return no(PROBLEM_CODE[tree.problem]);
  const call = interpret(tree.root);
  return call === undefined ? no(FAULT.invalidRequest) : { ok: true, call };
}
