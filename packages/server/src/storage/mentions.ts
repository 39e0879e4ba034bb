import { identity } from '@hearback/protocol';
import { MODERATION_STATES, type ModerationState } from '../mention.ts';
import type { Judgement, Mentions } from '../ports/index.ts';
import type { TraceStep } from '../trace.ts';
import { copyToBacklink, recordBacklink } from './backlinks.ts';
import type { Doors } from './doors.ts';
import { type Intake, RECHECK_GAP_MS } from './intake.ts';
import type { MarkIndex } from './mark-index.ts';
import { changeMention, rowOf, rowOrTwin } from './mention-change.ts';
import { countListed, findListed } from './mention-list.ts';
import { mentionOf } from './mention-row.ts';
import { createPublished, knowsHost } from './published.ts';
import type { Database } from './schema.ts';
import type { MentionTable } from './schema-mentions.ts';
import { appendSteps, readSteps } from './trace.ts';

const DAY_MS = 24 * 60 * 60_000;

export function createMentions(doors: Doors, accept: Intake, marks: MarkIndex): Mentions {
  const published = createPublished(doors.read);
  return {
    accept,
    async byId(id) {
      const row = await rowOrTwin(doors.read, id);
      return row === undefined ? undefined : mentionOf(row);
    },
    async list(filter) {
      return (await findListed(doors.read, marks, filter)).map(mentionOf);
    },
    count: (filter, most) => countListed(doors.read, marks, filter, most),
    async text(id) {
      const row = await doors.read
        .selectFrom('mentionText')
        .select('text')
        .where('mention', '=', id)
        .executeTakeFirst();
      return row?.text ?? '';
    },
    recordCheck: (id, update, steps, judgement) =>
      doors.write(async (db) => {
        const { links, entry, facts, text, recheck, status: _status, outage: _outage, seen: _seen, ...plain } = update;
        const row = await rowOf(db, id);
        if (row === undefined) return;
        const changed = await changeMention(db, marks, row, update.checkedAt, {
          ...plain,
          ...(recheck !== undefined && { recheckAt: recheck.at, looks: recheck.looks }),
          ...(links !== undefined && { links: JSON.stringify(links) }),
          ...(facts !== undefined && { facts: JSON.stringify(facts), finalKey: identity(facts.finalUrl) }),
          ...(entry !== undefined && {
            entry: JSON.stringify(entry),
            kind: entry.kind,
            publishedAt: timeOf(entry.published),
            rsvp: entry.rsvp || null,
          }),
          ...(row.firstSeenAt === null &&
            update.link === 'live' && { firstSeenAt: update.lastSeenAt ?? update.checkedAt }),
          ...(judgement !== undefined && judged(judgement)),
          ...(judgement !== undefined && isRefused(judgement.to) && { recheckAt: null }),
        });
        if (text !== undefined) await keepText(db, id, text);
        const last = await appendSteps(db, id, judgement === undefined ? steps : [...steps, judgement.step]);
        const step = steps.length === 0 || last === undefined ? undefined : last - (judgement === undefined ? 0 : 1);
        await recordBacklink(db, { before: row, row: changed, update, step });
      }),
    moderate: (id, to, reasons, step, ruledBy) =>
      doors.write(async (db) => {
        const row = await rowOrTwin(db, id);
        if (row === undefined) return undefined;
        await appendSteps(db, row.id, [step]);
        if (row.moderation === to && reasons === undefined) return mentionOf(row);
        const changed = await changeMention(db, marks, row, step.at, {
          ...judged({ to, reasons, ruledBy }),
          recheckAt: recheckAfter(row, to, step.at),
        });
        await copyToBacklink(db, changed, step.at);
        return mentionOf(changed);
      }),
    note: (id, step) =>
      doors.write(async (db) => {
        const row = await rowOrTwin(db, id);
        if (row !== undefined) await appendSteps(db, row.id, [step]);
      }),
    knowsHost: (site, host) => knowsHost(doors.read, site, host),
    published: published.find,
    counts: published.counts,
    tally: (site) => tally(doors.read, site),
    steps: (id) => readSteps(doors.read, id),
    async trace(id) {
      const row = await rowOrTwin(doors.read, id);
      if (row === undefined) return [];
      return [receipt(row, await nextLook(doors.read, row)), ...(await readSteps(doors.read, row.id))];
    },
  };
}

function judged({
  to,
  reasons,
  ruledBy,
}: Omit<Judgement, 'reasons' | 'step'> & { readonly reasons?: readonly string[] | undefined }) {
  return {
    moderation: to,
    ruledBy: ruledBy ?? null,
    ...(reasons !== undefined && { reasons: JSON.stringify(reasons) }),
  };
}

const isRefused = (state: string): boolean => state === 'spam' || state === 'rejected';

/** Nobody looks at what the owner does not want; what is wanted after all is looked at a day later. */
function recheckAfter(row: MentionTable, to: ModerationState, at: number): number | null {
  if (isRefused(to)) return null;
  const isSeen = row.firstSeenAt !== null && isRefused(row.moderation);
  const isAwaited = row.link === 'unreachable' && to === 'approved';
  return row.recheckAt ?? (isSeen || isAwaited ? at + DAY_MS : null);
}

async function keepText(db: Database, mention: string, text: string): Promise<void> {
  await db
    .insertInto('mentionText')
    .values({ mention, text })
    .onConflict((conflict) => conflict.column('mention').doUpdateSet({ text }))
    .execute();
}

async function tally(db: Database, site: string | undefined): Promise<Record<ModerationState, number>> {
  const rows = await db
    .selectFrom('mention')
    .select((eb) => ['moderation', eb.fn.countAll<number>().as('n')])
    .where('link', '!=', 'absent')
    .$if(site !== undefined, (query) => query.where('site', '=', site as string))
    .groupBy('moderation')
    .execute();
  const found = new Map(rows.map((row) => [row.moderation, Number(row.n)]));
  return Object.fromEntries(MODERATION_STATES.map((state) => [state, found.get(state) ?? 0])) as Record<
    ModerationState,
    number
  >;
}

/** The receipt is read off the row: writing it down as well would cost every accepted notification one insert more. */
function receipt(row: MentionTable, lookAt: number | undefined): TraceStep {
  const { receivedAt, lastReceivedAt, repeats, protocols, checkedAt } = row;
  const by = protocols.split(',').join(', ');
  const isNews = checkedAt !== null && lastReceivedAt >= checkedAt && lookAt === checkedAt + RECHECK_GAP_MS;
  const until = isNews
    ? `; it is looked at again at ${new Date(lookAt).toISOString()}, ten minutes after the last look`
    : '';
  const again =
    repeats === 0 ? '' : `; announced again ${times(repeats)}, last at ${new Date(lastReceivedAt).toISOString()}`;
  return { at: receivedAt, step: 'received', outcome: 'accepted', reason: `Received by ${by}${again}${until}.` };
}

async function nextLook(db: Database, { id, lookAt }: MentionTable): Promise<number | undefined> {
  if (lookAt !== null) return lookAt;
  const job = await db
    .selectFrom('job')
    .select('startAfter')
    .where('subject', '=', id)
    .where('kind', '=', 'verify')
    .executeTakeFirst();
  return job?.startAfter;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function timeOf(published: string): number | null {
  const time = Date.parse(published);
  return Number.isNaN(time) ? null : time;
}
