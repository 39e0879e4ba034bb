/** What moves a reader of a script on (HTML §13.2.5.4, §13.2.5.15–31); a name ends at a blank, `/` or `>`. */
const MARKS = /<!--|-->|<\/?script(?=[\t\n\f\r />])/gi;

/**
 * Where a script ends whose text begins at `from`: at its end tag, but not at one that belongs to a `<script` within a
 * `<!--` of the script ("script data double escaped state"). Browsers run `<!-- document.write("<script></script>") -->` as
 * one script since 1995. `undefined` for a script that goes on to the end of the page. Linear in the script.
 */
export function scriptEnd(html: string, from: number): number | undefined {
  let state: 'plain' | 'escaped' | 'doubly escaped' = 'plain';
  MARKS.lastIndex = from;
  for (let mark = MARKS.exec(html); mark !== null; mark = MARKS.exec(html)) {
    const text = mark[0];
    if (text === '-->') {
      state = 'plain';
    } else if (text === '<!--') {
      if (state === 'plain') state = 'escaped';
      // Its two hyphens may be those of the end: `<!-->`.
      MARKS.lastIndex = mark.index + '<!'.length;
    } else if (text.length === '<script'.length) {
      if (state === 'escaped') state = 'doubly escaped';
    } else if (state === 'doubly escaped') {
      state = 'escaped';
    } else {
      return mark.index;
    }
  }
  return undefined;
}
