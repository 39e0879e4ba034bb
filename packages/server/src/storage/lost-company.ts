import type { JobKind, TakenOver } from '../job.ts';

/** A job whose lease ran out, and how it was under way. */
export interface Lost {
  readonly kind: JobKind;
  /** Of its group. */
  readonly name: string;
  readonly subject: string;
  /** `null` when it was removed meanwhile. */
  readonly lostLeases: number | null;
  readonly takenOver: TakenOver | null;
}

/** How many may be under way in one process beside each other. */
const MOST: Readonly<Record<TakenOver, number>> = { many: Number.POSITIVE_INFINITY, few: 8, alone: 1 };

/** Whoever was lost in company may be innocent: the next one is smaller. */
function nextFor(last: TakenOver | null): TakenOver {
  if (last === null) return 'many';
  return last === 'many' ? 'few' : 'alone';
}

/**
 * Which are taken over together. Most losses are a process that somebody killed, and all of it comes back at once; where one
 * of them ends the process again it is looked for among eights, and then one by one. Halving would spare the last innocent
 * of a hundred two runs alone and cost four more ends of the process, each of them a lease's time for all that is under way.
 */
export function chooseLost(
  lost: readonly Lost[],
  { room, beside = [] }: { readonly room: ReadonlyMap<JobKind, number>; readonly beside?: readonly TakenOver[] },
): { readonly takenOver: TakenOver; readonly chosen: readonly Lost[] } {
  const all = (company: TakenOver) => lost.filter((one) => nextFor(one.takenOver) === company);
  const [first] = beside;
  const isFew = (first === undefined || first === 'few') && all('many').length <= MOST.few - beside.length;
  const lines = {
    many: isFew ? [] : all('many'),
    few: isFew ? [...all('many'), ...all('few')] : all('few'),
    alone: all('alone'),
  };
  const takenOver = first ?? (['many', 'few', 'alone'] as const).find((company) => lines[company].length > 0) ?? 'many';
  const left = new Map(room);
  const chosen = lines[takenOver].filter(({ kind }) => {
    const places = left.get(kind) ?? 0;
    left.set(kind, places - 1);
    return places > 0;
  });
  return { takenOver, chosen: chosen.slice(0, MOST[takenOver] - beside.length) };
}
