/** What is drawn of a table: its rows are days, its columns what is counted. */
export interface Drawn {
  /** Seconds since the epoch, the first day first. */
  readonly days: number[];
  /** What the rows are. */
  readonly label: string;
  /** As the rows are called. */
  readonly labels: readonly string[];
  /** As they lie on each other: the one that is drawn first is the sum of all. */
  readonly columns: readonly {
    readonly name: string;
    readonly label: string;
    readonly counts: readonly number[];
    readonly stacked: number[];
  }[];
}

/** Reads the table that stands in the page, so that both say the same. */
export function drawnOf(table: HTMLTableElement): Drawn {
  // The newest day stands first in a table, and last in a chart.
  const rows = [...table.querySelectorAll<HTMLTableRowElement>('tbody tr')].reverse();
  const heads = [...table.querySelectorAll<HTMLElement>('thead [data-series]')];
  const numberIn = (row: HTMLTableRowElement, name: string) =>
    Number(row.querySelector<HTMLElement>(`[data-series="${name}"]`)?.dataset.count ?? 0);
  let sums = rows.map(() => 0);
  const columns = heads.map((head) => {
    const name = head.dataset.series ?? '';
    const counts = rows.map((row) => numberIn(row, name));
    sums = sums.map((sum, at) => sum + (counts[at] ?? 0));
    return { name, label: head.textContent ?? '', counts, stacked: [...sums] };
  });
  return {
    days: rows.map((row) => Date.parse(row.dataset.day ?? '') / 1000),
    label: table.querySelector('thead th')?.textContent ?? '',
    labels: rows.map((row) => row.querySelector('th')?.textContent ?? ''),
    columns: columns.reverse(),
  };
}
