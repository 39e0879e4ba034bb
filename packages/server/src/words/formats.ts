import type { Language } from './language.ts';

/** Numbers and moments as the language writes them. */
export interface Formats {
  number(value: number): string;
  /** A share between 0 and 1. */
  percent(share: number): string;
  /** Day and time. The server does not know the reader's zone, so it says UTC. */
  moment(at: number): string;
  day(at: number): string;
  /** `16 – 22 Nov 2026`: both days are counted. */
  days(from: number, to: number): string;
  /** `3 hours ago`; `undefined` for less than a minute. */
  ago(at: number, now: number): string | undefined;
  /** `in 3 hours`, never too early. */
  ahead(ms: number): string;
  /** `a, b and c` */
  list(parts: readonly string[]): string;
}

const UNITS = [
  ['year', 31_536_000_000],
  ['month', 2_592_000_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** English as it is written in most of the world: the day before the month. */
const LOCALES: Record<Language, string> = { en: 'en-GB', es: 'es', de: 'de', fr: 'fr' };

export function formatsOf(language: Language): Formats {
  const locale = LOCALES[language];
  const digits = new Intl.NumberFormat(locale);
  const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const spans = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const waits = new Intl.RelativeTimeFormat(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    number: (value) => digits.format(value),
    percent: (share) => shares.format(share),
    moment: (at) => `${moments.format(at)} UTC`,
    day: (at) => days.format(at),
    // Some languages set narrow blanks around the dash, which not all programs for mail know.
    days: (from, to) => days.formatRange(from, to).replace(/[\u2009\u202F]/g, ' '),
    ago(at, now) {
      const [unit, size] = UNITS.find(([, ms]) => Math.abs(now - at) >= ms) ?? [];
      return unit && size ? spans.format(-Math.trunc((now - at) / size), unit) : undefined;
    },
    ahead(ms) {
      const seconds = Math.ceil(ms / 1000);
      if (seconds < 90) return waits.format(seconds, 'second');
      const minutes = Math.ceil(seconds / 60);
      return minutes < 90 ? waits.format(minutes, 'minute') : waits.format(Math.ceil(minutes / 60), 'hour');
    },
    list: (parts) => lists.format(parts),
  };
}
