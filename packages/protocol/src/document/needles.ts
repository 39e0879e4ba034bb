import { urlParts } from '../identity.ts';

/**
 * A stretch of letters and digits that stands in every spelling of a URL, unless the spelling hides it behind an
 * escape. Paths keep their case; the host, taken when path and query have nothing to offer, does not.
 */
interface Needle {
  readonly text: string;
  readonly ofHost: boolean;
}

/**
 * The cheap part of matching: says for certain that something cannot be a link to the target, or that one has to look.
 */
export interface Needles {
  /** False when no link of the page can match. `base` is what relative links are resolved against. */
  inPage(html: string, base: string): boolean;
  /** False when this attribute value, references decoded, cannot match. */
  inLink(href: string, base: string): boolean;
}

function longest(runs: readonly string[]): string {
  return runs.reduce((best, run) => (run.length > best.length ? run : best), '');
}

function needleOf(url: string): Needle | undefined {
  const parts = urlParts(url);
  if (parts === undefined) return undefined;
  const runs = (parts.path + parts.query).replace(/%[0-9A-F]{2}/g, '/').match(/[A-Za-z0-9]+/g);
  if (runs !== null) return { text: longest(runs), ofHost: false };
  const labels = parts.host.replace(/^www\./, '').match(/[a-z0-9]+/g) ?? [];
  return { text: longest(labels), ofHost: true };
}

/**
 * Percent triplets and references that stand for a letter, a digit, or a tab or line end, which URLs may have inside.
 */
const HIDES = new RegExp(
  [
    '%(?:3\\d|[46][1-9a-f]|[57][0-9a])',
    '&(?:fjlig|tab|newline)',
    '&#0*(?:9|1[03]|4[89]|5[0-7]|6[5-9]|[78]\\d|90|9[7-9]|1[01]\\d|12[0-2])(?!\\d)',
    '&#x0*(?:[9ad]|3\\d|[46][1-9a-f]|[57][0-9a])(?![0-9a-f])',
  ].join('|'),
  'i',
);
const HIDES_IN_LINK = /[%\t\n\r]/;

/**
 * @param urls the target and its aliases
 *
 * A needle is one run of letters and digits, so dot segments, slashes, `www.`, query order and scheme do not matter to
 * it.
 */
export function needlesOf(urls: readonly string[]): Needles {
  const needles = urls.map(needleOf).filter((needle) => needle !== undefined);
  const anyHost = needles.some((needle) => needle.ofHost);

  function occurs(needle: Needle, text: string): boolean {
    return needle.ofHost ? text.toLowerCase().includes(needle.text) : text.includes(needle.text);
  }

  return {
    inPage(html, base) {
      // A full-width host name becomes an ASCII one when it is parsed, so hosts are looked for link by link only.
      if (anyHost || needles.some((needle) => occurs(needle, base) || html.includes(needle.text))) return true;
      if (HIDES.test(html)) return true;
      const joined = html.replace(/[\t\n\r]/g, '');
      return needles.some((needle) => joined.includes(needle.text));
    },
    inLink(href, base) {
      if (HIDES_IN_LINK.test(href) || needles.some((needle) => occurs(needle, href) || occurs(needle, base)))
        return true;
      // biome-ignore lint/suspicious/noControlCharactersInRegex: any character beyond ASCII may stand for an ASCII one
      return anyHost && /[^\x00-\x7f]/.test(href);
    },
  };
}
