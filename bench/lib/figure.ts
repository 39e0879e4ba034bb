/** Several measurements of one thing, and where they lie. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** One line of the table. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly value: Spread;
  /** What the same machine did in the same run without our work; absent where the goal is an absolute one. */
  readonly floor?: Spread;
  /** Value by floor, round by round: a neighbour that slows the machine slows both halves of a round. */
  readonly ratio?: Spread;
  readonly goal: Goal;
  /** What was done, and what was kept out of the way. */
  readonly condition: string;
}

/** A bound on the ratio, on the value, or on value less floor. */
export interface Goal {
  readonly of: 'ratio' | 'value' | 'excess';
  readonly is: 'at least' | 'at most';
  readonly bound: number;
}

/** How long to measure. */
export interface Effort {
  readonly rounds: number;
  /** Of each half of a round. */
  readonly seconds: number;
  /** How many mentions the large store has. */
  readonly mentions: number;
  /** What the generated store is made from. */
  readonly seed: number;
  /** Where the large store of `ledger` is kept for another time; a folder that goes afterwards unless told. */
  readonly store: string | undefined;
  /** Peers that are not there may be installed. */
  readonly peers: boolean;
}

/** Something that this machine cannot be asked, and why. */
export interface Missing {
  readonly name: string;
  readonly missing: string;
}

export type Subject = (effort: Effort) => Promise<readonly (Figure | Missing)[]>;

export function isFigure(one: Figure | Missing): one is Figure {
  return !('missing' in one);
}

/** @param values at least one */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    least: at(0),
    most: at(sorted.length - 1),
  };
}

/** The number that the goal is about. */
export function judged({ goal, value, floor, ratio }: Figure): number {
  if (goal.of === 'value') return value.median;
  return (goal.of === 'ratio' ? ratio?.median : floor && value.median - floor.median) ?? Number.NaN;
}

export function isMet(figure: Figure): boolean {
  const { is, bound } = figure.goal;
  return is === 'at least' ? judged(figure) >= bound : judged(figure) <= bound;
}
