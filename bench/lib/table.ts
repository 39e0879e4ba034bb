import { type Figure, type Goal, isMet, judged, type Missing, type Spread } from './figure.ts';
import type { Machine } from './machine.ts';

const HEADINGS = ['what', 'measured', 'floor', 'ratio', 'goal', ''];

/** The table for people, the conditions under it, the machine in front. */
export function tableOf(machine: Machine, figures: readonly Figure[], missing: readonly Missing[]): string {
  const { processor, cores, memoryGiB, node, sqlite, syncMs, load } = machine;
  const facts = `${processor}, ${cores} cores, ${memoryGiB} GiB; Node ${node}, SQLite ${sqlite}; a synced write ${syncMs.toFixed(2)} ms; load ${load.toFixed(1)}`;
  const cells = [HEADINGS, ...figures.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const notes = figures.map(({ name, condition }) => `${name}: ${condition}`);
  const left = missing.map((one) => `${one.name}: not measured: ${one.missing}`);
  return [facts, '', ...lines, '', 'medians, with (least–most)', ...notes, ...left].join('\n');
}

function cellsOf(figure: Figure): string[] {
  const { name, unit, value, floor, ratio, goal } = figure;
  return [
    name,
    `${withRange(value)} ${unit}`,
    floor ? `${withRange(floor)} ${unit}` : '',
    ratio ? withRange(ratio) : '',
    goalText(goal, unit),
    isMet(figure) ? 'met' : `missed (${number(judged(figure))})`,
  ];
}

function goalText({ of, is, bound }: Goal, unit: string): string {
  const sign = is === 'at least' ? '≥' : '≤';
  if (of === 'ratio') return `ratio ${sign} ${bound}`;
  return of === 'value' ? `${sign} ${bound} ${unit}` : `floor + ${bound} ${unit}`;
}

function withRange({ median, least, most }: Spread): string {
  return least === most ? number(median) : `${number(median)} (${number(least)}–${number(most)})`;
}

function number(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}
