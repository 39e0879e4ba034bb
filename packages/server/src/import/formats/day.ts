const BY_DAY = /^\d{1,2}([-/.])\s*\d{1,2}\1\s*\d{2,4}\.?$/;
const BY_YEAR = /^\d{4}([-/.])\s*\d{1,2}\1\s*\d{1,2}\.?$/;
/** What spreadsheets keep for a day: those since 1900, here of the years 2009 to 2064. */
const SERIAL = /^[45]\d{4}$/;

/** Whether a cell is a day in figures, as tools and spreadsheets write it in any country: `1. 11. 2026`, `2026.11.01.`. */
export function isDay(cell: string): boolean {
  return BY_DAY.test(cell) || BY_YEAR.test(cell) || SERIAL.test(cell);
}
