import { isPublic, type Mention, type ModerationState } from '../mention.ts';
import type { Clock, Random, Store } from '../ports/index.ts';
import { type Rule, ruleFor } from '../rule.ts';

/** What the owner decides, at the desk or by command. */
export interface Desk {
  /** Decides; unknown ids are left out of the answer. */
  moderate(ids: readonly string[], to: ModerationState): Promise<readonly Pick<Mention, 'id' | 'moderation'>[]>;
  /** The rule that "always allow" would make of a mention; `undefined` when the mention names no author page. */
  ruleFor(mention: Mention, scope: 'author' | 'path'): Rule | undefined;
  /** Makes the rule and approves the mention; `undefined` for an unknown id or when there is no such rule. */
  alwaysAllow(id: string, scope: 'author' | 'path'): Promise<Rule | undefined>;
}

export interface DeskDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
}

const DECISION: Record<ModerationState, string> = {
  pending: 'The owner put it back into the queue.',
  approved: 'The owner approved it.',
  rejected: 'The owner rejected it.',
  spam: 'The owner called it spam.',
};

export function createDesk({ store, clock, random }: DeskDeps): Desk {
  async function decide(id: string, to: ModerationState, reason: string) {
    const step = { at: clock.now(), step: 'moderated', outcome: to, reason } as const;
    const mention = await store.mentions.moderate(id, to, undefined, step);
    return mention && { id, moderation: mention.moderation };
  }

  const desk: Desk = {
    async moderate(ids, to) {
      const decided = [];
      for (const id of ids) decided.push(await decide(id, to, DECISION[to]));
      return decided.filter((one) => one !== undefined);
    },
    ruleFor: (mention, scope) => ruleFor(mention, scope, random.id(), clock.now()),
    async alwaysAllow(id, scope) {
      const mention = await store.mentions.byId(id);
      const rule = mention && desk.ruleFor(mention, scope);
      if (!rule) return undefined;
      await store.rules.add(rule);
      await decide(
        id,
        'approved',
        `The owner always allows ${rule.scope === 'author' ? 'the author' : 'pages under'} ${rule.value}.`,
      );
      return rule;
    },
  };
  return desk;
}

/** What a decision means for readers, in a sentence for the desk. */
export function visibility(mention: Mention): string {
  if (isPublic(mention)) return 'Readers see it under the page.';
  if (mention.moderation === 'approved') return 'Approved, and not shown because its link is not there.';
  return 'Readers do not see it.';
}
