/** WordPress reads this much of a source and no more. */
export const WORDPRESS_BYTES = 153_600;

/** Where it breaks a page into pieces; a link has to be whole within one. */
const BREAKS = /<\/*(?:h[1-6]|p|th|td|li|dt|dd|pre|caption|input|textarea|button|body)[^>]*>/g;
const HIDDEN = /<(script|style)[^>]*>[\s\S]*?<\/\1>/gi;
const OTHER_TAGS = /<(?!\/?a[\s>/])[^>]*>/gi;

/** What WordPress, which reads a source by regular expressions, would see of a page. */
export interface WordPressView {
  /** Text of the first title without attributes; without one it refuses the page with fault 32. */
  readonly title: string;
  /** Whether it would find a link to the target, which is what it asks of a source. */
  finds(target: string): boolean;
}

/** @param html the first `WORDPRESS_BYTES` bytes, a character for each byte */
export function wordPressView(html: string): WordPressView {
  const broken = html.replace(/[\r\n\t ]+/g, ' ').replace(BREAKS, '\n\n');
  const title = /<title>([^<]*)<\/title>/i.exec(broken)?.[1] ?? '';
  const pieces = broken.replace(HIDDEN, '').replace(OTHER_TAGS, '').split('\n\n');
  return {
    title,
    finds(target) {
      const written = target.replaceAll('&', '&amp;');
      return pieces.some((piece) => piece.includes(written) && hasLink(piece, written));
    },
  };
}

/** `<a … TARGET …>text</a>`, in lower case, with text and no `>` in it. Looked for by hand, since a target may be anything. */
function hasLink(piece: string, target: string): boolean {
  for (let at = piece.indexOf(target); at >= 0; at = piece.indexOf(target, at + 1)) {
    const tag = piece.lastIndexOf('<a', at);
    const end = piece.indexOf('>', at);
    if (tag < 0 || end < 0 || at - tag < 3 || piece.slice(tag, at).includes('>')) continue;
    const close = piece.indexOf('</a>', end);
    if (close > end + 1 && !piece.slice(end + 1, close).includes('>')) return true;
  }
  return false;
}
