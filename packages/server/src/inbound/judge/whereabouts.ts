import type { Place } from '@hearback/protocol';
import type { Evidence, Finding } from './evidence.ts';
import { foldWords } from './fold-words.ts';
import { phrasesOf } from './phrases.ts';
import { FLATTERY } from './terms.ts';
import { hasTopic } from './topics.ts';
import { MEASURES, POINTS } from './weights.ts';

const flatteries = phrasesOf(FLATTERY);
/** Who praises does so at once. */
const BEGINNING = 3_000;

const SENTENCES: Readonly<Partial<Record<Place, readonly [number, string]>>> = {
  comment: [POINTS.inComment, 'The link stands in a comment that a visitor wrote.'],
  signature: [POINTS.inSignature, 'The link stands in somebody’s signature or profile.'],
  aside: [POINTS.inAside, 'The link stands at the side of the page, not in its text.'],
  footer: [POINTS.inFooter, 'The link stands in the foot of the page, not in its text.'],
};

/** In which part of the page the link stands, and what else stands there. */
export function* whereabouts({ reading: { surroundings, entry } }: Evidence): Generator<Finding> {
  if (!surroundings) return;
  const places = new Set(surroundings.outside.filter(({ toTarget }) => toTarget).map(({ place }) => place));
  // Where one of them stands in the text, the others do no harm.
  if (places.size === 0 || places.has('content')) {
    yield* flattery(surroundings.text);
    return;
  }
  for (const place of places) {
    const sentence = SENTENCES[place];
    if (sentence) yield { points: sentence[0], reason: sentence[1] };
  }
  if (!places.has('comment')) return;
  // Friends praise too: what counts is what the one says who set the link.
  const praise = [...flattery(entry.excerpt, 1)];
  yield* praise;
  if (praise.length === 0 && flatteries.in(foldWords(surroundings.comments)).length >= MEASURES.flatteryAround)
    yield { points: POINTS.flatteryAround, reason: 'Most comments on it praise without saying what.' };
  const hosts = new Set(
    surroundings.outside.filter((link) => link.place === 'comment' && !link.toTarget).map(({ host }) => host),
  );
  const selling = surroundings.outside.filter(
    (link) => link.place === 'comment' && !link.toTarget && hasTopic(foldWords(link.anchor)),
  );
  if (selling.length >= 2)
    yield {
      points: POINTS.sellingComments,
      reason: `Links in other comments are about what is sold: ${selling.length} of them.`,
    };
  if (hosts.size >= MEASURES.commentLinkHosts)
    yield { points: POINTS.commentLinks, reason: `Comments on it link to ${hosts.size} other hosts.` };
}

function* flattery(text: string, least: number = MEASURES.flattery): Generator<Finding> {
  const distinct = flatteries.in(foldWords(text), BEGINNING).length;
  const reason = 'It praises without saying what: “great post”, “thanks for sharing”.';
  if (distinct >= MEASURES.muchFlattery) yield { points: POINTS.muchFlattery, reason };
  else if (distinct >= MEASURES.flattery) yield { points: POINTS.flattery, reason };
  else if (distinct >= least) yield { points: POINTS.someFlattery, reason };
}
