const STRAY = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/gi;
const [OPEN, CLOSE] = ['<![CDATA[', ']]>'];
/** Longer than what opens a section, and than any reference. */
const HELD = 16;

/**
 * WordPress writes addresses with bare ampersands into its exports (`?a=1&b=2`), which no XML may have. Each becomes what it
 * should have been; in CDATA sections, where it is right, it stays. For text that comes in pieces: the end of each waits for
 * the next.
 */
export function escapeAmpersands(): (piece: string, isLast: boolean) => string {
  let rest = '';
  let isInside = false;

  return (piece, isLast) => {
    const text = rest + piece;
    let out = '';
    let at = 0;
    for (;;) {
      const mark = text.indexOf(isInside ? CLOSE : OPEN, at);
      if (mark < 0) break;
      const end = mark + (isInside ? CLOSE : OPEN).length;
      out += isInside ? text.slice(at, end) : text.slice(at, end).replace(STRAY, '&amp;');
      isInside = !isInside;
      at = end;
    }
    const end = isLast ? text.length : Math.max(at, endOf(text));
    out += isInside ? text.slice(at, end) : text.slice(at, end).replace(STRAY, '&amp;');
    rest = text.slice(end);
    return out;
  };
}

/** Where it may be cut without halving a reference. */
function endOf(text: string): number {
  const end = Math.max(0, text.length - HELD);
  const ampersand = text.lastIndexOf('&', end);
  return ampersand > end - HELD && ampersand >= 0 ? ampersand : end;
}
