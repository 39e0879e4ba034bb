import type { MatchLevel } from '@hearback/protocol';
import type { Evidence, Finding } from './evidence.ts';
import { POINTS } from './weights.ts';

const LOOSE: Partial<Record<MatchLevel, string>> = {
  L5: 'The link differs from the announced address by a trailing slash or “www.”.',
  L6: 'The link goes to another address of the same page.',
};

/** What the link itself and the announcement tell. Findings of no points are for the owner to know. */
export function* remarks({
  reading: { links, level, facts },
  isKnown,
  fromSource,
  opinion,
}: Evidence): Generator<Finding> {
  const rel = new Set(links.flatMap((link) => link.rel));
  const loose = level && LOOSE[level];
  if (loose) yield { points: 0, reason: loose };
  if (rel.has('sponsored'))
    yield { points: POINTS.sponsored, reason: 'The link is marked as paid for (rel=sponsored).' };
  else if (links.length > 0 && links.every((link) => link.rel.includes('nofollow')))
    yield { points: 0, reason: 'The link asks search engines not to follow it (rel=nofollow).' };
  if (links.length > 0 && links.every((link) => link.anchor === ''))
    yield { points: POINTS.noWords, reason: 'The link has no text that a reader would see.' };
  if (facts.title === '') yield { points: POINTS.noTitle, reason: 'The page has no title.' };
  if (fromSource === false)
    yield {
      points: POINTS.notFromSource,
      reason: 'It was announced by another server than its own, as hosted senders do too.',
    };
  if (fromSource === true) yield { points: POINTS.fromSource, reason: 'It was announced by its own server.' };
  if (isKnown) yield { points: POINTS.known, reason: 'You show a page of this domain already.' };
  if (opinion) yield { points: opinion.isSpam ? POINTS.opinion : 0, reason: opinion.sentence };
}
