import { isDay } from './day.ts';

const ADDRESS = /^\s*"?\s*https?:\/\//i;
const SAMPLE = 20;

/** A first line of which spreadsheets take what follows as the separator, and nothing more. */
const SAID = /^\s*"?sep=([^\w\s"]|\t)"?[ \t]*(?:\r\n|\n|\r)/i;

/** What the first line says to part the cells, and that line with its end; `undefined` where it is a line like others. */
export function saidSeparator(text: string): { readonly separator: string; readonly line: string } | undefined {
  const [line = '', separator] = SAID.exec(text) ?? [];
  return separator === undefined ? undefined : { separator, line };
}

/**
 * What parts the cells of a table, or nothing where the lines are one cell each. A heading says it; without one, an address
 * may have commas and semicolons of its own, so half of the first lines must go on as a cell does.
 */
export function separatorOf(text: string): string {
  const said = saidSeparator(text);
  if (said) return said.separator;
  const lines = linesOf(text).slice(0, SAMPLE);
  const [first = ''] = lines;
  const byHeading = ADDRESS.test(first) ? '' : mostOf(first);
  if (byHeading !== '') return byHeading;
  const addresses = lines.filter((line) => ADDRESS.test(line));
  const parted = (separator: string) => addresses.filter((line) => isParted(line, separator)).length;
  const [best = ''] = ['\t', ';', ','].toSorted((one, other) => parted(other) - parted(one));
  return parted(best) > 0 && parted(best) * 2 >= addresses.length ? best : '';
}

/** Whether so much of a text says what parts its cells. */
export function isSample(text: string): boolean {
  const [first = '', ...more] = linesOf(text);
  if (more.length > 0 && saidSeparator(text)) return true;
  return more.length > SAMPLE || (more.length > 0 && !ADDRESS.test(first) && mostOf(first) !== '');
}

function linesOf(text: string): readonly string[] {
  return text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
}

/** Spreadsheets write semicolons where the comma is for decimals. */
function mostOf(heading: string): string {
  const count = (separator: string) => heading.split(separator).length;
  const [best = ''] = [',', ';', '\t'].toSorted((one, other) => count(other) - count(one));
  return count(best) > 1 ? best : '';
}

/** Whether what stands behind the separator is a cell, and not more of the address before it. */
function isParted(line: string, separator: string): boolean {
  const quoted = /^\s*"(?:[^"]|"")*"[^\S\t]*/.exec(line);
  if (quoted) return line.startsWith(separator, quoted[0].length);
  const [, second, ...others] = line.trimStart().split(separator);
  if (second === undefined) return false;
  const cells = [second, ...others];
  if (separator === '\t' || cells.some((cell) => ADDRESS.test(cell))) return true;
  // No address has a space or a quotation mark in it.
  return (
    cells.some((cell) => /[\s"]/.test(cell.trimEnd())) ||
    cells.every((cell) => /^\s*$/.test(cell) || isDay(cell.trim()))
  );
}
