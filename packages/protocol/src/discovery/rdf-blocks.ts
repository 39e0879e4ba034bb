import { decodeXML } from 'entities';

/** One `rdf:Description` of a page, references decoded, nothing resolved. `''` where it does not say. */
export interface RdfBlock {
  /** `trackback:ping`, as attribute or as child with `rdf:resource`. */
  readonly ping: string;
  /** `dc:identifier`, as attribute or as child with text. */
  readonly identifier: string;
  /** `rdf:about`. */
  readonly about: string;
}

/** Prefixes are whatever the page binds; the three vocabularies share no local name, so that is what counts. */
const DESCRIPTION = /<(?:[\w-]+:)?Description(?=[\s/>])/g;
const DESCRIPTION_END = /<\/(?:[\w-]+:)?Description\s*>/g;
const ATTRIBUTE = /\s*(?:[\w-]+:)?([\w-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const TAG_END = /\s*(\/?)>/y;
const PING_CHILD = /<(?:[\w-]+:)?ping\s(?:[^<>]*\s)?(?:[\w-]+:)?resource\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/;
const IDENTIFIER_CHILD = /<(?:[\w-]+:)?identifier\s*>([^<]*)</;

/** Archives of a year have a few hundred posts on a page. */
const MAX_BLOCKS = 1000;
/** A block is six lines; what goes on longer is no block, and looking for its end would be quadratic. */
const MAX_BLOCK = 8 * 1024;

function textOf(match: RegExpExecArray | null, at: number): string {
  return decodeXML(match?.[at] ?? match?.[at + 1] ?? '').trim();
}

function readBlock(html: string, start: number): RdfBlock | undefined {
  // Bounded here, so that no pattern below can run further.
  const text = html.slice(start, start + MAX_BLOCK);
  const attributes = new Map<string, string>();
  let at = 0;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(text);
    if (match === null) break;
    const name = match[1] ?? '';
    if (!attributes.has(name)) attributes.set(name, textOf(match, 2));
    at = ATTRIBUTE.lastIndex;
  }
  TAG_END.lastIndex = at;
  const end = TAG_END.exec(text);
  if (end === null) return undefined;
  const children = end[1] === '/' ? '' : childText(text.slice(TAG_END.lastIndex));
  return {
    ping: attributes.get('ping') ?? textOf(PING_CHILD.exec(children), 1),
    identifier: attributes.get('identifier') ?? textOf(IDENTIFIER_CHILD.exec(children), 1),
    about: attributes.get('about') ?? '',
  };
}

function childText(text: string): string {
  DESCRIPTION_END.lastIndex = 0;
  const end = DESCRIPTION_END.exec(text);
  return end === null ? '' : text.slice(0, end.index);
}

/**
 * The RDF descriptions in the raw text of a page, in document order: TrackBack 1.2 puts them into comments, where no
 * HTML parser looks, and pages of 2003 put them anywhere. At most 1,000, each within 8 KiB; linear on every page.
 */
export function rdfBlocks(html: string): readonly RdfBlock[] {
  const blocks: RdfBlock[] = [];
  DESCRIPTION.lastIndex = 0;
  while (blocks.length < MAX_BLOCKS && DESCRIPTION.exec(html) !== null) {
    const block = readBlock(html, DESCRIPTION.lastIndex);
    if (block !== undefined) blocks.push(block);
  }
  return blocks;
}
