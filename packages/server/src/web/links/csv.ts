/** What spreadsheets take for a formula, or strip before they look for one. */
const FORMULA = /^[=+\-@\t\r\n]/;

/**
 * A cell of RFC 4180. One that a spreadsheet would run as a formula gets an apostrophe before it, which they take for "this
 * is text"; plain numbers need none.
 */
function csvCell(value: string | number | boolean): string {
  const text = String(value);
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvRow(cells: readonly (string | number | boolean)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}
