import type { Evidence, Finding } from './evidence.ts';
import { MEASURES, POINTS } from './weights.ts';

/** What readers of the page do not see. Markup for machines may be hidden: that is how bridges and replies are written. */
export function* hidden({ reading: { surroundings } }: Evidence): Generator<Finding> {
  if (!surroundings) return;
  const ours = surroundings.outside.filter(({ toTarget }) => toTarget);
  if (ours.length > 0 && ours.every((link) => link.hidden && !link.forMachines))
    yield { points: POINTS.hiddenLink, reason: 'The link to you is hidden from the readers of the page.' };
  const others = new Set(
    surroundings.outside
      .filter((link) => link.hidden && !link.toTarget && !link.forMachines && link.anchor !== '')
      .map(({ host }) => host),
  );
  const reason = `Links to ${others.size} other hosts are hidden from the readers of the page.`;
  if (others.size >= MEASURES.hiddenMany) yield { points: POINTS.hiddenMany, reason };
  else if (others.size >= MEASURES.hiddenOthers) yield { points: POINTS.hiddenOthers, reason };
  if (surroundings.hiddenWords >= MEASURES.hiddenWords && others.size > 0)
    yield {
      points: POINTS.hiddenText,
      reason: `${surroundings.hiddenWords} words of the page are hidden from its readers.`,
    };
}
