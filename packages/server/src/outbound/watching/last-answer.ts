import type { Answered } from '../../pages/listing.ts';
import type { KnownListing } from '../../ports/index.ts';
import type { Site } from '../../site.ts';

interface Kept {
  readonly site: string;
  readonly answered: Answered;
}

/** What the last look that came to its end got, when it was of this site as it is now, so that the next one can ask whether it changed. */
export function lastAnswer({ answer }: Pick<KnownListing, 'answer'>, site: Site): Answered | undefined {
  if (answer === undefined) return undefined;
  const kept = JSON.parse(answer) as Kept;
  // What of a listing counts depends on the site: once that is another, the same listing may say something else.
  return kept.site === JSON.stringify(site) ? kept.answered : undefined;
}

/** As it is remembered; `undefined` where the next look has to read everything whatever happens. */
export function answerText(site: Site, answered: Answered): string | undefined {
  if (answered.kind === 'folder') return undefined;
  return JSON.stringify({ site: JSON.stringify(site), answered } satisfies Kept);
}
