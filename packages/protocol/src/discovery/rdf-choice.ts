import { urlParts } from '../identity.ts';
import { matchLevel } from '../match-level.ts';
import type { RdfBlock } from './rdf-blocks.ts';

interface Candidate {
  /** Absolute, as far as it can be. */
  readonly identifier: string;
  readonly ping: string;
  /** One of the two stands where only old versions had it. */
  readonly old: boolean;
}

interface ChosenBlock {
  /** The endpoint, resolved and not checked. */
  readonly ping: string;
  /** By more than the specification's own rule. */
  readonly lenient: boolean;
}

type Rule = (identifier: string, page: string) => boolean;

function isWithin(level: string): Rule {
  return (identifier, page) => (matchLevel(identifier, page) ?? 'none') <= level;
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}

/** `''` for a front page, which names nothing. */
function lastSegment(url: string): string {
  return urlParts(url)?.path.replace(/\/$/, '').split('/').at(-1) ?? '';
}

/**
 * How a block's `dc:identifier` may be said to match the page, best first. The first is the rule of the specification,
 * whose "matches" means the same address.
 */
const RULES: readonly Rule[] = [
  isWithin('L2'),
  isWithin('L5'),
  (identifier, page) => matchLevel(withoutFragment(identifier), withoutFragment(page)) !== undefined,
  // TrackBack's first client went by the last part of the path: blogs that moved kept their identifiers.
  (identifier, page) => lastSegment(page) !== '' && lastSegment(identifier) === lastSegment(page),
];

function resolved(href: string, base: string): string {
  return URL.canParse(href, base) ? new URL(href, base).href : href;
}

function candidateOf({ ping, identifier, about }: RdfBlock, base: string): Candidate[] {
  // Where there is no `trackback:ping`, 1.0 had the endpoint in `rdf:about`; 1.2 has the page there.
  const [page, endpoint] = ping === '' ? [identifier, about] : [identifier || about, ping];
  if (page === '' || endpoint === '' || page === endpoint) return [];
  const old = ping === '' || identifier === '';
  return [{ identifier: resolved(page, base), ping: resolved(endpoint, base), old }];
}

/**
 * The block of the page that was asked for, by the first rule that any block satisfies. Past the specification's own rule,
 * blocks with several endpoints are a page of several posts of which none was meant, and the first one wins nothing.
 *
 * @param url the page as it was asked for; its fragment tells the posts of an archive page apart
 * @param finalUrl the page after redirects
 */
export function chooseBlock(blocks: readonly RdfBlock[], url: string, finalUrl: string): ChosenBlock | undefined {
  const candidates = blocks.flatMap((block) => candidateOf(block, finalUrl));
  const fragment = url.slice(withoutFragment(url).length);
  const pages = [url, withoutFragment(finalUrl) + fragment];
  for (const [at, rule] of RULES.entries()) {
    const [first, ...more] = candidates.filter(({ identifier }) => pages.some((page) => rule(identifier, page)));
    if (first === undefined) continue;
    if (at > 0 && more.some(({ ping }) => ping !== first.ping)) return undefined;
    return { ping: first.ping, lenient: at > 0 || first.old };
  }
  return undefined;
}
