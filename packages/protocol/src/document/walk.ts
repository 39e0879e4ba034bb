import { decodeHTML, decodeHTMLAttribute } from 'entities';
import { Tokenizer } from 'htmlparser2';
import { type ForeignContent, foreignContent } from './foreign.ts';
import { type Names, namesOf } from './names.ts';
import { scriptEnd } from './script-end.ts';

const MAX_ATTRIBUTES = 256;
const MAX_TAG = 64 * 1024;

/** Attributes by lower-case name; of two with one name the first counts. */
export type Attributes = ReadonlyMap<string, string>;

/** Somebody who watches a page go by. Changes to `hears` and `elements` hold from the next token on. */
export interface Visitor {
  /** Elements to be told of; `undefined` tells of all. */
  elements: Names | undefined;
  /** Attributes to be told of; all of them unless given. */
  readonly attributes?: Names;
  /** While true, text is told too, references decoded, in pieces. */
  hears: boolean;
  /** An HTML start tag; `at` and `end` are offsets of its `<` and of what follows its `>`. */
  open(name: string, attributes: Attributes, at: number, end: number): void;
  close(name: string, at: number): void;
  text?(piece: string): void;
}

const STRUCTURE = namesOf(['svg', 'math', 'template', 'script', 'style', 'iframe', 'noembed', 'noframes', 'textarea']);
const NEITHER_READ_NOR_SHOWN = new Set(['script', 'style', 'iframe', 'noembed', 'noframes', 'textarea']);

/** What a visitor may ask of the walk it is on. */
export interface Walk {
  /** Ends it; nothing is told afterwards. */
  stop(): void;
  /**
   * Offset of the farthest start tag within 64 tags and `reach` characters before the newest one, or of the nearest
   * before it.
   */
  earlierTag(reach: number): number;
}

const REMEMBERED = 64;
const SECTION = '<![CDATA[';
/** As long, and what every browser takes it for in HTML: a comment up to the next `>` (HTML §13.2.5.42). */
const COMMENT = '<!-CDATA[';
const NO_ATTRIBUTES: Attributes = new Map();

/** Few values and texts have references in them, and looking for one is a great deal cheaper than decoding. */
function decoded(raw: string, decode: (raw: string) => string): string {
  return raw.includes('&') ? decode(raw) : raw;
}

/**
 * Shows a page to a visitor, in one pass over a tokenizer that is linear on every page; no tree is built, for trees are
 * quadratic or overflow the stack on deep nesting. Not told: comments, SVG and MathML, the insides of `<template>`,
 * `<script>`, `<style>`, `<iframe>`, `<noembed>`, `<noframes>` and `<textarea>`. `<noscript>` is page content, as it is
 * for every reader that runs no scripts. Of a tag, 256 attributes and 64 KiB are read. Never throws.
 */
