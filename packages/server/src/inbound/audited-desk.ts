import type { Actor, AuditEntry } from '../access.ts';
import type { Clock, Store } from '../ports/index.ts';
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
    async moderate(ids, to) {
      const decided = await desk.moderate(ids, to);
      await store.audit.add(decided.map(({ id, moderation }) => entry('moderated', id, moderation)));
      return decided;
    },
    async alwaysAllow(id, scope) {
      const rule = await desk.alwaysAllow(id, scope);
      if (rule)
        await store.audit.add([
          entry('rule added', rule.site, `always allow ${rule.scope} ${rule.value}`),
          entry('moderated', id, 'approved'),
        ]);
      return rule;
    },
  };
}
