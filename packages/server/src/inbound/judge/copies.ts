import type { Evidence, Finding } from './evidence.ts';
import { foldWords } from './fold-words.ts';
import { phrasesOf } from './phrases.ts';
import { REPRINT } from './terms.ts';
import { MEASURES, POINTS } from './weights.ts';

const reprints = phrasesOf(REPRINT);
/** Where whoever copied a text says so. */
const BEGINNING = 6_000;

/** The same words as ours, or as those of other domains. Quotations that are marked as such were left out before. */
export function* copies({ likeness, reading: { surroundings } }: Evidence): Generator<Finding> {
  if (likeness) {
    const part = `${Math.round(likeness.ofOurs * 100)} % of its own words are those of ${likeness.ours}`;
    if (likeness.ofOurs >= MEASURES.copyShare) yield { points: POINTS.copy, reason: `It is a copy: ${part}.` };
    else if (likeness.ofOurs >= MEASURES.copyHalfShare)
      yield { points: POINTS.copyHalf, reason: `It is half a copy: ${part}.` };
    else if (likeness.ofOurs >= MEASURES.copyPartShare)
      yield { points: POINTS.copyPart, reason: `It copies: ${part}.` };
    const others = `The same text came from ${likeness.domains} other ${likeness.domains === 1 ? 'domain' : 'domains'}.`;
    if (likeness.domains >= 6) yield { points: POINTS.everywhere, reason: others };
    else if (likeness.domains >= 3) yield { points: POINTS.manyTimes, reason: others };
    else if (likeness.domains >= 1) yield { points: POINTS.twice, reason: others };
  }
  if (surroundings && reprints.in(foldWords(surroundings.text), BEGINNING).length > 0)
    yield { points: POINTS.reprint, reason: 'It says that its text first appeared elsewhere.' };
}
