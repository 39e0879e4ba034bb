import type { Mention } from '../mention.ts';
import { POISON_TRIES, setAside } from '../pages/poison.ts';
import type { Tables } from '../ports/index.ts';
import type { TraceStep } from '../trace.ts';
import { nextLink } from './link-state.ts';
import type { Verification } from './verification.ts';

/** Outcomes of a check that ended in the death of its reader. */
const POISONED = 'poisoned';
const SET_ASIDE = 'set aside';

/** How long a page that was set aside is not even fetched, however often it is announced: its author may mend it. */
const QUARANTINE_MS = 7 * 24 * 3_600_000;

/** Whether the last check set the page aside, lately enough to count. */
export function isSetAside(trace: readonly TraceStep[], now: number): boolean {
  const last = trace.findLast(({ step }) => step === 'verified');
  return last?.outcome === SET_ASIDE && now - last.at < QUARANTINE_MS;
}

/**
 * Writes down that a page ended its reader. Deaths in a row are counted in the trace and not in the job, so that
 * announcing the page again does not begin anew. The third sets it aside, which the owner reads in the inbox. Answers
 * whether it did.
 */
export async function recordPoison(
  tables: Tables,
  mention: Mention,
  seen: Extract<Verification, { result: 'later' }>,
  at: number,
): Promise<boolean> {
  const checks = (await tables.mentions.steps(mention.id)).filter(({ step }) => step === 'verified');
  const isLast =
    checks.slice(1 - POISON_TRIES).filter(({ outcome }) => outcome === POISONED).length + 1 >= POISON_TRIES;
  const { update, note } = nextLink(mention, seen.result, at);
  const said = isLast ? setAside(seen.reason) : seen.reason;
  const reason = note ? `${said} ${note}` : said;
  const step: TraceStep = { at, step: 'verified', outcome: isLast ? SET_ASIDE : POISONED, reason };
  await tables.mentions.recordCheck(mention.id, { ...update, outage: seen.outage }, [step]);
  if (isLast && mention.moderation === 'pending')
    await tables.mentions.moderate(mention.id, 'pending', [said], {
      at,
      step: 'judged',
      outcome: 'pending',
      reason: said,
    });
  return isLast;
}
