import type { Listing } from '../../pages/listing.ts';
import type { Site } from '../../site.ts';
import type { Compared } from './compare.ts';

/** What the first look at a listing found, what becomes of it, and how to have it otherwise. */
export function foundBefore(
  site: Site,
  address: string,
  { pages }: Extract<Listing, { ok: true }>,
  { added, remarks }: Compared,
): string {
  const dates = pages.flatMap(({ published }) => published ?? []);
  const span = dates.length === 0 ? '' : `, from ${day(dates, Math.min)} to ${day(dates, Math.max)}`;
  const found = `${address} was looked at for the first time: ${pages.length} pages of ${site.name}${span}.`;
  const told =
    added === 0
      ? 'They count as known and nobody is told of them; --since DATE tells of those from that day on, --all of every one.'
      : `${added} of them are told, as asked for; the others count as known.`;
  return [found, told, ...remarks].join(' ');
}

/** One after the other: an argument for each of fifty thousand dates is more than a call takes. */
function day(dates: readonly number[], choose: (a: number, b: number) => number): string {
  return new Date(dates.reduce((a, b) => choose(a, b))).toISOString().slice(0, 10);
}
