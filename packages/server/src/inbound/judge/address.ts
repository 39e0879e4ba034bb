import { registrable } from '../../domain.ts';
import type { Evidence, Finding } from './evidence.ts';
import { CHEAP_ENDINGS, MEASURES, POINTS } from './weights.ts';

const VOWELS = /[aeiouy]/g;
/** `qzxkvtrb7`: no vowels to speak of, or letters and digits in turns. Not for names that are written in punycode. */
function isOdd(label: string): boolean {
  if (label.startsWith('xn--') || label.length < 8) return false;
  const letters = label.replace(/[^a-z]/g, '');
  const turns = label.match(/[a-z]\d|\d[a-z]/g)?.length ?? 0;
  if (turns >= 4) return true;
  return letters.length >= 8 && (letters.match(VOWELS)?.length ?? 0) / letters.length < 0.16;
}

/** What the address of the source tells: its host's shape, and whether it has our own address in it. */
export function* address({ source, target, reading: { facts } }: Evidence): Generator<Finding> {
  const url = new URL(source);
  const host = url.hostname;
  if (/^[\d.]+$|^\[/.test(host)) return;
  const name = registrable(host).split('.')[0] ?? '';
  if (CHEAP_ENDINGS.has(host.slice(host.lastIndexOf('.') + 1)))
    yield { points: POINTS.cheapEnding, reason: 'Its domain has an ending that costs next to nothing.' };
  if ((name.match(/-/g)?.length ?? 0) >= MEASURES.hyphens && !name.startsWith('xn--'))
    yield { points: POINTS.hyphens, reason: 'Its name is a row of words with hyphens.' };
  if (isOdd(name) || (name.length > MEASURES.longName && !name.startsWith('xn--')))
    yield { points: POINTS.oddName, reason: 'Its name is none that a person would choose.' };
  yield* ours(url, target, facts.title);
}

/** Pages that somebody makes for every address there is: statistics, previews, passages to it. */
function* ours(source: URL, target: string, title: string): Generator<Finding> {
  const host = new URL(target).host;
  if (source.host === host) return;
  const rest = source.href.slice(source.origin.length).toLowerCase();
  if (!rest.includes(host) && !rest.includes(encodeURIComponent(host))) return;
  yield {
    points: POINTS.namesUs,
    reason: 'Its address has the name of your site in it, as pages have that a program makes of every site.',
  };
  if (title.toLowerCase().includes(host))
    yield { points: POINTS.titledUs, reason: 'Its title is the name of your site, too.' };
}
