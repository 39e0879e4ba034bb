import { isPublic, type Mention, type ModerationState } from '../mention.ts';
import type { Clock, Random, Store } from '../ports/index.ts';
import { type Rule, type RuleAction, ruleValue, ruleWords } from '../rule.ts';
import { stateBefore } from './last-decision.ts';
import { applyRule, type Coverage, coverageOf, liftRule, type RuleDraft } from './ruling.ts';

/** Scopes that a rule made of a mention can have. */
export type MentionScope = 'author' | 'path' | 'host';

/** What the owner decides, at the desk or by command. */
export interface Desk {
  /** Decides; unknown ids are left out of the answer. */
  moderate(
    ids: readonly string[],
    to: ModerationState,
    /** The sentence of the trace, if it is not the usual one. */
    reason?: string,
  ): Promise<readonly Pick<Mention, 'id' | 'moderation'>[]>;
  /** Takes back the last decision about each, whoever made it; what was never decided is left out. */
  undo(ids: readonly string[]): Promise<readonly Pick<Mention, 'id' | 'moderation'>[]>;
  /** The rule that a mention would make; `undefined` when it names no author page. */
  ruleFor(mention: Mention, scope: MentionScope, action?: RuleAction): Rule | undefined;
  /** Makes the rule of a mention and decides about that and all others that wait; `undefined` for an unknown id or no such rule. */
  ruleOn(id: string, scope: MentionScope, action: RuleAction): Promise<Rule | undefined>;
  /** What a rule would cover, before it is made. */
  preview(draft: RuleDraft): Promise<Coverage>;
  /** Makes a rule and decides about what waits; answers how many that were. The same rule twice is made once. */
  addRule(draft: RuleDraft): Promise<{ readonly rule: Rule; readonly decided: number }>;
  /** Removes a rule, and puts what it refused back into the queue; `undefined` for an unknown id. */
  removeRule(id: string): Promise<{ readonly rule: Rule; readonly restored: number } | undefined>;
}

export interface DeskDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  /** Whether the owner's decisions are told to a service that learns from them. */
  readonly teaches?: boolean | undefined;
}

const DECISION: Record<ModerationState, string> = {
  pending: 'The owner put it back into the queue.',
  approved: 'The owner approved it.',
  rejected: 'The owner rejected it.',
  spam: 'The owner called it spam.',
};

export function createDesk({ store, clock, random, teaches = false }: DeskDeps): Desk {
  async function decide(id: string, to: ModerationState, reason: string) {
    const before = teaches ? await store.mentions.byId(id) : undefined;
    const step = { at: clock.now(), step: 'moderated', outcome: to, reason } as const;
    const mention = await store.mentions.moderate(id, to, undefined, step);
    if (mention && before && isLesson(before.moderation, to)) await teach(mention.id, to);
    return mention && { id, moderation: mention.moderation };
  }

  async function teach(id: string, to: ModerationState): Promise<void> {
    const subject = `learn ${to === 'spam' ? 'spam' : 'ham'} ${id}`;
    await store.jobs.enqueue({ kind: 'chore', subject, group: 'adviser', startAfter: clock.now() });
  }

  async function find({ site, action, scope, value }: RuleDraft): Promise<Rule | undefined> {
    const rules = await store.rules.list(site);
    return rules.find((rule) => rule.action === action && rule.scope === scope && rule.value === value);
  }

  const desk: Desk = {
    async moderate(ids, to, reason = DECISION[to]) {
      // All at once, so that they share a commit: one after the other each would wait for the disk.
      const decided = await Promise.all(ids.map((id) => decide(id, to, reason)));
      return decided.filter((one) => one !== undefined);
    },
    async undo(ids) {
      const undone = [];
      for (const id of ids) {
        const to = stateBefore(await store.mentions.trace(id));
        if (to) undone.push(await decide(id, to, 'The owner took the last decision back.'));
      }
      return undone.filter((one) => one !== undefined);
    },
    ruleFor(mention, scope, action = 'allow') {
      const value = ruleValue(mention, scope);
      return value === undefined
        ? undefined
        : { id: random.id(), site: mention.site, action, scope, value, createdAt: clock.now() };
    },
    async ruleOn(id, scope, action) {
      const mention = await store.mentions.byId(id);
      const draft = mention && desk.ruleFor(mention, scope, action);
      if (!mention || !draft) return undefined;
      const { rule } = await desk.addRule(draft);
      const { to, sentence } = RULED[action];
      const step = { at: clock.now(), step: 'moderated', outcome: to, reason: sentence(rule) } as const;
      await store.mentions.moderate(mention.id, to, undefined, step, rule.id);
      return rule;
    },
    preview: (draft) => coverageOf(store, draft),
    async addRule(draft) {
      const known = await find(draft);
      const rule = known ?? { ...draft, id: random.id(), createdAt: clock.now() };
      if (!known) await store.rules.add(rule);
      return { rule, decided: await applyRule(store, rule, clock.now(), RULED[rule.action]) };
    },
    async removeRule(id) {
      const rule = await store.rules.byId(id);
      if (!rule || !(await store.rules.remove(id))) return undefined;
      return { rule, restored: await liftRule(store, rule, clock.now()) };
    },
  };
  return desk;
}

const RULED: Readonly<Record<RuleAction, { readonly to: ModerationState; sentence(rule: Rule): string }>> = {
  allow: { to: 'approved', sentence: (rule) => `The owner always allows ${ruleWords(rule)}.` },
  mute: { to: 'rejected', sentence: (rule) => `The owner mutes ${ruleWords(rule)}.` },
  block: { to: 'spam', sentence: (rule) => `The owner blocks ${ruleWords(rule)}.` },
};

/** Calling it spam, and showing what was called spam. A rejection says nothing of spam. */
function isLesson(from: ModerationState, to: ModerationState): boolean {
  return from !== to && (to === 'spam' || (from === 'spam' && to !== 'rejected'));
}

/** What a decision means for readers; `linkless` is approved, and not shown because its link is not there. */
export function visibility(mention: Mention): 'shown' | 'linkless' | 'hidden' {
  if (isPublic(mention)) return 'shown';
  return mention.moderation === 'approved' ? 'linkless' : 'hidden';
}
