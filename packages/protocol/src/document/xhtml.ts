import { decodeXML } from 'entities';
import { Tokenizer } from 'htmlparser2';

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Elements whose content is no markup in HTML and markup like any other in XML; of the first group not even references. */
const RAW = new Set(['script', 'style', 'iframe', 'noembed', 'noframes', 'xmp', 'plaintext']);
const ESCAPABLE = new Set(['title', 'textarea']);
const SECTION = '<![CDATA[';
const PREFIX = /\sxmlns:([\w.-]+)\s*=\s*(?:"http:\/\/www\.w3\.org\/1999\/xhtml"|'http:\/\/www\.w3\.org\/1999\/xhtml')/g;
/** What HTML takes for the end of a comment before XML does. */
const EARLY_END = /^-?>|--!>/;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** In JSON and in scripts this is a `<` inside a string, and elsewhere nobody reads it. */
function raw(text: string): string {
  return text.replaceAll('<', '\\u003c');
}

/** XML has elements with capitals too, and they are no HTML: `<A HREF>` is no link there. */
function htmlName(name: string, prefixes: ReadonlySet<string>): string {
  const colon = name.indexOf(':');
  const local = colon > 0 && prefixes.has(name.slice(0, colon)) ? name.slice(colon + 1) : name;
  return /[A-Z]/.test(local) && local !== 'foreignObject' ? `x-${local}` : local;
}

/**
 * A page of `application/xhtml+xml` as HTML that says the same, so that everybody behind this reads one language: CDATA
 * sections become text, `<div/>` becomes `<div></div>`, scripts and titles keep their text only, names with capitals become
 * names that HTML does not know, and a prefix that is bound to XHTML goes. What XML hides in comments and processing
 * instructions stays hidden. Not done: default namespaces other than XHTML's are not followed, entities of the page's own
 * are not expanded, and a page that is not well formed is read as far as it goes. Linear; never throws.
 */
export function htmlOfXhtml(xml: string): string {
  const prefixes = new Set(Array.from(xml.matchAll(PREFIX), ([, prefix = '']) => prefix));
  const pieces: string[] = [];
  let copied = 0;
  let name = '';
  let tagAt = 0;
  /** The element whose text alone counts, and how many elements are open in it. */
  let textOnly: string | undefined;
  let inner = 0;

  function replace(from: number, to: number, by: string): void {
    pieces.push(xml.slice(copied, from), by);
    copied = to;
  }

  function text(from: number, to: number, plain: string): void {
    replace(from, to, textOnly !== undefined && RAW.has(textOnly) ? raw(plain) : escaped(plain));
  }

  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      onopentagname(from, to) {
        tagAt = from - 1;
        name = xml.slice(from, to);
        const known = htmlName(name, prefixes);
        if (textOnly === undefined && known !== name) replace(from, to, known);
        name = known;
      },
      onattribname(from, to) {
        if (textOnly === undefined && /[A-Z]/.test(xml.slice(from, to))) replace(from, from, 'x-');
      },
      onopentagend(end) {
        if (textOnly !== undefined) {
          inner += 1;
          replace(tagAt, end + 1, '');
        } else if (RAW.has(name) || ESCAPABLE.has(name)) textOnly = name;
      },
      onselfclosingtag(end) {
        if (textOnly !== undefined) replace(tagAt, end + 1, '');
        else if (!VOID.has(name)) replace(xml.lastIndexOf('/', end), end + 1, `></${name}>`);
      },
      onclosetag(from, to) {
        const closed = htmlName(xml.slice(from, to), prefixes);
        const end = xml.indexOf('>', to);
        const isInner = textOnly !== undefined && inner > 0;
        if (isInner) inner -= 1;
        else textOnly = undefined;
        if (isInner || VOID.has(closed)) replace(from - 2, end < 0 ? xml.length : end + 1, '');
        else if (closed !== xml.slice(from, to)) replace(from, to, closed);
      },
      ontext(from, to) {
        if (textOnly !== undefined && RAW.has(textOnly)) text(from, to, decodeXML(xml.slice(from, to)));
      },
      oncdata(from, to, endOffset) {
        text(from - SECTION.length, endOffset === 0 ? to : to + 1, xml.slice(from, to - endOffset));
      },
      oncomment(from, to, endOffset) {
        if (textOnly === undefined && !EARLY_END.test(xml.slice(from, to - endOffset))) return;
        replace(from - '<!--'.length, endOffset === 0 ? to : to + 1, '');
      },
      onprocessinginstruction(from, to) {
        replace(from - '<?'.length, to + '?>'.length, '');
      },
      onattribdata() {},
      onattribend() {},
      onattribentity() {},
      ontextentity() {},
      ondeclaration() {},
      onend() {},
    },
  );
  tokenizer.write(xml);
  tokenizer.end();
  pieces.push(xml.slice(copied));
  return pieces.join('');
}
