import type { Clock, Rules } from '../ports/index.ts';
import { createRuleBook, type RuleBook } from './rule-book.ts';

/** The rules of all sites in memory: ten thousand of them are put in order once and not for each notification. */
export interface RuleShelf {
  /** As they are now. */
  fresh(site: string): Promise<RuleBook>;
  /** As they were at most a second ago; for the door, where every notification passes. */
  recent(site: string): Promise<RuleBook>;
}

const RECENT_MS = 1_000;

export function createRuleShelf(rules: Pick<Rules, 'list' | 'revision'>, clock: Clock): RuleShelf {
  const books = new Map<string, RuleBook>();
  let revision = -1;
  let lookedAt = Number.NEGATIVE_INFINITY;

  async function refresh(): Promise<void> {
    const current = await rules.revision();
    lookedAt = clock.now();
    if (current === revision) return;
    books.clear();
    revision = current;
  }

  async function book(site: string): Promise<RuleBook> {
    const known = books.get(site);
    if (known !== undefined) return known;
    const made = createRuleBook(await rules.list(site));
    books.set(site, made);
    return made;
  }

  return {
    async fresh(site) {
      await refresh();
      return book(site);
    },
    async recent(site) {
      // A clock that was set back must not keep old rules alive.
      if (Math.abs(clock.now() - lookedAt) >= RECENT_MS) await refresh();
      return book(site);
    },
  };
}
