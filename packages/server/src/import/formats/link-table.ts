import { HearbackError } from '../../errors.ts';
import { isDay } from './day.ts';

/** What a list of links has: both ends of each, or the pages that link, which are to be searched. */
export type LinkTable =
  | { readonly what: 'pairs'; readonly source: number; readonly target: number }
  | { readonly what: 'linking'; readonly source: number };

/**
 * What tools call the page that links, and the page that is linked to; in lower case. Search Console names them in the
 * language of whoever exports, and in more of them than stand here: `tableOf` can do without.
 */
const SOURCES = [
  'source',
  'source url',
  'source page',
  'linking page',
  'referring page url',
  'referring page',
  'from',
  'url from',
  'verlinkende seite',
  'verweisende seite',
  'quelle',
  'page associant un lien',
  'page de provenance',
  'page d’origine',
  "page d'origine",
  'página con enlaces',
  'página de enlace',
];
const TARGETS = [
  'target',
  'target url',
  'target page',
  'link url',
  'linked page',
  'top linked pages',
  'to',
  'url to',
  'zielseite',
  'ziel',
  'page cible',
  'página de destino',
  'página objetivo',
];
const DOMAINS = ['site', 'linking site', 'linking sites', 'domain', 'referring domain', 'website', 'sitio web'];
const TEXTS = [
  'link text',
  'linking text',
  'linktext',
  'text',
  'texte du lien',
  'texto del enlace',
  'texto do link',
  'testo del link',
  'linktekst',
  'länktext',
  'tekst linku',
  'текст ссылки',
  '링크 텍스트',
  '链接文字',
  '連結文字',
  // With and without the blank that stands between words of katakana.
  'リンクテキスト',
  'リンク テキスト',
  'リンク元テキスト',
  'リンク元 テキスト',
];

const HTTP = /^https?:\/\//i;
const NUMBER = /^[\d\s.,'’]+$/;
/** A host name as lists of domains have it, also one with letters beyond ASCII. */
const HOST = /^(?:[\p{L}\p{N}_-]+\.)+[\p{L}\p{N}-]{2,}\.?$/u;
const WHERE = 'In Search Console: Links → Export external links → Latest links, or More sample links.';

/**
 * What a table is by its heading, if it has one, and its first line: the lists of Search Console are known by what stands in
 * them, in any language. `undefined` for what is no list of links, as far as can be seen.
 * @throws HearbackError `import` for one that names no page that links
 */
export function tableOf(
  head: readonly string[] | undefined,
  first: readonly string[] | undefined,
): LinkTable | undefined {
  const names = (head ?? []).map(named);
  const cells = (first ?? []).map((cell) => cell.trim());
  const pages = cells.flatMap((cell, at) => (HTTP.test(cell) ? [at] : []));
  if (head === undefined) return withoutHead(pages);
  const source = names.findIndex((name) => SOURCES.includes(name));
  const target = names.findIndex((name) => TARGETS.includes(name));
  // "Target pages" beside a domain counts them.
  const isDomains = DOMAINS.includes(names[0] ?? '') && pages.length === 0;
  if (source >= 0 && target >= 0) return { what: 'pairs', source, target };
  if (source >= 0) return { what: 'linking', source };
  if (target === 0) throw without(OWN);
  if (isDomains || isOfDomains(cells)) throw without(SITES);
  if (TEXTS.some((name) => names.includes(name)) && pages.length === 0) throw without(WORDS);
  const [only, more] = pages;
  if (only === undefined) return undefined;
  if (more !== undefined) throw unnamed();
  const others = cells.filter((cell, at) => at !== only && cell !== '');
  // Counts stand beside pages of one's own, a date or nothing beside those of others.
  if (others.length > 0 && others.every(isCount)) throw without(OWN);
  return { what: 'linking', source: only };
}

function withoutHead(pages: readonly number[]): LinkTable | undefined {
  const [source, target] = pages;
  if (source === undefined) return undefined;
  return target === undefined ? { what: 'linking', source } : { what: 'pairs', source, target };
}

/** Whether a line is a heading: it has no address in it. */
export function isHead(cells: readonly string[]): boolean {
  return !cells.some((cell) => HTTP.test(cell.trim()));
}

export function isKnownName(cell: string): boolean {
  return [SOURCES, TARGETS, DOMAINS, TEXTS].some((names) => names.includes(named(cell)));
}

function isOfDomains([host = '', ...counts]: readonly string[]): boolean {
  return HOST.test(host) && counts.length > 0 && counts.every((cell) => NUMBER.test(cell));
}

function isCount(cell: string): boolean {
  return NUMBER.test(cell) && !isDay(cell);
}

/** Whether a line below a heading may be one of a list of links. */
export function isLine(cells: readonly string[]): boolean {
  return !isHead(cells) || isOfDomains(cells.map((cell) => cell.trim()));
}

function named(cell: string): string {
  return cell.trim().replace(/^"|"$/g, '').trim().toLowerCase();
}

const OWN =
  'it lists pages of yours that are linked to (“Top target pages”, “Top linked pages”), and not who links to them';
const SITES = 'it lists domains (“Top linking sites”), and a link stands on a page';
const WORDS = 'it lists words of links (“Top linking text”), and not where they stand';

function without(what: string): HearbackError {
  return new HearbackError(
    'import',
    `line 1: ${what}, so there is nothing to look at. Import the list of linking pages instead. ${WHERE}`,
  );
}

function unnamed(): HearbackError {
  return new HearbackError(
    'import',
    'line 1: it has several addresses in a line, and the heading does not say which is which. ' +
      'Call the column of the page that links "source", and that of your page "target".',
  );
}
