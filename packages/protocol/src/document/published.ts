const DATE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s?(?:(Z)|([+-]\d{2}):?(\d{2})?)?)?$/i;
/**
 * The web's own lifetime: a year outside is a slip or a joke. Whether it is the future is for a clock to say.
 */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

/**
 * A date as pages write it (ISO 8601, a space for the `T`, the zone or the time left out, which then is UTC or
 * midnight) as `2024-05-01T10:00:00.000Z`; `''` for anything else, so that no platform's own guess decides.
 */
export function isoDate(text: string): string {
  const match = DATE.exec(text.trim().slice(0, 40));
  if (match === null) return '';
  const [, year = '', month, day, hour = '00', minute = '00', second = '00', , zoneHour, zoneMinute = '00'] = match;
  if (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) return '';
  // `Date` takes the 30th of February for the 1st of March.
  const local = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (local.getUTCDate() !== Number(day)) return '';
  const zone = zoneHour === undefined ? 'Z' : `${zoneHour}:${zoneMinute}`;
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(time.getTime()) ? '' : time.toISOString();
}
