import type { Actor, AuditEntry } from '../access.ts';
import type { Clock, Store } from '../ports/index.ts';
import type { Rule } from '../rule.ts';
import type { Desk } from './desk.ts';

/** The same desk, for one person or program: what is decided at it goes to the list of who did what. */
export function auditedDesk(
  desk: Desk,
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  actor: Actor,
): Desk {
  const entry = (action: AuditEntry['action'], subject: string, detail: string): AuditEntry => ({
    at: clock.now(),
    by: actor.name,
    address: actor.address,
    action,
    subject,
    detail,
  });
  // Each is named, so that a decision that is added to the desk does not compile before it is noted here.
  return {
    ruleFor: desk.ruleFor,
    async moderate(ids, to, reason) {
      const decided = await desk.moderate(ids, to, reason);
      await store.audit.add(decided.map(({ id, moderation }) => entry('moderated', id, moderation)));
      return decided;
    },
    async undo(ids) {
      const decided = await desk.undo(ids);
      await store.audit.add(decided.map(({ id, moderation }) => entry('moderated', id, moderation)));
      return decided;
    },
    async ruleOn(id, scope, action) {
      const rule = await desk.ruleOn(id, scope, action);
      if (rule) {
        const { moderation } = (await store.mentions.byId(id)) ?? { moderation: '' };
        await store.audit.add([entry('rule added', rule.site, wordsOf(rule)), entry('moderated', id, moderation)]);
      }
      return rule;
    },
    preview: desk.preview,
    async addRule(draft) {
      const made = await desk.addRule(draft);
      await store.audit.add([entry('rule added', made.rule.site, wordsOf(made.rule))]);
      return made;
    },
    async removeRule(id) {
      const removed = await desk.removeRule(id);
      if (removed) await store.audit.add([entry('rule removed', removed.rule.site, wordsOf(removed.rule))]);
      return removed;
    },
  };
}

function wordsOf({ action, scope, value }: Rule): string {
  return `always ${action} ${scope} ${value}`;
}
