/**
 * What SQLite stores as it is and PostgreSQL does not: a fraction of a millisecond in a column of whole numbers, and the
 * character that no text of it may hold.
 */
export function parameterOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(parameterOf);
  if (typeof value === 'number') return Number.isInteger(value) || !Number.isFinite(value) ? value : Math.floor(value);
  if (typeof value === 'string' && value.includes('\0')) return value.replaceAll('\0', '\ufffd');
  return value;
}
