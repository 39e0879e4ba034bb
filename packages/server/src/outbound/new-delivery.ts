import type { Delivery } from '../delivery.ts';
import type { NewJob } from '../job.ts';
import type { Clock, Random } from '../ports/index.ts';
import type { SourceReading } from './read-source.ts';

/** The delivery that a link of an announced page asks for; `skip` says why it is not to be told. */
export function newDelivery(
  { clock, random }: { readonly clock: Clock; readonly random: Random },
  { site, source, version }: Pick<SourceReading, 'site' | 'source' | 'version'>,
  target: string,
  skip: string | undefined,
): Delivery {
  const now = clock.now();
  return {
    id: random.id(),
    site: site.id,
    source,
    target,
    protocol: undefined,
    endpoint: undefined,
    software: undefined,
    status: skip === undefined ? 'queued' : 'skipped',
    fault: undefined,
    httpStatus: undefined,
    reason: skip ?? '',
    lenient: false,
    attempts: 0,
    version,
    callback: undefined,
    createdAt: now,
    updatedAt: now,
  };
}

/** The group is the target's host, with its port where it has one of its own: its pages are asked one after the other, whatever else is waiting. */
export function deliverJob({ id, site, target }: Pick<Delivery, 'id' | 'site' | 'target'>, startAfter: number): NewJob {
  return { kind: 'deliver', subject: id, group: new URL(target).host, site, startAfter };
}
