import { walk } from './walk.ts';

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Whether a new block of text begins where a tag of this name stands. */
export function isBlock(name: string): boolean {
  return BLOCKS.has(name);
}

/** Whether the words before and after a tag of this name are two words. */
export function isGap(name: string): boolean {
  return name === 'br' || BLOCKS.has(name);
}

/** The first `max` characters or a few more of the text of some markup, with a space where a block or line ends. */
export function textOfHtml(html: string, max: number): string {
  let text = '';
  walk(html, ({ stop }) => {
    function gap(name: string): void {
      if (isGap(name)) text += ' ';
      if (text.length >= max) stop();
    }
    return {
      elements: undefined,
      hears: true,
      open: gap,
      close: gap,
      text(piece) {
        text += piece;
      },
    };
  });
  return text;
}
