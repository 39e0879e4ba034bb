/**
 * The columns in which a row became another. A row that is written back whole costs its database an entry in each of its
 * indexes, and the builder of the statement a look at each of its columns.
 */
export function differing<Row extends object>(before: Row, after: Row): Partial<Row> | undefined {
  const names = Object.keys(after) as (keyof Row)[];
  const changed = names.filter((name) => before[name] !== after[name]);
  if (changed.length === 0) return undefined;
  return Object.fromEntries(changed.map((name) => [name, after[name]])) as Partial<Row>;
}
