import type { NewJob } from '../../job.ts';
import type { Recipient, Timing } from '../../recipient.ts';
import { dayIn, momentIn } from '../../zone.ts';

/** What comes within this time after the first goes into one mail, or into few. */
const GATHER_MS = 20_000;
const HOUR = 3_600_000;

/** When what happens now is told to somebody with these wishes. */
export function nextSending({ pace, hour, zone }: Timing, now: number): number {
  if (pace === 'each') return now + GATHER_MS;
  const nextHour = now - (now % HOUR) + HOUR;
  if (pace === 'hourly') return nextHour;
  const today = dayIn(zone, now);
  const at = momentIn(zone, today, hour);
  return at > now ? at : momentIn(zone, today + 1, hour);
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
