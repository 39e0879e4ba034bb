/** What spreadsheets take for a formula, or strip before they look for one; some take the full-width signs for their kin. */
const FORMULA = /^[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]/;
/**
 * Where one would begin if the cell were split. Where the comma is for decimals a spreadsheet splits at semicolons, and a
 * quotation mark that stands in the middle of what it takes for a cell does not keep it from that.
 */
const INNER_FORMULA = /(?<=[;\t\r\n])(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/**
 * A cell of RFC 4180. One that a spreadsheet would run as a formula gets an apostrophe before it, which they take for "this
 * is text"; plain numbers need none.
 */
function csvCell(value: string | number | boolean): string {
  const text = String(value).replace(INNER_FORMULA, "'");
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvRow(cells: readonly (string | number | boolean)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}
