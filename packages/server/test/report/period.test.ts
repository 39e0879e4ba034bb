import { describe, expect, it } from 'vitest';
import { isoDay } from '../../src/ports/counts.ts';
import { chosenPeriod, nameOfPeriod, nextReport, periodNamed, reportable } from '../../src/report-period.ts';
import { dayIn, isZone, momentIn } from '../../src/zone.ts';

const moment = (text: string) => Date.parse(text);
const said = (at: number) => new Date(at).toISOString().slice(0, 16);

describe('a period', () => {
  it.each([
    // A week is over at midnight of the site's own Monday, and reported at six.
    ['weekly', 'UTC', '2026-11-23T05:59:00Z', '2026-11-09', '2026-11-15', '2026-11-23T06:00'],
    ['weekly', 'UTC', '2026-11-23T06:00:00Z', '2026-11-16', '2026-11-22', '2026-11-30T06:00'],
    ['weekly', 'Europe/Berlin', '2026-11-23T05:00:00Z', '2026-11-16', '2026-11-22', '2026-11-30T05:00'],
    ['weekly', 'Asia/Tokyo', '2026-11-22T21:00:00Z', '2026-11-16', '2026-11-22', '2026-11-29T21:00'],
    ['weekly', 'Pacific/Kiritimati', '2026-11-22T15:59:00Z', '2026-11-09', '2026-11-15', '2026-11-22T16:00'],
    ['weekly', 'America/Los_Angeles', '2026-11-23T13:59:00Z', '2026-11-09', '2026-11-15', '2026-11-23T14:00'],
    ['weekly', 'Asia/Kathmandu', '2026-11-23T00:15:00Z', '2026-11-16', '2026-11-22', '2026-11-30T00:15'],
    ['monthly', 'UTC', '2026-03-01T06:00:00Z', '2026-02-01', '2026-02-28', '2026-04-01T06:00'],
    ['monthly', 'Europe/Berlin', '2027-01-01T04:59:00Z', '2026-11-01', '2026-11-30', '2027-01-01T05:00'],
    ['monthly', 'Europe/Berlin', '2027-01-01T05:00:00Z', '2026-12-01', '2026-12-31', '2027-02-01T05:00'],
    // The clocks of Berlin went forward on 29 March and back on 25 October, both in the night to that day.
    ['weekly', 'Europe/Berlin', '2026-03-30T03:59:00Z', '2026-03-16', '2026-03-22', '2026-03-30T04:00'],
    ['weekly', 'Europe/Berlin', '2026-10-26T05:00:00Z', '2026-10-19', '2026-10-25', '2026-11-02T05:00'],
    // 1 November is the day itself in New York: six o'clock comes an hour later than on other days.
    ['monthly', 'America/New_York', '2026-11-01T10:59:00Z', '2026-09-01', '2026-09-30', '2026-11-01T11:00'],
  ] as const)('%s in %s at %s: from %s to %s, and the next at %s', (every, zone, now, from, to, next) => {
    const period = reportable(every, zone, moment(now));
    expect([isoDay(period.from), isoDay(period.to)]).toEqual([from, to]);
    expect(said(nextReport(every, zone, moment(now)))).toBe(next);
    expect(periodNamed(nameOfPeriod(period), zone)).toEqual(period);
  });

  it.each([
    ['2026-03-29', 167],
    ['2026-10-25', 169],
    ['2026-11-22', 168],
  ])('the week that ends on %s has %i hours, and no moment is in two or in none', (last, hours) => {
    const zone = 'Europe/Berlin';
    const now = moment(`${last}T12:00:00Z`) + 86_400_000;
    const { begins, ends } = chosenPeriod('weekly', zone, now);
    expect((ends - begins) / 3_600_000).toBe(hours);
    expect(chosenPeriod('weekly', zone, now + 7 * 86_400_000).begins).toBe(ends);
  });

  it('that is not over ends with today', () => {
    const { from, to, ends } = chosenPeriod('monthly-now', 'Europe/Berlin', moment('2026-11-26T23:30:00Z'));
    expect([isoDay(from), isoDay(to), said(ends)]).toEqual(['2026-11-01', '2026-11-27', '2026-11-27T23:00']);
  });

  it.each(['', 'weekly-2026-13-99', 'daily-2026-11-16', 'weekly-2026-11-16x'])('is not called %j', (name) =>
    expect(periodNamed(name, 'UTC')).toBeUndefined(),
  );
});

describe('a time zone', () => {
  it('is one that there is', () => {
    for (const zone of ['UTC', 'Europe/Berlin', 'America/Argentina/Ushuaia', 'Etc/GMT+3'])
      expect(isZone(zone)).toBe(true);
    for (const zone of ['', 'Berlin', 'Europe/Nowhere', 'Europe/Berlin\n', '../etc'])
      expect(isZone(zone), zone).toBe(false);
  });

  it('begins its days where the calendar says so, also where midnight does not exist', () => {
    for (const zone of ['Africa/Cairo', 'America/Santiago', 'Asia/Beirut', 'Pacific/Apia', 'Australia/Lord_Howe'])
      for (let day = dayIn('UTC', moment('2026-01-01T00:00:00Z')); day % 366 !== 0; day += 1) {
        const begins = momentIn(zone, day);
        expect(dayIn(zone, begins), `${zone} ${isoDay(day)}`).toBe(day);
        expect(dayIn(zone, begins - 60_000), `${zone} ${isoDay(day)}`).toBe(day - 1);
      }
  });
});
