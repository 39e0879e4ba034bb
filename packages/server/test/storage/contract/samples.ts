import type { Delivery } from '../../../src/delivery.ts';
import type { NewJob } from '../../../src/job.ts';
import type { NewMention, PublicQuery, Store } from '../../../src/ports/index.ts';
import type { TraceStep } from '../../../src/trace.ts';
import { NOON } from './opened.ts';

export const TARGET = 'https://home.example/post';

export function newMention(name: string, more: Partial<NewMention> = {}): NewMention {
  const source = `https://${name}.example/entry`;
  return {
    id: `id-${name}`,
    site: 'home.example',
    source,
    target: TARGET,
    sourceKey: source,
    targetKey: TARGET,
    protocol: 'pingback',
    receivedAt: NOON,
    group: `${name}.example`,
    verifyAfter: NOON + 5_000,
    ...more,
  };
}

export function newJob(name: string, more: Partial<NewJob> = {}): NewJob {
  return { kind: 'deliver', subject: name, group: `${name}.example`, startAfter: NOON, ...more };
}

export function newDelivery(name: string, more: Partial<Delivery> = {}): Delivery {
  return {
    id: `id-${name}`,
    site: 'home.example',
    source: 'https://home.example/post',
    target: `https://${name}.example/page#part`,
    protocol: undefined,
    endpoint: undefined,
    software: undefined,
    status: 'queued',
    fault: undefined,
    httpStatus: undefined,
    reason: '',
    lenient: false,
    attempts: 0,
    version: undefined,
    callback: undefined,
    createdAt: NOON,
    updatedAt: NOON,
    ...more,
  };
}

export function step(at: number, reason = 'because', more: Partial<TraceStep> = {}): TraceStep {
  return { at, step: 'verified', outcome: 'linked', reason, ...more };
}

export const ALL_PUBLIC: PublicQuery = {
  targetKeys: [TARGET],
  sites: [],
  sortBy: 'created',
  direction: 'up',
  limit: 100,
  offset: 0,
};

/** Accepts a mention, finds its link and approves it. */
export async function publish(store: Store, name: string, at = NOON, more: Partial<NewMention> = {}): Promise<string> {
  const { id } = await store.mentions.accept(newMention(name, { receivedAt: at, ...more }));
  await store.mentions.recordCheck(id, { link: 'live', checkedAt: at, lastSeenAt: at }, [step(at)]);
  await store.mentions.moderate(id, 'approved', undefined, step(at));
  return id;
}
