import { isPublic, type Mention, type ModerationState } from '../mention.ts';
import type { MentionFilter, Store } from '../ports/index.ts';
import type { Rule } from '../rule.ts';
import { createRuleBook } from './rule-book.ts';

export type RuleDraft = Pick<Rule, 'site' | 'action' | 'scope' | 'value'>;

/** How many mentions a rule would cover. */
export interface Coverage {
  readonly held: number;
  /** Those that readers see. A rule never takes them away; the owner does that by hand. */
  readonly shown: number;
  /** Some of these sources, at most five. */
  readonly examples: readonly string[];
  /** There are more mentions than were looked through. */
  readonly isPartial: boolean;
}

const PAGE = 500;
/** As many as may wait on a site. */
const MOST = 10_000;

async function* through(
  store: Pick<Store, 'mentions'>,
  filter: Omit<MentionFilter, 'limit' | 'before'>,
): AsyncGenerator<Mention> {
  let before: MentionFilter['before'];
  for (let seen = 0; seen < MOST; seen += PAGE) {
    const page = await store.mentions.list({ ...filter, limit: PAGE, ...(before && { before }) });
    yield* page;
    const last = page.at(-1);
    if (page.length < PAGE || !last) return;
    before = { receivedAt: last.receivedAt, id: last.id };
  }
}

function coveredBy(draft: RuleDraft): (mention: Mention) => boolean {
  const book = createRuleBook([{ ...draft, id: '', createdAt: 0 }]);
  return (mention) => book.find(draft.action, mention) !== undefined;
}

export async function coverageOf(store: Pick<Store, 'mentions'>, draft: RuleDraft): Promise<Coverage> {
  const covers = coveredBy(draft);
  const examples = new Set<string>();
  const counts = { held: 0, shown: 0, seen: 0 };
  for (const moderation of ['pending', 'approved'] as const) {
    let seen = 0;
    for await (const mention of through(store, { site: draft.site, moderation })) {
      seen += 1;
      if (!covers(mention)) continue;
      if (moderation === 'pending') counts.held += 1;
      else if (isPublic(mention)) counts.shown += 1;
      if (examples.size < 5) examples.add(mention.source);
    }
    counts.seen = Math.max(counts.seen, seen);
  }
  return { held: counts.held, shown: counts.shown, examples: [...examples], isPartial: counts.seen >= MOST };
}

/** Decides by a new rule about all that waits; answers how many. */
export async function applyRule(
  store: Pick<Store, 'mentions'>,
  rule: Rule,
  at: number,
  { to, sentence }: { readonly to: ModerationState; sentence(rule: Rule): string },
): Promise<number> {
  const covers = coveredBy(rule);
  const covered: string[] = [];
  for await (const mention of through(store, { site: rule.site, moderation: 'pending' })) {
    // What was not looked at yet is judged when it is; only its address is known now.
    if (covers(mention) && (to !== 'approved' || mention.firstSeenAt !== undefined)) covered.push(mention.id);
  }
  const reason = sentence(rule);
  for (const id of covered)
    await store.mentions.moderate(id, to, [reason], { at, step: 'judged', outcome: to, reason }, rule.id);
  return covered.length;
}

/** Puts back what a rule refused. What it published stays: taking it away is a decision of its own. */
export async function liftRule(store: Pick<Store, 'mentions'>, rule: Rule, at: number): Promise<number> {
  if (rule.action === 'allow') return 0;
  const refused: string[] = [];
  for await (const { id } of through(store, { site: rule.site, ruledBy: rule.id })) refused.push(id);
  const reason = 'The rule that refused it was removed; it waits for you again.';
  for (const id of refused)
    await store.mentions.moderate(id, 'pending', [reason], { at, step: 'judged', outcome: 'pending', reason });
  return refused.length;
}
