import type { Mention, Refusal } from '../../mention.ts';
import type { Store } from '../../ports/index.ts';
import { readCursor, writeCursor } from './tabs.ts';

const ROWS = 100;

/** What was turned away, or was looked at and had no link. */
export type TurnedAway =
  | { readonly is: 'refusal'; readonly at: number; readonly refusal: Refusal }
  | { readonly is: 'absent'; readonly at: number; readonly mention: Mention };

/** The last row of the page before. */
type Place = { readonly is: TurnedAway['is']; readonly at: number; readonly id: string };

/** Two lists in one, the newest first; of one millisecond the pages that were looked at come first. */
export async function readRefused(
  { refusals, mentions }: Pick<Store, 'refusals' | 'mentions'>,
  site: string | undefined,
  place: Place | undefined,
): Promise<{ readonly rows: readonly TurnedAway[]; readonly next: string | undefined }> {
  const of = { ...(site !== undefined && { site }), limit: ROWS + 1 };
  const [absent, refused] = await Promise.all([
    mentions.list({
      ...of,
      link: 'absent',
      ...(place && { before: { receivedAt: place.at, id: idOf(place, 'absent') } }),
    }),
    refusals.list({ ...of, ...(place && { before: beforeOf(place) }) }),
  ]);
  const rows: TurnedAway[] = [
    ...absent.map((mention) => ({ is: 'absent', at: mention.receivedAt, mention }) as const),
    ...refused.map((refusal) => ({ is: 'refusal', at: refusal.at, refusal }) as const),
  ].sort((a, b) => b.at - a.at);
  const shown = rows.slice(0, ROWS);
  const last = rows.length > ROWS ? shown.at(-1) : undefined;
  return { rows: shown, next: last && writePlace(last) };
}

/** No id stands below the empty one: nothing of that millisecond is left of the pages that come first in it. */
function idOf({ is, id }: Place, list: Place['is']): string {
  return is === list ? id : '';
}

function beforeOf(place: Place) {
  // All of that millisecond are still to come.
  return place.is === 'refusal' ? place : { at: place.at + 1, id: '' };
}

const NAMES = { refusal: 'before', absent: 'looked' } as const;

function writePlace(row: TurnedAway): string {
  const { id } = row.is === 'refusal' ? row.refusal : row.mention;
  return `${NAMES[row.is]}=${writeCursor({ receivedAt: row.at, id })}`;
}

/** The place that an address names; `wrong` where it names none. */
export function readPlace(query: URLSearchParams): Place | undefined | 'wrong' {
  const asked = (['refusal', 'absent'] as const).filter((is) => query.has(NAMES[is]));
  const [is] = asked;
  if (is === undefined) return undefined;
  const cursor = readCursor(query.get(NAMES[is]) ?? '');
  return cursor && asked.length === 1 ? { is, at: cursor.receivedAt, id: cursor.id } : 'wrong';
}
