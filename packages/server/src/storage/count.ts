import { siteOfUrl } from '../domain.ts';
import { type Counted, dayOf } from '../ports/counts.ts';
import { addToCounts, type CountChange } from './late-counts.ts';
import type { Database } from './schema.ts';
import type { MentionTable } from './schema-mentions.ts';
import type { DeliveryTable } from './schema-telling.ts';
import { sumTold } from './sum-rows.ts';

/** Adds to a count of a day, or takes away from it. `db` must be the transaction of what is counted. */
export async function count(
  db: Database,
  { site, name, at, key }: { readonly site: string; readonly name: Counted; readonly at: number; readonly key: string },
  by: number,
): Promise<void> {
  await addToCounts(db, [{ site, name, day: dayOf(at), key, count: by }]);
}

type CountedMention = Pick<MentionTable, 'site' | 'source' | 'targetKey' | 'receivedAt' | 'link' | 'moderation'>;

function outcomeOf({ link, moderation }: CountedMention): string {
  return link === 'absent' ? 'absent' : moderation;
}

/** A row that became another one; `undefined` for one that comes, or goes for good. */
export async function recount(
  db: Database,
  before: CountedMention | undefined,
  after: CountedMention | undefined,
): Promise<void> {
  if (before && after && sameCounts(before, after)) return;
  await addToCounts(db, [...(before ? changesOf(before, -1) : []), ...(after ? changesOf(after, 1) : [])]);
}

function sameCounts(one: CountedMention, other: CountedMention): boolean {
  return (
    outcomeOf(one) === outcomeOf(other) &&
    dayOf(one.receivedAt) === dayOf(other.receivedAt) &&
    (one.source === other.source || outcomeOf(one) !== 'approved')
  );
}

function changesOf(mention: CountedMention, count: number): CountChange[] {
  const { site, receivedAt, targetKey, source } = mention;
  const [outcome, day] = [outcomeOf(mention), dayOf(receivedAt)];
  const of = (name: Counted, key: string): CountChange => ({ site, name, day, key, count });
  if (outcome !== 'approved') return [of('mention', outcome)];
  return [of('mention', outcome), of('target', targetKey), of('source', siteOfUrl(source))];
}

type CountedDelivery = Pick<DeliveryTable, 'site' | 'target' | 'createdAt' | 'status'>;

/** The same for a delivery. */
export async function recountDelivery(
  db: Database,
  before: CountedDelivery | undefined,
  after: CountedDelivery | undefined,
): Promise<void> {
  if (before?.status === after?.status) return;
  if (!before && after) await sumTold(db, after, 1);
  if (before && !after) await sumTold(db, before, -1);
  for (const [one, by] of [
    [before, -1],
    [after, 1],
  ] as const)
    if (one) await count(db, { site: one.site, name: 'delivery', at: one.createdAt, key: one.status }, by);
}