export function walk(html: string, start: (walk: Walk) => Visitor): void {
  const foreign: ForeignContent = foreignContent();
  const tags = new Int32Array(REMEMBERED);
  let count = 0;
  let templates = 0;
  let muted = false;
  let name = '';
  let tagAt = 0;
  let known = false;
  let told = false;
  let attributes: Map<string, string> | undefined;
  let attributeCount = 0;
  let attribute: string | undefined;
  let value = '';
  /** What the tokenizer reads; where that began; where it is to begin again, because HTML goes on elsewhere than it. */
  let read = html;
  let begun = 0;
  let resumeAt: number | undefined;
  let scriptFrom: number | undefined;

  function nthLast(n: number): number {
    return tags[(count - n) % REMEMBERED] ?? 0;
  }

  function passesOver(from: number, to: number): boolean {
    const { elements } = visitor;
    return (
      elements !== undefined &&
      !foreign.inside() &&
      !elements.mayHave(html, from, to) &&
      !STRUCTURE.mayHave(html, from, to)
    );
  }

  function endTag(end: number, selfClosing: boolean): void {
    if (!known) return;
    known = false;
    const given = attributes ?? NO_ATTRIBUTES;
    const isTold = told;
    attributes = undefined;
    told = false;
    if (foreign.open(name, selfClosing)) return;
    if (name === 'template') templates += 1;
    if (name === 'script') scriptFrom = end;
    if (NEITHER_READ_NOR_SHOWN.has(name)) muted = true;
    if (templates === 0 && isTold) visitor.open(name, given, tagAt, end);
  }

  function resume(at: number): void {
    resumeAt = at;
    tokenizer.pause();
  }

  /** True when the end tag at `at` only seems to end the script that is open: the tokenizer knows no scripts in scripts. */
  function isWithinScript(at: number): boolean {
    const from = scriptFrom;
    scriptFrom = undefined;
    if (from === undefined || !html.slice(from, at).includes('<!--')) return false;
    const end = scriptEnd(html, from);
    if (end === at) return false;
    resume(end ?? html.length);
    return true;
  }

  /** HTML has no CDATA sections, and the tokenizer looks for the end of one that SVG may have; looking once is enough. */
  function leaveSection(from: number, to: number): void {
    const end = foreign.inside() ? -1 : html.indexOf('>', from);
    if (end < 0 || end >= to) return;
    read = read.replaceAll(SECTION, COMMENT);
    resume(end + 1);
  }

  const tokenizer = new Tokenizer(
    // Only what is looked at is decoded, below; the tokenizer would decode every reference of the page.
    { decodeEntities: false },
    {
      isInForeignContext: foreign.inside,
      onopentagname(start, stop) {
        const from = start + begun;
        const to = stop + begun;
        tagAt = from - 1;
        tags[count++ % REMEMBERED] = tagAt;
        if (passesOver(from, to)) return;
        name = html.slice(from, to).toLowerCase();
        known = true;
        told = visitor.elements?.has(name) ?? true;
        attributeCount = 0;
      },
      onattribname(start, stop) {
        const from = start + begun;
        if (!told || ++attributeCount > MAX_ATTRIBUTES || from - tagAt > MAX_TAG) return;
        if (visitor.attributes?.mayHave(html, from, stop + begun) === false) return;
        const lower = html.slice(from, stop + begun).toLowerCase();
        attribute = attributes?.has(lower) ? undefined : lower;
        value = '';
      },
      onattribdata(start, stop) {
        // Dropped as a whole: the beginning of a long value may well be another URL.
        if (stop + begun - tagAt > MAX_TAG) attribute = undefined;
        else if (attribute !== undefined) value = decoded(html.slice(start + begun, stop + begun), decodeHTMLAttribute);
      },
      onattribend() {
        if (attribute === undefined) return;
        attributes ??= new Map();
        attributes.set(attribute, value);
        attribute = undefined;
      },
      onopentagend: (end) => endTag(end + begun + 1, false),
      onselfclosingtag: (end) => endTag(end + begun + 1, true),
      onclosetag(start, stop) {
        const from = start + begun;
        const to = stop + begun;
        if (isWithinScript(from - 2)) return;
        muted = false;
        if (passesOver(from, to)) return;
        const closed = html.slice(from, to).toLowerCase();
        if (closed === 'template' && templates === 0) return;
        if (foreign.close(closed)) return;
        if (closed === 'template') templates -= 1;
        else if (templates === 0 && (visitor.elements?.has(closed) ?? true)) visitor.close(closed, from - 2);
      },
      ontext(start, stop) {
        if (visitor.hears && !muted && templates === 0)
          visitor.text?.(decoded(html.slice(start + begun, stop + begun), decodeHTML));
      },
      onattribentity() {},
      ontextentity() {},
      oncdata: (start, stop) => leaveSection(start + begun, stop + begun),
      oncomment(start, stop) {
        const from = start + begun;
        // A section without an end; whoever has stopped wants to hear no more.
        if (tokenizer.running && html.startsWith(SECTION, from - '<!'.length)) leaveSection(from, stop + begun);
      },
      ondeclaration() {},
      onend() {},
      onprocessinginstruction() {},
    },
  );
  const visitor = start({
    stop: () => tokenizer.pause(),
    earlierTag(reach) {
      let back = Math.min(count, 2);
      while (back < Math.min(count, REMEMBERED) && nthLast(back + 1) >= tagAt - reach) back += 1;
      return nthLast(back);
    },
  });
  tokenizer.write(read);
  tokenizer.end();
  while (resumeAt !== undefined) {
    begun = resumeAt;
    resumeAt = undefined;
    tokenizer.reset();
    tokenizer.write(read.slice(begun));
    tokenizer.end();
  }
}
