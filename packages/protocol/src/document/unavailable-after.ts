const ISO = /^\d{4}-\d\d-\d\d(?:[t ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(z|[+-]\d\d:?\d\d)?)?$/;
/** RFC 822 and RFC 850, with or without the day of the week, the time and the zone. */
const NAMED =
  /^(?:[a-z]{3,9} )?(\d{1,2})[ -]([a-z]{3})[a-z]{0,6}[ -](?:20)?(\d{2})(?: (\d\d:\d\d(?::\d\d)?))?(?: ([a-z]{1,4}|[+-]\d{4}))?$/;
const NAME = 'unavailable_after:';

/**
 * When the date of an `unavailable_after` is, in milliseconds since 1970; `undefined` for other directives and for what is
 * no date. The forms are those that Google names; a date without a zone, or with one that nobody knows, is one of UTC.
 *
 * @param directive in lower case, as `robotsHeader` and `robotsMeta` have them
 */
export function unavailableAfter(directive: string): number | undefined {
  if (!directive.startsWith(NAME)) return undefined;
  const text = directive.slice(NAME.length).trim();
  const iso = ISO.exec(text);
  // Without a zone it would be the time of wherever this runs.
  if (iso) return instant(`${text.replace(' ', 'T').toUpperCase()}${text.length > 10 && !iso[1] ? 'Z' : ''}`);
  const [, day, month, year, time = '00:00', zone = 'utc'] = NAMED.exec(text) ?? [];
  if (day === undefined) return undefined;
  const said = `${day} ${month} 20${year} ${time}`;
  return instant(`${said} ${zone}`) ?? instant(`${said} UTC`);
}

function instant(text: string): number | undefined {
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}
