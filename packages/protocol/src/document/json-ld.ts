import { namesOf } from './names.ts';
import { walk } from './walk.ts';

const SCRIPT = namesOf(['script']);
const TYPE = /^\s*application\/ld\+json\s*(?:;|$)/i;
const MAX_SCRIPTS = 20;
const MAX_CHARACTERS = 256 * 1024;
const MAX_NODES = 1_000;
/** Levels of lists and graphs around what the page is about; Yoast's and Google's own examples have three. */
const MAX_DEPTH = 8;
/** Where a document keeps what it is about. What an article has inside, such as comments, is not that. */
const CONTAINERS = ['@graph', 'mainEntity', 'mainEntityOfPage', 'mainEntityofPage'];

/** An object of a JSON-LD document. Only `member` reads it: the keys are a stranger's. */
export type Node = Readonly<Record<string, unknown>>;

/** The nodes at which a page may describe itself, and those that others refer to by `@id`. */
export interface Graph {
  readonly nodes: readonly Node[];
  readonly byId: ReadonlyMap<string, Node>;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member that the document itself has; `__proto__` and `constructor` are members like any other. */
export function member(node: Node, name: string): unknown {
  return Object.hasOwn(node, name) ? node[name] : undefined;
}

/** JSON-LD writes a list of one without its brackets. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A script that is no JSON says nothing; the others still count.
    return undefined;
  }
}

function scriptsOf(html: string): readonly string[] {
  const scripts: string[] = [];
  let left = MAX_CHARACTERS;
  let from: number | undefined;
  walk(html, ({ stop }) => ({
    elements: SCRIPT,
    hears: false,
    open(_name, attributes, _at, end) {
      from = TYPE.test(attributes.get('type') ?? '') ? end : undefined;
    },
    close(_name, at) {
      if (from === undefined) return;
      left -= at - from;
      if (left < 0) return stop();
      scripts.push(html.slice(from, at));
      from = undefined;
      if (scripts.length === MAX_SCRIPTS) stop();
    },
  }));
  return scripts;
}

/**
 * What a page says in JSON-LD: at most 20 scripts of 256 KiB together, 8 levels, 1,000 nodes; the rest is not looked at.
 * Contexts are not fetched: names are read as schema.org's. Never throws.
 */
export function readGraph(html: string): Graph {
  const nodes: Node[] = [];
  let level: readonly unknown[] = /ld\+json/i.test(html) ? scriptsOf(html).map(parsed) : [];
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0 && nodes.length < MAX_NODES; depth += 1) {
    nodes.push(...level.filter(isNode).slice(0, MAX_NODES - nodes.length));
    level = level.flatMap((value) => {
      if (Array.isArray(value)) return value.slice(0, MAX_NODES);
      return isNode(value) ? CONTAINERS.map((name) => member(value, name)).filter((inner) => inner !== undefined) : [];
    });
  }
  const byId = new Map<string, Node>();
  for (const node of nodes) {
    const id = member(node, '@id');
    if (typeof id === 'string' && !byId.has(id)) byId.set(id, node);
  }
  return { nodes, byId };
}
