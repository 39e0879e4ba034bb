import { counted } from '../../counted.ts';
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
  const found = `${address} was looked at for the first time: ${counted(pages.length, 'page')} of ${site.name}${spanOf(dates)}.`;
  return [found, ...whatBecomes(pages.length, added), ...remarks].join(' ');
}

function spanOf(dates: readonly number[]): string {
  if (dates.length === 0) return '';
  const [first, last] = [day(dates, Math.min), day(dates, Math.max)];
  return first === last ? `, from ${first}` : `, from ${first} to ${last}`;
}

function whatBecomes(count: number, added: number): readonly string[] {
  if (count === 0) return [];
  const others = count - added;
  if (added > 0) {
    const rest = others === 0 ? '' : others === 1 ? '; the other one counts as known' : '; the others count as known';
    const told = others === 0 ? (count === 1 ? 'It is' : 'All are') : `${added} of them ${added === 1 ? 'is' : 'are'}`;
    return [`${told} told, as asked for${rest}.`];
  }
  return [
    count === 1
      ? 'It counts as known and nobody is told of it; --since DATE tells of what is from that day on, --all of it in any case.'
      : 'They count as known and nobody is told of them; --since DATE tells of those from that day on, --all of every one.',
  ];
}

/** One after the other: an argument for each of fifty thousand dates is more than a call takes. */
function day(dates: readonly number[], choose: (a: number, b: number) => number): string {
  return new Date(dates.reduce((a, b) => choose(a, b))).toISOString().slice(0, 10);
}
