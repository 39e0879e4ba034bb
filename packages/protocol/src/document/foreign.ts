/** HTML §13.2.6.5: inside SVG and MathML these start tags end the foreign content. */
const BREAK_OUT = new Set(
  (
    'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ' +
    'ol p pre ruby s small span strong strike sub sup table tt u ul var'
  ).split(' '),
);
/** Elements of SVG and of MathML whose content is HTML again. */
const INTEGRATION = {
  svg: new Set(['foreignobject', 'desc', 'title']),
  math: new Set(['annotation-xml', 'mi', 'mo', 'mn', 'ms', 'mtext']),
} as const;
/** No HTML element of such a name can be open around an SVG: what is in it is text, or there is nothing in it. */
const NEVER_AROUND = new Set(
  (
    'svg math script style textarea title iframe noembed noframes xmp plaintext ' +
    'area base col embed hr img input link meta param source track wbr'
  ).split(' '),
);
const MAX_DEPTH = 128;

/** Keeps track of whether the tags that go by are HTML or belong to SVG or MathML. */
export interface ForeignContent {
  /** True while tags are foreign. */
  readonly inside: () => boolean;
  /** Any start tag; true when the element is foreign. */
  open(name: string, selfClosing: boolean): boolean;
  /** Any end tag; true when it ends something foreign. */
  close(name: string): boolean;
}

/**
 * `<svg><a href>` is no HTML link and `<svg><style>` hides nothing, unlike their namesakes in HTML. An `<svg>` that is
 * never closed must not swallow the page, so what a browser takes as the way out is the way out here.
 */
export function foreignContent(): ForeignContent {
  const open: { readonly name: string; readonly language: 'svg' | 'math' }[] = [];
  let foreign = false;

  function cutTo(depth: number): void {
    open.length = depth;
    const last = open.at(-1);
    foreign = last !== undefined && !INTEGRATION[last.language].has(last.name);
  }

  return {
    inside: () => foreign,
    open(name, selfClosing) {
      if (foreign && BREAK_OUT.has(name)) cutTo(0);
      if (!foreign && name !== 'svg' && name !== 'math') return false;
      if (!selfClosing && open.length < MAX_DEPTH) {
        const language = foreign ? (open.at(-1)?.language ?? 'svg') : name === 'math' ? 'math' : 'svg';
        open.push({ name, language });
        cutTo(open.length);
      }
      return true;
    },
    close(name) {
      if (open.length === 0) return false;
      const at = open.findLastIndex((element) => element.name === name);
      if (at >= 0) cutTo(at);
      // Nothing foreign has this name, so the end tag is of an HTML element around it all.
      else if (foreign && !NEVER_AROUND.has(name)) cutTo(0);
      return at >= 0;
    },
  };
}
