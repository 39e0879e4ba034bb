import { plainText } from '../text.ts';
import { isGap } from './blocks.ts';
import type { Attributes } from './walk.ts';

const MAX_ANCHOR = 200;
const MAX_RAW = 4_000;

/** The text of one link, gathered as its tags and text go by. */
export interface Anchor {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(piece: string): void;
  /** At most 200 graphemes; images count with their `alt`. */
  plain(): string;
}

export function anchorText(): Anchor {
  let raw = '';
  function add(piece: string): void {
    if (raw.length < MAX_RAW) raw += piece;
  }
  return {
    open: (name, attributes) => add(name === 'img' ? ` ${attributes.get('alt') ?? ''} ` : isGap(name) ? ' ' : ''),
    close: (name) => add(isGap(name) ? ' ' : ''),
    text: add,
    plain: () => plainText(raw, MAX_ANCHOR),
  };
}
