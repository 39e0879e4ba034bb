import type { NewJob } from '../../job.ts';
import type { Recipient, Timing } from '../../recipient.ts';

/** What comes within this time after the first goes into one mail, or into few. */
const GATHER_MS = 20_000;
const HOUR = 3_600_000;

/** When what happens now is told to somebody with these wishes. */
export function nextSending({ pace, hour, zone }: Timing, now: number): number {
  if (pace === 'each') return now + GATHER_MS;
  const nextHour = now - (now % HOUR) + HOUR;
  if (pace === 'hourly') return nextHour;
  // Zones are off by quarters of an hour, and some days have 23 or 25 hours: the clock on that wall is asked.
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const quarter = HOUR / 4;
  for (let at = now - (now % quarter) + quarter; at <= now + 26 * HOUR; at += quarter)
    if (clock.format(at) === `${String(hour).padStart(2, '0')}:00`) return at;
  // That hour does not exist today, because the clocks go forward.
  return now + 24 * HOUR;
}

/**
 * The job that tells a notice. A webhook is called for each, and hosts are called one call at a time; for the others one
 * job stands for all that gathers.
 */
export function jobFor(recipient: Recipient, notice: string, now: number): NewJob {
  return recipient.kind === 'webhook'
    ? {
        kind: 'hook',
        subject: `notice ${notice}`,
        group: new URL(recipient.address).host,
        site: recipient.site,
        startAfter: now,
      }
    : gatheringJob(recipient.id, nextSending(recipient.timing, now));
}

export function gatheringJob(recipient: string, startAfter: number): NewJob {
  return { kind: 'notice', subject: recipient, group: `notice ${recipient}`, startAfter };
}
